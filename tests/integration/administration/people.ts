import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { Problem } from '@yuheng/shared/contract/problem';
import type { Role } from '@yuheng/shared/contract/roles';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import type { TestAnswer, TestServer } from '../../support/server';

export const ACCOUNTS = '/api/administration/accounts';
export const SETTINGS = '/api/administration/security-settings';
export const REASON = '岗位调整';
export const CITY = '530400';

/** Somebody with an account that is none of the demonstration's, at a browser in which a session is open. */
export interface Person {
  readonly id: string;
  readonly username: string;
  send(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<TestAnswer>;
}

export interface PersonOptions {
  readonly roles?: readonly Role[];
  readonly place?: string;
  readonly username?: string;
  /** Waits for the security administrator. */
  readonly pending?: boolean;
  /** Who entered the account. */
  readonly enteredBy?: string;
  /** Minutes since the second factor was given in the session. */
  readonly secondFactorAge?: number;
}

let made = 0;

/** Makes an account with a session, both put where the program would put them; no password opens it. */
export async function makePerson(server: TestServer, options: PersonOptions = {}): Promise<Person> {
  const { roles = ['systemAdministrator'], place = CITY, pending = false, secondFactorAge = 0 } = options;
  made += 1;
  const id = randomUUID();
  const username = options.username ?? `person-${made}`;
  await server.sql(
    `insert into account (account_id, username, name, place_id, demonstration, approved_at, entered_by)
     values ($1, $2, '李小梅', $3, false, case when $4 then null else now() end, $5)`,
    [id, username, place, pending, options.enteredBy ?? null],
  );
  await server.sql(`insert into credential values ($1, 'no password opens it', now(), false)`, [id]);
  for (const role of roles) await server.sql('insert into account_role values ($1, $2)', [id, role]);
  const cookie = `yuheng_session=${await openSession(server, id, secondFactorAge)}`;
  return {
    id,
    username,
    send: (method, url, body, headers) =>
      server.request({
        method,
        url,
        headers: { cookie, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
  };
}

async function openSession(server: TestServer, id: string, secondFactorAge: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await server.sql(
    `insert into session (token_sha256, account_id, created_at, last_used_at, expires_at, session_id, address,
                          user_agent, method, authenticated_at, second_factor_at)
     values ($1, $2, now(), now(), now() + interval '1 hour', gen_random_uuid(), '127.0.0.1', '', 'password', now(),
             now() - make_interval(mins => $3))`,
    [createHash('sha256').update(token).digest('hex'), id, secondFactorAge],
  );
  return token;
}

/** A new clerk of 红塔区, made by the administrator over HTTP. */
export async function makeClerk(
  by: Person,
  more: Readonly<Record<string, unknown>> = {},
): Promise<{ account: AdministeredAccount; initialPassword: string }> {
  made += 1;
  const answer = await by.send('POST', ACCOUNTS, {
    username: `clerk-${made}`,
    name: '张建国',
    roles: ['countyOfficer'],
    place: 'hongta',
    ...more,
  });
  if (answer.status !== 201) throw new Error(`no clerk was made: ${answer.text}`);
  return answer.json();
}

/** What changeAccount is sent to leave everything as it stands, and what is to differ. */
export const changeOf = (
  { version, name, roles, place, openIdSubject }: AdministeredAccount,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  version,
  name,
  roles,
  place: place.id,
  openIdSubject,
  reason: REASON,
  ...more,
});

export const readAs = async (by: Person, id: string): Promise<AdministeredAccount> =>
  (await by.send('GET', `${ACCOUNTS}/${id}`)).json();

/** The status, the problem and where it points to. */
export function problemOf(answer: TestAnswer): readonly unknown[] {
  const { type, errors } = answer.json<Problem>();
  return [answer.status, type.replace('/problems/', ''), ...(errors ?? []).map(({ pointer }) => pointer)];
}

export const detailOf = (answer: TestAnswer): string => answer.json<Problem>().detail;

/** How many sessions and working tokens an account has. */
export async function openWays(server: TestServer, id: string): Promise<number> {
  const [row] = await server.sql<{ count: number }>(
    `select (select count(*) from session where account_id = $1)::int
          + (select count(*) from access_token where account_id = $1 and revoked_at is null)::int as count`,
    [id],
  );
  return row?.count ?? -1;
}

/** Opens a session and a token for an account, to see them end. */
export async function openBoth(server: TestServer, id: string): Promise<void> {
  await openSession(server, id, 0);
  await server.sql(
    `insert into access_token values (gen_random_uuid(), $1, '大屏', md5(random()::text), array['overview:read'],
                                      now(), now() + interval '1 day', null, null)`,
    [id],
  );
}

/**
 * Makes requests that really overlap: the lock of the audit trail is held until all of them wait, each before its COMMIT
 * or for another of them. What checks nothing under a lock of its own has then been checked for all of them at once.
 */
export async function atOneMoment(
  server: TestServer,
  requests: readonly (() => Promise<TestAnswer>)[],
): Promise<TestAnswer[]> {
  const client = new Client({ connectionString: server.database.adminUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`yuheng.audit/${CITY}`]);
    const answers = Promise.all(requests.map((request) => request()));
    for (let left = 200; (await waiting(server)) < requests.length; left -= 1) {
      if (left === 0) throw new Error('The requests never came to wait for one another.');
      await wait(25);
    }
    await client.query('rollback');
    return await answers;
  } finally {
    await client.end();
  }
}

async function waiting(server: TestServer): Promise<number> {
  const [row] = await server.sql<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}
