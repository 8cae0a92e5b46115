import type { Problem } from '@yuheng/shared/contract/problem';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { withSettings } from '../../support/with-settings';
import {
  type Browser,
  browserOf,
  enrol,
  makePerson,
  overviewBy,
  PASSWORD,
  type Person,
  signIn,
  tokenOf,
} from './own-people';

const OTHER = 'Another-heron-8';

describe('a password', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const problemOf = (answer: TestAnswer): Problem => answer.json<Problem>();
  const slugOf = (answer: TestAnswer): string => problemOf(answer).type.replace('/problems/', '');
  const change = (browser: Browser, current: string, password: string): Promise<TestAnswer> =>
    browser.send('PUT', '/api/account/password', { current, password });

  it('that was given by an administrator, or is too old, is changed before anything else is reached', async () => {
    for (const options of [{ mustChange: true }, { passwordAge: 90 }]) {
      const { username } = await makePerson(server, options);
      const browser = await browserOf(server, username);
      const refused = await browser.send('GET', '/api/counties');
      expect([refused.status, slugOf(refused)]).toEqual([403, 'password-change-required']);
      expect((await browser.send('GET', '/api/account')).json()).toMatchObject({
        restriction: 'password-change',
      });
      expect((await change(browser, PASSWORD, OTHER)).status).toBe(204);
      expect((await browser.send('GET', '/api/counties')).status).toBe(200);
    }
  });

  it('of 89 days is not too old, and with the setting at 0 none ever is', async () => {
    const young = await browserOf(server, (await makePerson(server, { passwordAge: 89 })).username);
    expect((await young.send('GET', '/api/counties')).status).toBe(200);
    const old = await browserOf(server, (await makePerson(server, { passwordAge: 900 })).username);
    expect((await old.send('GET', '/api/counties')).status).toBe(403);
    const restore = await withSettings(server, { passwordMaxAgeDays: 0 });
    expect((await old.send('GET', '/api/counties')).status).toBe(200);
    expect((await old.send('GET', '/api/account')).json()).toMatchObject({ password: { expiresAt: null } });
    await restore();
  });

  it('once changed, opens, and the one before does not', async () => {
    const { username, accountId } = await makePerson(server);
    await change(await browserOf(server, username), PASSWORD, OTHER);
    expect((await signIn(server, username)).status).toBe(401);
    expect((await signIn(server, username, { password: OTHER })).status).toBe(200);
    const entries = await trailOf(server, 'password.change', accountId);
    expect(entries).toEqual([
      expect.objectContaining({ outcome: 'done', actor: { account: accountId, username } }),
    ]);
    expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${PASSWORD}|${OTHER}|argon2`));
  });

  it('ends all other sessions when it is changed, and keeps this one', async () => {
    const { username } = await makePerson(server);
    const [here, there] = [await browserOf(server, username), await browserOf(server, username)];
    await change(here, PASSWORD, OTHER);
    expect((await here.send('GET', '/api/account')).status).toBe(200);
    expect((await there.send('GET', '/api/account')).status).toBe(401);
  });

  it('ends all access tokens when it is changed', async () => {
    const { username } = await makePerson(server);
    const browser = await browserOf(server, username);
    const token = await tokenOf(browser);
    expect((await overviewBy(server, token)).status).toBe(200);
    await change(browser, PASSWORD, OTHER);
    expect((await overviewBy(server, token)).status).toBe(401);
  });

  it('follows the rule of the city', async () => {
    const { username } = await makePerson(server);
    const browser = await browserOf(server, username);
    const weak = await change(browser, PASSWORD, 'heron');
    expect([weak.status, problemOf(weak).errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      ['/password', '/password'],
    ]);
    expect(slugOf(await change(browser, PASSWORD, `My-${username}-77`))).toBe('refused');
    const restore = await withSettings(server, { passwordLength: 16, passwordClasses: 4 });
    const strict = await change(browser, PASSWORD, OTHER);
    await restore();
    expect(problemOf(strict).errors?.[0]?.detail).toContain('至少应有 16 个字符');
    expect((await change(browser, PASSWORD, OTHER)).status).toBe(204);
  });

  it('wrong as the current one changes nothing and counts as a failure of the name', async () => {
    const { username } = await makePerson(server);
    const browser = await browserOf(server, username);
    for (let i = 0; i < 5; i += 1) {
      const answer = await change(browser, 'wrong', OTHER);
      expect([answer.status, slugOf(answer)]).toEqual([401, 'wrong-credentials']);
      expect(problemOf(answer).detail).toContain('当前密码不正确');
    }
    const locked = await change(browser, PASSWORD, OTHER);
    expect([locked.status, slugOf(locked)]).toEqual([429, 'too-many-requests']);
    expect((await signIn(server, username)).status).toBe(429);
  });

  describe('that was used before', () => {
    const nth = (n: number): string => `Heron-number-${n}-x`;
    const walk = async (person: Person, browser: Browser, count: number): Promise<void> => {
      let current = PASSWORD;
      for (let n = 1; n <= count; n += 1) {
        expect((await change(browser, current, nth(n))).status).toBe(204);
        current = nth(n);
        // As many changes in a second as here nobody makes.
        await server.sql(
          'update credential set changed_at = changed_at + make_interval(secs => $2) where account_id = $1',
          [person.accountId, n],
        );
      }
    };

    it('is refused among the last five and the current one, and taken again after them', async () => {
      const person = await makePerson(server);
      const browser = await browserOf(server, person.username);
      await walk(person, browser, 5);
      for (const used of [PASSWORD, nth(1), nth(4), nth(5)]) {
        const answer = await change(browser, nth(5), used);
        expect([used, answer.status]).toEqual([used, 422]);
        expect(problemOf(answer).errors).toEqual([
          { pointer: '/password', detail: '不得使用当前密码和最近用过的 5 个密码，请换一个。' },
        ]);
      }
      expect((await change(browser, nth(5), nth(6))).status).toBe(204);
      expect((await change(browser, nth(6), PASSWORD)).status).toBe(204);
      const [{ kept } = { kept: 0 }] = await server.sql<{ kept: number }>(
        'select count(*)::int as kept from former_password where account_id = $1',
        [person.accountId],
      );
      expect(kept).toBe(5);
    });

    it('is refused as the current one alone where the setting keeps none, and none is kept', async () => {
      const restore = await withSettings(server, { passwordHistory: 0 });
      const person = await makePerson(server);
      const browser = await browserOf(server, person.username);
      await walk(person, browser, 2);
      const same = await change(browser, nth(2), nth(2));
      const back = await change(browser, nth(2), nth(1));
      await restore();
      expect([same.status, back.status]).toEqual([422, 204]);
      expect(
        await server.sql('select 1 from former_password where account_id = $1', [person.accountId]),
      ).toEqual([]);
    });
  });

  it('changed twice at one moment is changed once', async () => {
    const { username } = await makePerson(server);
    const browser = await browserOf(server, username);
    const statuses = await Promise.all(
      ['A-heron-in-the-sky-1', 'A-heron-in-the-sky-2'].map(
        async (one) => (await change(browser, PASSWORD, one)).status,
      ),
    );
    expect(statuses.sort()).toEqual([204, 401]);
  });

  it('of a demonstration account, which is shared, is not changed', async () => {
    const body = { current: 'Yuheng-demo-2025', password: OTHER };
    const answer = await server.request({ method: 'PUT', url: '/api/account/password', as: 'leader', body });
    expect([answer.status, slugOf(answer)]).toEqual([422, 'refused']);
    expect(problemOf(answer).detail).toContain('演示账户为公用');
  });

  it('is not changed by a session that has not given its second factor', async () => {
    const person = await makePerson(server);
    const other = await browserOf(server, person.username);
    await enrol(server, person);
    const answer = await change(other, PASSWORD, OTHER);
    expect([answer.status, slugOf(answer)]).toEqual([401, 'second-factor-required']);
  });

  it('of the first administrator follows the rule too', async () => {
    const empty = await startServer({ variables: { YUHENG_DEMO: '0' } });
    const make = (password: string) =>
      empty.request({
        method: 'POST',
        url: '/api/first-administrator',
        body: {
          token: empty.installation.firstAdministratorToken,
          username: 'first-admin',
          name: '王建国',
          password,
        },
      });
    const weak = await make('first-admin-first-admin');
    const strong = await make(PASSWORD);
    await empty.close();
    expect([weak.status, weak.json<Problem>().errors?.length]).toEqual([422, 2]);
    expect(strong.status).toBe(201);
  });
});
