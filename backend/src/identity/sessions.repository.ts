import { Injectable } from '@nestjs/common';
import { CITY_READERS, COUNTY_READERS, type Permission, type Role } from '@yuheng/shared/contract/roles';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AccountRoleEntity } from './accounts/account-role.entity';
import type { AdministrativeDuty, Scope } from '../database/scope';
import { restrictionOf, type Standing } from './restriction';
import { SessionEntity } from './session.entity';
import type { PlaceKind, SignedIn } from './signed-in';

/** What a session or a token says of its account, as the database answers it. */
interface AccountRow {
  account_id: string;
  username: string;
  name: string;
  roles: Role[];
  demonstration: boolean;
  place_id: string;
  place_kind: PlaceKind;
  city_id: string;
  counties: string[];
  must_change: boolean;
  password_changed_at: Date;
  second_factor_enrolled: boolean;
  settings: SecuritySettings;
  stale: boolean;
}

interface SessionRow extends AccountRow {
  session_id: string;
  authenticated_at: Date;
  second_factor_at: Date | null;
  expires_at: Date;
  method: 'password' | 'openId';
}

interface TokenRow extends AccountRow {
  token_id: string;
  scopes: Permission[];
}

export interface SignInRow {
  account_id: string;
  username: string;
  password_hash: string;
  demonstration: boolean;
  /** Encrypted; null without a second factor. */
  second_factor_cipher: string | null;
  settings: SecuritySettings;
}

/** How a session is opened. */
export interface NewSession {
  readonly accountId: string;
  readonly method: 'password' | 'openId';
  readonly address: string;
  readonly userAgent: string;
  readonly lifetimeHours: number;
  /** Whether a second factor was given at this sign-in. */
  readonly secondFactor: boolean;
}

/** Only the SHA-256 of a token is stored: who reads the table cannot sign in with it. */
export const sha256 = (token: string): string => createHash('sha256').update(token).digest('hex');

/** 256 random bits in 43 characters. */
const newToken = (): string => randomBytes(32).toString('base64url');

const DUTIES: Readonly<Partial<Record<Role, AdministrativeDuty>>> = {
  systemAdministrator: 'accounts',
  securityAdministrator: 'security',
  auditAdministrator: 'audit',
};

/** Places from which the whole city is seen: it and those above it. */
const CITY_AND_ABOVE = ['city', 'province', 'nation'];

/**
 * How far roles see from their place. Evaluators see what is assigned to them only and administrators no business data
 * at all, so that neither has counties here.
 */
export function scopeOf(
  roles: readonly Role[],
  row: { account_id: string; place_kind: string; city_id: string; counties: string[] },
): Scope {
  const has = (wanted: readonly Role[]): boolean => roles.some((one) => wanted.includes(one));
  const duties = roles.flatMap((one) => DUTIES[one] ?? []);
  const own = { account: row.account_id, duties };
  if (CITY_AND_ABOVE.includes(row.place_kind) && has(CITY_READERS)) {
    return { counties: row.counties, city: row.city_id, ...own };
  }
  if (row.place_kind === 'county' && has(COUNTY_READERS))
    return { counties: row.counties, city: null, ...own };
  return { counties: [], city: null, ...own };
}

/**
 * Sessions and tokens in the database, reached through SECURITY DEFINER functions, because no scope can exist before
 * them. These statements stand outside `scoped`, as architecture.md section 6 allows session look-up to.
 */
@Injectable()
export class SessionsRepository {
  constructor(private readonly source: DataSource) {}

  async find(token: string, now = new Date()): Promise<SignedIn | null> {
    const digest = sha256(token);
    const rows: SessionRow[] = await this.source.query('select * from account_of_session($1)', [digest]);
    const row = rows[0];
    if (!row) return null;
    // Written once a minute at most: a page of ten requests is one write, and reading stays a read.
    if (row.stale) await this.source.query('select touch_session($1)', [digest]);
    const standing = { ...standingOf(row), method: row.method, secondFactorAt: row.second_factor_at };
    return {
      ...accountOf(row),
      by: {
        kind: 'session',
        sessionId: row.session_id,
        method: row.method,
        authenticatedAt: row.authenticated_at,
        secondFactorAt: row.second_factor_at,
        expiresAt: row.expires_at,
        restriction: restrictionOf(standing, row.settings, now),
      },
    };
  }

  /** What an open session may do, looked at without using it: a screen that nobody touches grows idle all the same. */
  async rolesUnused(token: string): Promise<readonly Role[]> {
    const rows: SessionRow[] = await this.source.query('select * from account_of_session($1)', [
      sha256(token),
    ]);
    return rows[0]?.roles ?? [];
  }

