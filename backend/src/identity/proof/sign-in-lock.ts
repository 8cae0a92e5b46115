import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { ProblemException } from '../../http/problem-exception';
import { SignInFailuresRepository, type AttemptOutcome } from './sign-in-failures.repository';

/**
 * The lock of a user name after failures in a row (five, then a minute, doubled with each one more; all of it settings).
 * It is counted in the database, so that all servers count together, by the SHA-256 of the name: also for names that
 * nobody has, which would otherwise be told from the others by never being locked, and which people who mix up the fields
 * of a form would leave there as passwords. Demonstration accounts, whose password is published, are locked for 15 seconds
 * at most: a longer lock would keep no secret and let one visitor shut all the others out.
 */
@Injectable()
export class SignInLock {
  constructor(private readonly failures: SignInFailuresRepository) {}

  /** @throws ProblemException too-many-requests while the name is locked, before anything is looked at. */
  async refuse(username: string): Promise<void> {
    refuseFor(await this.failures.lockedFor(username));
  }

  /**
   * Says what came of an attempt. A failure counts, a success forgets what was counted, what is right so far does neither.
   * @returns for how many seconds this attempt has locked the name; 0: it has not
   * @throws ProblemException too-many-requests when attempts before this one have locked the name meanwhile: of a burst
   *   of guesses only the first few reveal anything, also where all of them were under way before the first had failed.
   */
  async note(username: string, outcome: AttemptOutcome): Promise<number> {
    refuseFor(await this.failures.note(username, outcome));
    return outcome === 'failed' ? this.failures.lockedFor(username) : 0;
  }
}

function refuseFor(seconds: number): void {
  if (seconds === 0) return;
  const minutes = Math.ceil(seconds / 60);
  const wait =
    seconds < 60
      ? bilingual(`${seconds} 秒`, `${seconds} s`)
      : bilingual(`${minutes} 分钟`, `${minutes} min`);
  throw new ProblemException(
    'too-many-requests',
    bilingual(
      `该用户名连续多次验证失败，已暂时锁定；请 ${wait.zh}后再试，忘记密码请联系系统管理员。`,
      `Too many failed attempts have locked this user name: try again in ${wait.en}, or ask the system administrator for a new password.`,
    ),
    [],
    seconds,
  );
}
