import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { checkPassword } from '@yuheng/shared/domain/accounts/password-rule';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ownScope } from '../../database/scope';
import { ProblemException } from '../../http/problem-exception';
import { ProofService } from '../proof/proof.service';
import { OwnSessionsRepository } from '../own-account/own-sessions.repository';
import { sessionIdOf, type SignedIn } from '../signed-in';
import { hashPassword, isPassword } from './password';
import { PasswordsRepository, type KnownPasswords } from './passwords.repository';

const SHARED = bilingual(
  '演示账户为公用，不能修改密码；请用自己建立的账户试用。',
  'Demonstration accounts are shared and keep their password: try it with an account of your own making.',
);

@Injectable()
export class PasswordsService {
  constructor(
    private readonly passwords: PasswordsRepository,
    private readonly proof: ProofService,
    private readonly opened: OwnSessionsRepository,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  /**
   * Changes one's own password, with the current one. The new one follows the rule of the city and is neither the current
   * one nor one of the last ones (a setting, five); what is older than these is forgotten. All other sessions end, and all access tokens.
   */
  async change(
    act: Act,
    account: SignedIn,
    { current, password }: BodyOf<typeof endpoints.changePassword>,
  ): Promise<void> {
    const { accountId, username, settings, by } = account;
    act.note({ object: { kind: 'account', id: accountId } });
    if (account.demonstration) throw new ProblemException('refused', SHARED);
    // This endpoint is open to restricted sessions; who has not given the second factor yet does not get to this.
    if (by.kind === 'session' && by.restriction === 'second-factor') {
      throw new ProblemException('second-factor-required');
    }
    await this.proof.confirmPassword(act, account, current);
    const checked = checkPassword(password, username, {
      length: settings.passwordLength,
      classes: settings.passwordClasses,
    });
    if (!checked.ok) throw new ProblemException('refused', undefined, checked.refusals);
    const known = await this.passwords.known(accountId, settings.passwordHistory);
    if (await isUsed(password, known)) {
      throw new ProblemException('refused', undefined, [usedBefore(settings.passwordHistory)]);
    }
    const passwordHash = await hashPassword(password);
    const changedAt = this.settings.clock.now();
    await this.trail.record(act, ownScope(accountId), async (tx) => {
      const next = { passwordHash, changedAt };
      if (!(await this.passwords.replace(tx, known, next, settings.passwordHistory))) {
        throw new ProblemException('wrong-credentials', OVERTAKEN);
      }
      await this.opened.endOthers(tx, accountId, sessionIdOf(account));
      await this.opened.endTokens(tx, accountId, changedAt);
    });
  }
}

async function isUsed(password: string, { current, former }: KnownPasswords): Promise<boolean> {
  for (const { passwordHash } of [current, ...former]) {
    if (await isPassword(password, passwordHash)) return true;
  }
  return false;
}

const OVERTAKEN = bilingual(
  '密码刚刚已在别处修改，请用新密码重新登录。',
  'The password has just been changed elsewhere: sign in with the new one.',
);

const usedBefore = (history: number): Refusal =>
  history === 0
    ? refusal(
        '/password',
        '新密码与当前密码相同，请换一个。',
        'This is the current password: choose another one.',
      )
    : refusal(
        '/password',
        `不得使用当前密码和最近用过的 ${history} 个密码，请换一个。`,
        `Neither the current password nor the ${history} before it may be used again: choose another one.`,
      );
