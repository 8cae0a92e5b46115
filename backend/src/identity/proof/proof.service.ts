import { Injectable } from '@nestjs/common';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { ProblemException } from '../../http/problem-exception';
import { isPassword } from '../passwords/password';
import { PasswordsRepository } from '../passwords/passwords.repository';
import { SecondFactorCodes, type SecondFactorMeans } from '../second-factor/second-factor-codes';
import { SecondFactorRepository } from '../second-factor/second-factor.repository';
import { SessionsRepository } from '../sessions.repository';
import type { SignedIn } from '../signed-in';
import { SignInLock } from './sign-in-lock';

/** What is stored of an account's password and second factor. */
export interface Proved {
  readonly passwordHash: string;
  /** The secret of the second factor, encrypted; null: none is enrolled. */
  readonly secretCipher: string | null;
}

/** What somebody brings to prove that an account is theirs. */
export interface Claim {
  readonly username: string;
  /** null: nobody has that name. */
  readonly account: (Proved & { readonly accountId: string }) | null;
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
 * part could guess the other for ever. A failure that locks the name says so in the entry of the act that it failed.
 */
@Injectable()
export class ProofService {
  constructor(
    private readonly lock: SignInLock,
    private readonly codes: SecondFactorCodes,
    private readonly sessions: SessionsRepository,
    private readonly passwords: PasswordsRepository,
    private readonly factors: SecondFactorRepository,
  ) {}

  /**
   * Password, and the second factor where one is enrolled. A name that nobody has takes the same steps as a wrong
   * password: the lock is asked, one hash of the same cost is compared, one failure is noted.
   * @returns what stood for the second factor; null: none is enrolled
   * @throws ProblemException wrong-credentials, second-factor-required or too-many-requests.
   */
  async prove(act: Act, claim: Claim): Promise<SecondFactorMeans | null> {
    await this.provePassword(act, claim);
    return this.proveSecondFactor(act, claim);
  }

  /** The password once more, before something that a session left open must not be enough for. */
  async confirmPassword(
    act: Act,
    { username, secondFactorEnrolled }: SignedIn,
    password: string,
  ): Promise<void> {
    const account = await this.accountOf(username);
    await this.provePassword(act, { username, account, password }, WRONG_CURRENT_PASSWORD);
    await this.lock.note(username, secondFactorEnrolled ? 'rightSoFar' : 'succeeded');
  }

  /** The password once more, and the second factor where one is enrolled. @returns what was proved, for `hold` */
  async confirmBoth(
    act: Act,
    { username }: SignedIn,
    password: string,
    code: string | undefined,
  ): Promise<Proved> {
    const account = await this.accountOf(username);
    const claim = { username, account, password, code };
    await this.provePassword(act, claim, WRONG_CURRENT_PASSWORD);
    await this.proveSecondFactor(act, claim);
    if (!account) throw new Error('Somebody proved to be nobody.');
    return account;
  }

  /** The second factor alone: of a session whose password, or whose provider, has spoken before. */
  async confirmCode(act: Act, { username, accountId }: SignedIn, code: string): Promise<SecondFactorMeans> {
    await this.lock.refuse(username);
    const means = await this.takeCode(act, { username, accountId }, code);
    await this.lock.note(username, 'rightSoFar');
    return means;
  }

  /**
   * Asked in the transaction that opens something by what was proved before it: a change of the password ends what is
   * open, and nothing that was proved with the former one must open behind it. Both rows stay as they are until that
   * transaction ends, so that who changes them then finds what it has opened.
   * @throws ProblemException wrong-credentials where password or second factor are no longer those that were proved.
   */
  async hold(tx: EntityManager, accountId: string, proved: Proved): Promise<void> {
    const current = await this.passwords.hold(tx, accountId);
    const factor = await this.factors.hold(tx, accountId);
    const isSame =
      current?.passwordHash === proved.passwordHash && (factor?.secretCipher ?? null) === proved.secretCipher;
    if (!isSame) throw new ProblemException('wrong-credentials');
  }

  private async accountOf(username: string): Promise<Claim['account']> {
    const row = await this.sessions.findForSignIn(username);
    return (
      row && {
        accountId: row.account_id,
        passwordHash: row.password_hash,
        secretCipher: row.second_factor_cipher,
      }
    );
  }

  private async provePassword(
    act: Act,
    { username, account, password }: Claim,
    said?: Bilingual,
  ): Promise<void> {
    await this.lock.refuse(username);
    if ((await isPassword(password, account?.passwordHash ?? null)) && account) return;
    await this.fail(act, username);
    throw new ProblemException('wrong-credentials', said);
  }

  /** Of somebody whose password is right: only now a success may forget failures. */
  private async proveSecondFactor(
    act: Act,
    { username, account, code }: Claim,
  ): Promise<SecondFactorMeans | null> {
    if (!account?.secretCipher) {
      await this.lock.note(username, 'succeeded');
      return null;
    }
    if (!code) {
      await this.lock.note(username, 'rightSoFar');
      throw new ProblemException('second-factor-required');
    }
    const means = await this.takeCode(act, { username, accountId: account.accountId }, code);
    await this.lock.note(username, 'succeeded');
    return means;
  }

  private async takeCode(
    act: Act,
    { username, accountId }: Pick<SignedIn, 'username' | 'accountId'>,
    code: string,
  ): Promise<SecondFactorMeans> {
    const means = await this.codes.take(accountId, code);
    if (means) return means;
    await this.fail(act, username);
    throw new ProblemException('second-factor-required', WRONG_CODE);
  }

  private async fail(act: Act, username: string): Promise<void> {
    const seconds = await this.lock.note(username, 'failed');
    if (seconds > 0) act.noteProof({ lockedForSeconds: seconds });
  }
}
