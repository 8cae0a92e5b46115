import type { Problem } from '@yuheng/shared/contract/problem';
import { verify } from '@node-rs/argon2';
import { FAILURES_OF_ADDRESS } from '@yuheng/backend/identity/sign-in-address-limit';
import { SignInLock } from '@yuheng/backend/identity/proof/sign-in-lock';
import { SessionsRepository } from '@yuheng/backend/identity/sessions.repository';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { withSettings } from '../../support/with-settings';
import {
  browserOf,
  codeOf,
  cookieFrom,
  enrol,
  makePerson,
  PASSWORD,
  type Person,
  signIn,
  waitForLock,
} from './own-people';

jest.mock('@node-rs/argon2', () => {
  const actual = jest.requireActual<typeof import('@node-rs/argon2')>('@node-rs/argon2');
  return { ...actual, verify: jest.fn(actual.verify) };
});
const hashesCompared = verify as unknown as jest.Mock<Promise<boolean>>;

/** Every comparison says no at once while the work goes on: for what does not depend on how long a hash takes. */
async function withoutHashing<Result>(work: () => Promise<Result>): Promise<Result> {
  const real = hashesCompared.getMockImplementation();
  hashesCompared.mockImplementation(() => Promise.resolve(false));
  try {
    return await work();
  } finally {
    hashesCompared.mockImplementation(real);
  }
}

const WRONG = { password: 'not the password' };