  /**
   * The account of a personal access token, with the few permissions that the token carries. It was made with the
   * password, and opens nothing that a session of the same password would be kept from.
   */
  async findByAccessToken(token: string, now = new Date()): Promise<SignedIn | null> {
    const digest = sha256(token);
    const rows: TokenRow[] = await this.source.query('select * from account_of_access_token($1)', [digest]);
    const row = rows[0];
    if (!row) return null;
    if (row.stale) await this.source.query('select touch_access_token($1)', [digest]);
    // The second factor was given when the token was made, where one was enrolled.
    const secondFactorAt = row.second_factor_enrolled ? now : null;
    const restriction = restrictionOf(
      { ...standingOf(row), method: 'password', secondFactorAt },
      row.settings,
      now,
    );
    return {
      ...accountOf(row),
      by: { kind: 'token', tokenId: row.token_id, scopes: row.scopes, restriction },
    };
  }

  async findForSignIn(username: string): Promise<SignInRow | null> {
    const rows: SignInRow[] = await this.source.query('select * from account_for_sign_in($1)', [username]);
    return rows[0] ?? null;
  }

  /** The account that has a subject of the OpenID provider. */
  async findByOpenId(subject: string): Promise<{ accountId: string; username: string } | null> {
    const [row] = await this.source.query<{ account_id: string; username: string }[]>(
      'select * from account_of_open_id($1)',
      [subject],
    );
    return row ? { accountId: row.account_id, username: row.username } : null;
  }

  /** Opens a session in a transaction whose scope is the account's own. @returns its token, 256 random bits */
  async open(
    tx: EntityManager,
    { accountId, method, address, userAgent, lifetimeHours, secondFactor }: NewSession,
  ): Promise<string> {
    const token = newToken();
    const now = new Date();
    await tx.insert(SessionEntity, {
      tokenSha256: sha256(token),
      sessionId: randomUUID(),
      accountId,
      createdAt: now,
      lastUsedAt: now,
      expiresAt: new Date(now.getTime() + lifetimeHours * 3_600_000),
      address,
      userAgent: userAgent.slice(0, 200),
      method,
      authenticatedAt: now,
      secondFactorAt: secondFactor ? now : null,
    });
    return token;
  }

  /** Notes that a second factor was given in a session just now. */
  async confirm(tx: EntityManager, accountId: string, sessionId: string): Promise<void> {
    await tx.update(SessionEntity, { accountId, sessionId }, { secondFactorAt: new Date() });
  }

  /** No session of the account counts as one with a second factor any more. */
  async forgetSecondFactor(tx: EntityManager, accountId: string): Promise<void> {
    await tx.update(SessionEntity, { accountId }, { secondFactorAt: null });
  }

  /** The session goes on under a new token; the one before it opens nothing any more. @returns the new token */
  async renewToken(tx: EntityManager, accountId: string, sessionId: string): Promise<string> {
    const token = newToken();
    await tx.update(SessionEntity, { accountId, sessionId }, { tokenSha256: sha256(token) });
    return token;
  }

  /** Ends the session of a token, whoever's it is. */
  async end(tx: EntityManager, token: string): Promise<void> {
    await tx.query('select end_session($1)', [sha256(token)]);
  }

  async rolesOf(tx: EntityManager, accountId: string): Promise<Role[]> {
    const rows = await tx.findBy(AccountRoleEntity, { accountId });
    return rows.map(({ role }) => role as Role).sort();
  }

  async demonstrationAccounts(): Promise<{ username: string; role: Role; place_id: string }[]> {
    return this.source.query('select * from demonstration_accounts()');
  }
}

const accountOf = (row: AccountRow): Omit<SignedIn, 'by'> => ({
  accountId: row.account_id,
  username: row.username,
  name: row.name,
  roles: row.roles,
  place: { id: row.place_id, kind: row.place_kind },
  cityId: row.city_id,
  scope: scopeOf(row.roles, row),
  demonstration: row.demonstration,
  passwordChangedAt: row.password_changed_at,
  secondFactorEnrolled: row.second_factor_enrolled,
  settings: row.settings,
});

const standingOf = (row: AccountRow): Omit<Standing, 'method' | 'secondFactorAt'> => ({
  demonstration: row.demonstration,
  roles: row.roles,
  mustChange: row.must_change,
  passwordChangedAt: row.password_changed_at,
  secondFactorEnrolled: row.second_factor_enrolled,
});
