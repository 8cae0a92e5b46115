import { Injectable } from '@nestjs/common';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { ProblemException } from '../../http/problem-exception';
import { isPassword } from '../passwords/password';
import { SecondFactorCodes } from '../second-factor/second-factor-codes';
import { SessionsRepository } from '../sessions.repository';
import type { SignedIn } from '../signed-in';
import { SignInLock } from './sign-in-lock';

/** What somebody brings to prove that an account is theirs. */
export interface Claim {
  readonly username: string;
  /** null: nobody has that name. */
  readonly account: {
    readonly accountId: string;
    readonly passwordHash: string;
    readonly secondFactorEnrolled: boolean;
  } | null;
  readonly password: string;
  readonly code?: string | undefined;
}

const WRONG_CURRENT_PASSWORD = bilingual(
  '当前密码不正确，请重新输入。',
  'This is not your current password: enter it again.',
);

const WRONG_CODE = bilingual(
  '验证码不正确、已过期或已经用过；请输入验证器现在显示的六位数字，或一个未用过的恢复码。',
  'The code is wrong, too old or was used before: enter the six digits that your authenticator shows now, or an unused recovery code.',
);

/**
 * Proves who somebody is, by password and second factor, and counts every failure against the user name: there is no way
 * to try passwords or codes beside the lock. What proves only a part of it never resets the count, or who holds the one
 * part could guess the other for ever.
 */
@Injectable()
export class ProofService {
  constructor(
    private readonly lock: SignInLock,
    private readonly codes: SecondFactorCodes,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * Password, and the second factor where one is enrolled. A name that nobody has takes the same steps as a wrong
   * password: the lock is asked, one hash of the same cost is compared, one failure is noted.
   * @throws ProblemException wrong-credentials, second-factor-required or too-many-requests.
   */
  async prove(claim: Claim): Promise<void> {
    const { username, account, code } = claim;
    await this.provePassword(claim);
    if (!account?.secondFactorEnrolled) return this.lock.note(username, 'succeeded');
    if (!code) {
      await this.lock.note(username, 'rightSoFar');
      throw new ProblemException('second-factor-required');
    }
    await this.takeCode(username, account.accountId, code);
    await this.lock.note(username, 'succeeded');
  }

  /** The password once more, before something that a session left open must not be enough for. */
  async confirmPassword({ username, secondFactorEnrolled }: SignedIn, password: string): Promise<void> {
    const account = await this.accountOf(username);
    await this.provePassword({ username, account, password }, WRONG_CURRENT_PASSWORD);
    await this.lock.note(username, secondFactorEnrolled ? 'rightSoFar' : 'succeeded');
  }

  /** Password and code once more. */
  async confirmBoth({ username }: SignedIn, password: string, code: string): Promise<void> {
    const account = await this.accountOf(username);
    await this.provePassword({ username, account, password }, WRONG_CURRENT_PASSWORD);
    if (account) await this.takeCode(username, account.accountId, code);
    await this.lock.note(username, 'succeeded');
  }

  /** The second factor alone: of a session whose password, or whose provider, has spoken before. */
  async confirmCode({ username, accountId }: SignedIn, code: string): Promise<void> {
    await this.lock.refuse(username);
    await this.takeCode(username, accountId, code);
    await this.lock.note(username, 'rightSoFar');
  }

  private async accountOf(username: string): Promise<Claim['account']> {
    const row = await this.sessions.findForSignIn(username);
    return (
      row && {
        accountId: row.account_id,
        passwordHash: row.password_hash,
        secondFactorEnrolled: row.second_factor_cipher !== null,
      }
    );
  }

  private async provePassword({ username, account, password }: Claim, said?: Bilingual): Promise<void> {
    await this.lock.refuse(username);
    if ((await isPassword(password, account?.passwordHash ?? null)) && account) return;
    await this.lock.note(username, 'failed');
    throw new ProblemException('wrong-credentials', said);
  }

  private async takeCode(username: string, accountId: string, code: string): Promise<void> {
    if (await this.codes.take(accountId, code)) return;
    await this.lock.note(username, 'failed');
    throw new ProblemException('second-factor-required', WRONG_CODE);
  }
}