describe('sign-in', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const wrong = (username: string, address = '10.0.0.1'): Promise<TestAnswer> =>
    inject(username, WRONG.password, address);
  const inject = async (username: string, password: string, remoteAddress: string): Promise<TestAnswer> => {
    const answer = await server.app
      .getHttpAdapter()
      .getInstance()
      .inject({ method: 'POST', url: '/api/session', payload: { username, password }, remoteAddress });
    return {
      status: answer.statusCode,
      headers: answer.headers as TestAnswer['headers'],
      text: answer.body,
      bytes: answer.rawPayload,
      json: <Body>() => JSON.parse(answer.body) as Body,
    };
  };

  describe('for a name that nobody has', () => {
    /** What an attempt costs: hashes compared, statements outside of transactions. */
    const workOf = async (username: string) => {
      hashesCompared.mockClear();
      const statements = jest.spyOn(server.source, 'query');
      const before = performance.now();
      const answer = await wrong(username);
      const work = {
        hashes: hashesCompared.mock.calls.length,
        // The entry in the trail is what a known name has more: the least time hides it.
        statements: statements.mock.calls
          .map(([text]) => text)
          .filter((text) => !text.includes('append_audit')),
      };
      statements.mockRestore();
      return { answer, work, took: performance.now() - before };
    };

    it('the work, the answer and the least time are those of a wrong password', async () => {
      const { username } = await makePerson(server);
      const [known, unknown] = await withoutHashing(async () => [
        await workOf(username),
        await workOf('no-such-person'),
      ]);
      expect(unknown.work).toEqual(known.work);
      expect(known.work.hashes).toBe(1);
      expect(known.work.statements).toHaveLength(4);
      const said = ({ answer }: typeof known) => [
        answer.status,
        answer.text.replace(/\/requests\/[0-9a-f-]{36}/, ''),
        { ...answer.headers, date: '' },
      ];
      expect(said(unknown)).toEqual(said(known));
      // A timer may be a millisecond early.
      expect(Math.min(known.took, unknown.took)).toBeGreaterThan(248);
    });

    it('the lock comes at the same attempt and says the same', async () => {
      const { username } = await makePerson(server);
      for (const name of [username, 'nobody-locked']) {
        const statuses = [];
        for (let i = 0; i < 6; i += 1) statuses.push((await wrong(name)).status);
        expect([name, statuses]).toEqual([name, [401, 401, 401, 401, 401, 429]]);
      }
      const answers = [await wrong(username), await wrong('nobody-locked')];
      expect(answers.map(({ headers }) => Number(headers['retry-after']) > 50)).toEqual([true, true]);
      // One may have come a second later than the other.
      const [known, unknown] = answers.map((answer) =>
        answer.json<Problem>().detail.replace(/\d+ (?:秒|分钟)/, '…'),
      );
      expect(unknown).toBe(known);
    });

    it('no entry is made, and what was typed into the field is stored nowhere', async () => {
      await wrong('Geheimnis-in-the-wrong-field');
      const rows = await server.sql(
        `select * from audit_entry where content like '%Geheimnis%'
         union all select * from audit_entry where act = 'session.open' and object_id is null`,
      );
      expect(rows).toEqual([]);
      expect(JSON.stringify(await server.sql('select * from sign_in_failure'))).not.toContain('Geheimnis');
    });
  });

  describe('after failures in a row', () => {
    it('is locked after the fifth for a minute, whatever the password, and Retry-After says how long', async () => {
      const { username } = await makePerson(server);
      for (let i = 0; i < 5; i += 1) expect((await wrong(username)).status).toBe(401);
      hashesCompared.mockClear();
      const answer = await signIn(server, username);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(50);
      expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60);
      expect(answer.json<Problem>().detail).toContain('已暂时锁定');
      expect(hashesCompared).not.toHaveBeenCalled();
    });

    it('the entry of the failure that locked the name says so and for how long, those before it do not', async () => {
      const { accountId, username } = await makePerson(server);
      for (let i = 0; i < 5; i += 1) await wrong(username);
      const told = (await trailOf(server, 'session.open', accountId)).map(({ after }) => after);
      expect(told.slice(0, 4)).toEqual(Array(4).fill({ username }));
      expect(told.slice(4)).toEqual([{ username, lockedForSeconds: expect.any(Number) as number }]);
      const { lockedForSeconds } = told[4] as { lockedForSeconds: number };
      expect(lockedForSeconds).toBeGreaterThan(50);
      expect(lockedForSeconds).toBeLessThanOrEqual(60);
    });

    it('so does the entry of a change of the password whose current one was guessed', async () => {
      const person = await makePerson(server);
      const browser = await browserOf(server, person.username);
      for (let i = 0; i < 5; i += 1) {
        await browser.send('PUT', '/api/account/password', {
          current: 'guessed',
          password: 'Egret-in-the-reeds-8',
        });
      }
      const told = (await trailOf(server, 'password.change', person.accountId)).map(({ after }) => after);
      const locked = { lockedForSeconds: expect.any(Number) as number };
      expect(told).toStrictEqual([undefined, undefined, undefined, undefined, locked]);
    });

    it('each further one locks twice as long, up to the longest', async () => {
      const restore = await withSettings(server, { lockMinutes: 2, lockMaxMinutes: 7 });
      const { username } = await makePerson(server);
      for (let i = 0; i < 5; i += 1) await wrong(username);
      const waits = [];
      for (let i = 0; i < 3; i += 1) {
        waits.push(Math.ceil(Number((await wrong(username)).headers['retry-after']) / 60));
        await waitForLock(server);
        await wrong(username);
      }
      await restore();
      expect(waits).toEqual([2, 4, 7]);
    });

    it('is free again when the wait is over, and a success forgets the failures', async () => {
      const { username } = await makePerson(server);
      for (let i = 0; i < 5; i += 1) await wrong(username);
      await waitForLock(server);
      expect((await signIn(server, username)).status).toBe(200);
      for (let i = 0; i < 4; i += 1) expect((await wrong(username)).status).toBe(401);
      expect((await signIn(server, username)).status).toBe(200);
    });

    it('of another name nobody has to wait', async () => {
      const [guessed, other] = [await makePerson(server), await makePerson(server)];
      for (let i = 0; i < 6; i += 1) await wrong(guessed.username);
      expect((await signIn(server, other.username)).status).toBe(200);
    });

    it('the setting says after how many', async () => {
      const restore = await withSettings(server, { lockAfter: 3 });
      const { username } = await makePerson(server);
      const statuses = [];
      for (let i = 0; i < 4; i += 1) statuses.push((await wrong(username)).status);
      await restore();
      expect(statuses).toEqual([401, 401, 401, 429]);
    });

    it('of thirty guesses at one moment no more than five are answered, and a right one behind them is not', async () => {
      const { username } = await makePerson(server);
      const statuses = await Promise.all([
        ...Array.from({ length: 30 }, async () => (await wrong(username)).status),
        (async () => (await signIn(server, username)).status)(),
      ]);
      expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
      expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(25);
      expect((await signIn(server, username)).status).toBe(429);
    });
  });

  it('one address that fails with too many names has to wait, others need not, and success costs it nothing', async () => {
    const { username } = await makePerson(server);
    const address = '10.9.9.9';
    for (let i = 0; i < 3; i += 1) expect((await inject(username, PASSWORD, address)).status).toBe(200);
    const names = Array.from({ length: FAILURES_OF_ADDRESS }, (_, index) => `guessed-name-${index}`);
    const statuses: number[] = [];
    await withoutHashing(async () => {
      while (names.length > 0) {
        const answers = await Promise.all(names.splice(0, 10).map((name) => wrong(name, address)));
        statuses.push(...answers.map(({ status }) => status));
      }
    });
    expect(new Set(statuses)).toEqual(new Set([401]));
    const refused = await inject(username, PASSWORD, address);
    expect([refused.status, Number(refused.headers['retry-after']) > 500]).toEqual([429, true]);
    expect(refused.json<Problem>().detail).toContain('网络地址');
    expect((await inject(username, PASSWORD, '10.9.9.8')).status).toBe(200);
  });

  describe('leaves in the trail', () => {
    it('who opened a session, with which roles, from where and by what', async () => {
      const { username, accountId } = await makePerson(server, { roles: ['leader', 'inspector'] });
      await inject(username, PASSWORD, '10.1.2.3');
      expect(await trailOf(server, 'session.open', accountId)).toEqual([
        expect.objectContaining({
          actor: { account: accountId, username },
          roles: ['inspector', 'leader'],
          object: { kind: 'account', id: accountId },
          outcome: 'done',
          after: { method: 'password', secondFactor: false },
          address: '10.1.2.3',
          requestId: expect.any(String),
        }),
      ]);
    });

    it('a wrong password for an account that exists, by its user name, as of nobody, and nothing of what was typed', async () => {
      const { username, accountId } = await makePerson(server);
      await wrong(username);
      const entries = await trailOf(server, 'session.open', accountId);
      expect(entries).toEqual([
        expect.objectContaining({
          actor: null,
          roles: [],
          object: { kind: 'account', id: accountId },
          after: { username },
          outcome: 'refused',
          problem: 'wrong-credentials',
        }),
      ]);
      expect(JSON.stringify(entries)).not.toContain(WRONG.password);
    });
  });

  describe('by what is no longer so when it was proved', () => {
    /** As if it happened right after a step of the sign-in that is under way. */
    function after<Key extends string>(
      object: Record<Key, (...given: never[]) => Promise<unknown>>,
      step: Key,
      happens: () => Promise<unknown>,
    ): void {
      const real = object[step].bind(object);
      object[step] = async (...given) => {
        object[step] = real;
        const answer = await real(...given);
        await happens();
        return answer;
      };
    }
    const sessionsOf = ({ accountId }: Person) =>
      server.sql('select 1 from session where account_id = $1', [accountId]);

    it('opens nothing: a password that was changed meanwhile', async () => {
      const person = await makePerson(server);
      const { accountId } = person;
      after(server.app.get(SignInLock), 'note', () =>
        server.sql(`update credential set password_hash = password_hash || 'x' where account_id = $1`, [
          accountId,
        ]),
      );
      const answer = await signIn(server, person.username);
      expect([answer.status, answer.json<Problem>().type]).toEqual([401, '/problems/wrong-credentials']);
      expect(await sessionsOf(person)).toEqual([]);
      expect(await trailOf(server, 'session.open', accountId)).toEqual([
        expect.objectContaining({ actor: null, outcome: 'refused', problem: 'wrong-credentials' }),
      ]);
    });

    it('opens nothing: a second factor that was taken off meanwhile', async () => {
      const person = await makePerson(server);
      const { secret, browser } = await enrol(server, person);
      await browser.send('DELETE', '/api/session');
      after(server.app.get(SignInLock), 'note', () =>
        server.sql('delete from second_factor where account_id = $1', [person.accountId]),
      );
      expect((await signIn(server, person.username, { code: codeOf(secret) })).status).toBe(401);
      expect(await sessionsOf(person)).toEqual([]);
    });

    it('what changes the password waits until the session is there, and so finds it', async () => {
      const person = await makePerson(server);
      const said: unknown[] = [];
      await server.sql(`set lock_timeout = '200ms'`);
      after(server.app.get(SessionsRepository), 'open', () =>
        server
          .sql('update credential set must_change = false where account_id = $1', [person.accountId])
          .catch((failure: Error) => said.push(failure.message)),
      );
      const answer = await signIn(server, person.username);
      await server.sql('reset lock_timeout');
      expect([answer.status, said]).toEqual([200, ['canceling statement due to lock timeout']]);
    });
  });

  it('over an open session ends that one, in the same browser, whoever’s it was', async () => {
    const [first, second] = [await makePerson(server), await makePerson(server)];
    const before = await browserOf(server, first.username);
    const answer = await signIn(server, second.username, {}, { cookie: before.cookie });
    expect(answer.status).toBe(200);
    expect(cookieFrom(answer)).not.toBe(before.cookie);
    expect((await before.send('GET', '/api/account')).status).toBe(401);
  });

  it('an account that waits for approval, or is disabled, is as one that is not there', async () => {
    for (const change of ['approved_at = null', 'disabled_at = now()']) {
      const { username, accountId } = await makePerson(server);
      await server.sql(`update account set ${change} where account_id = $1`, [accountId]);
      expect((await signIn(server, username)).status).toBe(401);
    }
  });

  it('keeps the name that a browser gives itself shortened', async () => {
    const { username, accountId } = await makePerson(server);
    await signIn(server, username, {}, { 'user-agent': 'x'.repeat(5000) });
    const [row] = await server.sql<{ user_agent: string }>(
      'select user_agent from session where account_id = $1',
      [accountId],
    );
    expect(row?.user_agent).toBe('x'.repeat(200));
  });
});
