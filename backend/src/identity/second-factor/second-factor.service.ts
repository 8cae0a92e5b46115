import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import { ProofService } from '../proof/proof.service';
import { SessionsRepository } from '../sessions.repository';
import type { SignedIn } from '../signed-in';

/** So long after it was given in a session, a second factor still stands for the person at the screen. */
const GIVEN_FOR_MS = 10 * 60_000;

/** Where a second factor is asked for once a session is open. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly proof: ProofService,
    private readonly sessions: SessionsRepository,
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /**
   * Asked before an approval, and before whatever else weighs as much: returns when the person at the screen has given a
   * second factor within the last ten minutes in this very session, or gives it now as `code`, which then counts for ten
   * minutes. Demonstration accounts are exempt, as is everybody where the setting is off. Call it before the transaction
   * of the act: what it notes stays when the act is refused.
   * @throws ProblemException second-factor-enrolment-required (none enrolled), second-factor-required (no code, or a wrong
   *   one, which counts as a failure of the user name) or too-many-requests.
   */
  async demand(act: Act, account: SignedIn, code: string | undefined): Promise<void> {
    const { demonstration, settings, secondFactorEnrolled, by, accountId } = account;
    if (demonstration || !settings.secondFactorForApprovals) return;
    const now = this.settings.clock.now();
    const given = by.kind === 'session' ? by.secondFactorAt : null;
    if (given && now.getTime() - given.getTime() < GIVEN_FOR_MS) return;
    if (!secondFactorEnrolled) throw new ProblemException('second-factor-enrolment-required');
    if (!code || by.kind !== 'session') throw new ProblemException('second-factor-required');
    act.noteProof({ by: await this.proof.confirmCode(act, account, code) });
    await scoped(this.source, ownScope(accountId), (tx) =>
      this.sessions.confirm(tx, accountId, by.sessionId),
    );
  }

  /**
   * Gives the second factor to a session that was opened without it, or once more before an approval. A session that
   * reached nothing before gets a new token by it, so that none that was known earlier becomes worth more.
   * @returns the new token; null: the session keeps its own.
   */
  async confirmSession(act: Act, account: SignedIn, code: string): Promise<string | null> {
    const { by, accountId, secondFactorEnrolled } = account;
    if (by.kind !== 'session') throw new Error('A token reached what only a session reaches.');
    act.note({ object: { kind: 'session', id: by.sessionId } });
    if (!secondFactorEnrolled) throw new ProblemException('conflict', NONE_ENROLLED);
    act.noteProof({ by: await this.proof.confirmCode(act, account, code) });
    act.note({ after: { secondFactor: true } });
    return this.trail.record(act, ownScope(accountId), async (tx) => {
      await this.sessions.confirm(tx, accountId, by.sessionId);
      return by.secondFactorAt ? null : this.sessions.renewToken(tx, accountId, by.sessionId);
    });
  }
}

const NONE_ENROLLED = bilingual(
  '该账户没有启用第二重验证，无需输入验证码。',
  'This account has no second factor, so there is no code to give.',
);
