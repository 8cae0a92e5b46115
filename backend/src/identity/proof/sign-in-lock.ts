import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import { sha256 } from '../sessions.repository';

/** What came of an attempt to prove who somebody is. */
export type AttemptOutcome = 'failed' | 'rightSoFar' | 'succeeded';

const AS_STORED: Readonly<Record<AttemptOutcome, boolean | null>> = {
  failed: false,
  rightSoFar: null,
  succeeded: true,
};

/**
 * The lock of a user name after failures in a row (five, then a minute, doubled with each one more; all of it settings).
 * It is counted in the database, so that all servers count together, by the SHA-256 of the name: also for names that
 * nobody has, which would otherwise be told from the others by never being locked, and which people who mix up the fields
 * of a form would leave there as passwords.
 */
@Injectable()
export class SignInLock {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException too-many-requests while the name is locked, before anything is looked at. */
  async refuse(username: string): Promise<void> {
    const [{ seconds }] = await this.source.query<[{ seconds: number }]>(
      'select sign_in_lock($1) as seconds',
      [sha256(username)],
    );
    if (seconds > 0) throw locked(seconds);
  }

  /**
   * Says what came of an attempt; attempts of one name are taken one after another. A failure counts, a success forgets
   * what was counted, what is right so far does neither.
   * @throws ProblemException too-many-requests when attempts before this one have locked the name meanwhile: of a burst
   *   of guesses only the first few reveal anything, also where all of them were under way before the first had failed.
   */
  async note(username: string, outcome: AttemptOutcome): Promise<void> {
    const [{ seconds }] = await this.source.query<[{ seconds: number }]>(
      `select note_sign_in($1, $2, (g.content ->> 'lockAfter')::int, (g.content ->> 'lockMinutes')::int,
                           (g.content ->> 'lockMaxMinutes')::int) as seconds
       from security_setting g where g.city_id = $3`,
      [sha256(username), AS_STORED[outcome], this.settings.cityId],
    );
    if (seconds > 0) throw locked(seconds);
  }
}

function locked(seconds: number): ProblemException {
  const minutes = Math.ceil(seconds / 60);
  return new ProblemException(
    'too-many-requests',
    bilingual(
      `该用户名连续多次验证失败，已暂时锁定；请 ${minutes} 分钟后再试，忘记密码请联系系统管理员。`,
      `Too many failed attempts have locked this user name: try again in ${minutes} min, or ask the system administrator for a new password.`,
    ),
    [],
    seconds,
  );
}
