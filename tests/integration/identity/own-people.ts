import type { Role } from '@yuheng/shared/contract/roles';
import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import { cheapHashOf } from '../../support/cheap-password';
import type { TestAnswer, TestServer } from '../../support/server';

export const PASSWORD = 'Heron-on-the-lake-7';
let passwordHash: Promise<string> | undefined;
let made = 0;

export interface PersonOptions {
  readonly roles?: readonly Role[];
  readonly place?: string;
  readonly mustChange?: boolean;
  /** Days ago. */
  readonly passwordAge?: number;
  readonly openIdSubject?: string;
}

/** Somebody for whom every rule is turned on: an account that is none of the demonstration's. */
export interface Person {
  readonly accountId: string;
  readonly username: string;
}

export async function makePerson(
  server: TestServer,
  {
    roles = ['leader'],
    place = '530400',
    mustChange = false,
    passwordAge = 1,
    openIdSubject,
  }: PersonOptions = {},
): Promise<Person> {
  passwordHash ??= cheapHashOf(PASSWORD);
  made += 1;
  const person = { accountId: randomUUID(), username: `person-${made}` };
  await server.sql(
    `insert into account (account_id, username, name, place_id, demonstration, approved_at, open_id_subject)
     values ($1, $2, '王建国', $3, false, now(), $4)`,
    [person.accountId, person.username, place, openIdSubject ?? null],
  );
  await server.sql(`insert into credential values ($1, $2, now() - make_interval(days => $3), $4)`, [
    person.accountId,
    await passwordHash,
    passwordAge,
    mustChange,
  ]);
  for (const role of roles)
    await server.sql('insert into account_role values ($1, $2)', [person.accountId, role]);
  return person;
}

export const signIn = (
  server: TestServer,
  username: string,
  more: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<TestAnswer> =>
  server.request({
    method: 'POST',
    url: '/api/session',
    body: { username, password: PASSWORD, ...more },
    headers,
  });

export const cookieFrom = (answer: TestAnswer): string =>
  (answer.headers['set-cookie'] ?? '').split(';')[0] ?? '';

/** A browser in which somebody is signed in. */
export interface Browser {
  readonly cookie: string;
  send(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<TestAnswer>;
}

export function browserWith(server: TestServer, cookie: string): Browser {
  return {
    cookie,
    send: (method, url, body) =>
      server.request({ method, url, headers: { cookie }, ...(body === undefined ? {} : { body }) }),
  };
}

export async function browserOf(
  server: TestServer,
  username: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Browser> {
  const answer = await signIn(server, username, more);
  if (answer.status !== 200) throw new Error(`${username} could not sign in: ${answer.text}`);
  return browserWith(server, cookieFrom(answer));
}

/** Today in Beijing, or so many days from it. */
export const beijingDay = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** A new access token for the overview. */
export async function tokenOf({ send }: Browser): Promise<string> {
  const body = { name: '大屏', scopes: ['overview:read'], lastDay: beijingDay(1), password: PASSWORD };
  return (await send('POST', '/api/account/tokens', body)).json<{ token: string }>().token;
}

export const overviewBy = (server: TestServer, token: string, scheme = 'Bearer'): Promise<TestAnswer> =>
  server.request({
    url: '/api/overview?program=assistants&year=2025',
    headers: { authorization: `${scheme} ${token}` },
  });

/** What an authenticator shows, so many steps of 30 seconds from now. */
export const codeOf = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + steps * 30 });

/** Waits where the step of 30 seconds is about to end: what is computed now is asked for in the same step. */
export async function steadyStep(): Promise<void> {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 2000) await new Promise((resolve) => setTimeout(resolve, left));
}

/** A code that is not right now and not about now. */
export function wrongCodeOf(secret: string): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return (
    ['000000', '111111', '222222', '333333', '444444', '555555'].find((one) => !right.includes(one)) ?? ''
  );
}

export interface Enrolled {
  readonly browser: Browser;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Enrols a second factor as a person does. Its first code is then forgotten, so that a test need not wait for the next. */
export async function enrol(server: TestServer, person: Person): Promise<Enrolled> {
  const browser = await browserOf(server, person.username);
  const begun = await browser.send('POST', '/api/account/second-factor', { password: PASSWORD });
  const { secret } = begun.json<{ secret: string }>();
  const confirmed = await browser.send('POST', '/api/account/second-factor/confirmation', {
    code: codeOf(secret),
  });
  if (confirmed.status !== 200) throw new Error(`could not enrol: ${begun.text} ${confirmed.text}`);
  await forgetSteps(server, person);
  return { browser, secret, recoveryCodes: confirmed.json<{ recoveryCodes: string[] }>().recoveryCodes };
}

/** As if the code of this moment had not been used yet. */
export const forgetSteps = (server: TestServer, { accountId }: Person): Promise<unknown> =>
  server.sql('update second_factor set last_step = null where account_id = $1', [accountId]);

/** As if the lock of a name had run out. */
export const waitForLock = (server: TestServer): Promise<unknown> =>
  server.sql(`update sign_in_failure set locked_until = now() - interval '1 second'`);
