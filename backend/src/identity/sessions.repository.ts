import { Injectable } from '@nestjs/common';
import { CITY_READERS, COUNTY_READERS, type Role } from '@yuheng/shared/contract/roles';
import { createHash, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { NO_SCOPE, type Scope } from '../database/scope';
import type { PlaceKind, SignedIn } from './signed-in';

/** Idle for this long, or this old, and a session is over. Settings come with the accounts' administration. */
const IDLE = '60 minutes';
const LIFETIME = '12 hours';

interface SessionRow {
  account_id: string;
  username: string;
  name: string;
  roles: Role[];
  place_id: string;
  place_kind: PlaceKind;
  city_id: string;
  counties: string[];
  stale: boolean;
}

export interface SignInRow {
  account_id: string;
  password_hash: string;
}

/** Only the token's SHA-256 is stored: who reads the table cannot sign in with it. */
const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * How far a role sees from its place. Evaluators see the evaluation assigned to them only and administrators no
 * business data at all, so that neither has a scope here.
 */
export function scopeOf(
  roles: readonly Role[],
  row: { place_kind: string; city_id: string; counties: string[] },
): Scope {
  const has = (wanted: readonly Role[]): boolean => roles.some((one) => wanted.includes(one));
  if (row.place_kind === 'city' && has(CITY_READERS)) return { counties: row.counties, city: row.city_id };
  if (row.place_kind === 'county' && has(COUNTY_READERS)) return { counties: row.counties, city: null };
  return NO_SCOPE;
}

/**
 * Sessions in the database, reached through SECURITY DEFINER functions, because no scope can exist before them.
 * These statements stand outside `scoped`, as architecture.md section 6 allows session look-up to.
 */
@Injectable()
export class SessionsRepository {
  constructor(private readonly source: DataSource) {}

  async find(token: string): Promise<SignedIn | null> {
    const digest = sha256(token);
    const rows: SessionRow[] = await this.source.query('select * from account_of_session($1, $2)', [
      digest,
      IDLE,
    ]);
    const row = rows[0];
    if (!row) return null;
    // Written once a minute at most: a page of ten requests is one write, and reading stays a read.
    if (row.stale) await this.source.query('select touch_session($1)', [digest]);
    return {
      accountId: row.account_id,
      username: row.username,
      name: row.name,
      roles: row.roles,
      place: { id: row.place_id, kind: row.place_kind },
      cityId: row.city_id,
      scope: scopeOf(row.roles, row),
    };
  }

  async findForSignIn(username: string): Promise<SignInRow | null> {
    const rows: SignInRow[] = await this.source.query('select * from account_for_sign_in($1)', [username]);
    return rows[0] ?? null;
  }

  /** Opens a session and returns its token, 256 random bits. */
  async open(accountId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.source.query('select open_session($1, $2, $3)', [accountId, sha256(token), LIFETIME]);
    return token;
  }

  async end(token: string): Promise<void> {
    await this.source.query('select end_session($1)', [sha256(token)]);
  }

  /** True when the link was good; it then works no more. */
  async makeFirstAdministrator(
    token: string,
    account: { accountId: string; username: string; name: string; passwordHash: string },
  ): Promise<boolean> {
    const [{ made }]: [{ made: boolean }] = await this.source.query(
      'select make_first_administrator($1, $2, $3, $4, $5) as made',
      [sha256(token), account.accountId, account.username, account.name, account.passwordHash],
    );
    return made;
  }

  async demonstrationAccounts(): Promise<{ username: string; role: Role; place_id: string }[]> {
    return this.source.query('select * from demonstration_accounts()');
  }
}
