import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import { sha256 } from '../sessions.repository';

/** What came of an attempt to prove who somebody is. */
export type AttemptOutcome = 'failed' | 'rightSoFar' | 'succeeded';

const AS_STORED: Readonly<Record<AttemptOutcome, boolean | null>> = {
  failed: false,
  rightSoFar: null,
  succeeded: true,
};

/** Failures in a row by the SHA-256 of the user name, for names that somebody has and names that nobody has alike. */
@Injectable()
export class SignInFailuresRepository {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
  ) {}

  /** For how many seconds a name is locked; 0 when it is not. */
  async lockedFor(username: string): Promise<number> {
    const [{ seconds }] = await this.source.query<[{ seconds: number }]>(
      'select sign_in_lock($1) as seconds',
      [sha256(username)],
    );
    return seconds;
  }

  /** Notes an attempt, one after another for each name. @returns for how many seconds those before it have locked it */
  async note(username: string, outcome: AttemptOutcome): Promise<number> {
    const [{ seconds }] = await this.source.query<[{ seconds: number }]>(
      `select note_sign_in($1, $2, (g.content ->> 'lockAfter')::int, (g.content ->> 'lockMinutes')::int,
                           (g.content ->> 'lockMaxMinutes')::int) as seconds
       from security_setting g where g.city_id = $3`,
      [sha256(username), AS_STORED[outcome], this.settings.cityId],
    );
    return seconds;
  }
}
