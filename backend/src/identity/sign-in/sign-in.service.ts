import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import { ProofService } from '../proof/proof.service';
import type { SecondFactorMeans } from '../second-factor/second-factor-codes';
import { SessionsRepository } from '../sessions.repository';
import { SignInAddressLimit } from '../sign-in-address-limit';
import { SessionOpening } from './session-opening';
import type { Visitor } from './visitor';

/**
 * A refused sign-in is answered no sooner than this after it came. It hides what only a known name costs: its entry in the
 * trail, some milliseconds. The password itself takes a hash of the same cost for every name.
 */
const NO_SOONER_MS = 250;

const COUNTED_AS_FAILURE = ['wrong-credentials', 'second-factor-required'];

type Body = BodyOf<typeof endpoints.signIn>;

/** Opens sessions by password, and by second factor where one is enrolled. */
@Injectable()
export class SignInService {
  private readonly addresses = new SignInAddressLimit();

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly proof: ProofService,
    private readonly opening: SessionOpening,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /**
   * Opens a session and answers its token. Unknown users and wrong passwords get the same answer, after the same work and
   * no sooner than the same time; after too many of them, of a name or of an address, none but 429 for a while.
   */
  async signIn(act: Act, body: Body, visitor: Visitor): Promise<string> {
    const wait = this.addresses.begin(visitor.address, this.settings.clock.now());
    if (wait !== null) throw tooManyOfAddress(wait);
    let failedAt: Date | null = null;
    try {
      return await this.attempt(act, body, visitor);
    } catch (failure) {
      const isFailure = failure instanceof ProblemException && COUNTED_AS_FAILURE.includes(failure.slug);
      if (isFailure) failedAt = this.settings.clock.now();
      throw failure;
    } finally {
      this.addresses.end(visitor.address, failedAt);
    }
  }

  private async attempt(act: Act, { username, password, code }: Body, visitor: Visitor): Promise<string> {
    const cameAt = performance.now();
    const row = await this.sessions.findForSignIn(username);
    const account = row && {
      accountId: row.account_id,
      passwordHash: row.password_hash,
      secretCipher: row.second_factor_cipher,
    };
    // By whom it was tried is not known; whose name was tried is said in words, since nobody knows an account by its id.
    if (account) act.note({ object: { kind: 'account', id: account.accountId }, after: { username } });
    let by: SecondFactorMeans | null;
    try {
      by = await this.proof.prove(act, { username, account, password, code });
    } catch (failure) {
      await this.recordFailure(act, failure);
      await sleep(Math.max(0, cameAt + NO_SOONER_MS - performance.now()));
      throw failure;
    }
    if (!account) throw new Error('Somebody proved to be nobody.');
    const { accountId, ...proved } = account;
    const given = by ? { secondFactor: true, by } : { secondFactor: false };
    return this.opening.open(act, { accountId, username, method: 'password', ...given, proved }, visitor);
  }

  /**
   * A failed sign-in is written for an account that exists. For a name that nobody has no entry is made: anybody could
   * fill the trail from outside, and what people type into the wrong field is often their password.
   */
  private async recordFailure(act: Act, failure: unknown): Promise<void> {
    if (!(failure instanceof ProblemException) || !act.noted.object) return;
    if (COUNTED_AS_FAILURE.includes(failure.slug)) {
      await this.trail.refuse(act, { outcome: 'refused', problem: failure.slug });
    }
  }
}

function tooManyOfAddress(seconds: number): ProblemException {
  return new ProblemException(
    'too-many-requests',
    bilingual(
      `您所在网络地址登录失败次数过多，请 ${Math.ceil(seconds / 60)} 分钟后再试。`,
      `Too many failed sign-ins from your network address: try again in ${Math.ceil(seconds / 60)} min.`,
    ),
    [],
    seconds,
  );
}
