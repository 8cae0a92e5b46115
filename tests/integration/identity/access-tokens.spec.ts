import { SignInLock } from '@yuheng/backend/identity/proof/sign-in-lock';
import type { Problem } from '@yuheng/shared/contract/problem';
import { startServer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import {
  beijingDay,
  browserOf,
  codeOf,
  enrol,
  makePerson,
  overviewBy,
  PASSWORD,
  tokenOf,
  wrongCodeOf,
} from './own-people';

describe('access tokens of one’s own account', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  const day = beijingDay;
  const body = (more: Readonly<Record<string, unknown>> = {}) => ({
    name: '大屏',
    scopes: ['overview:read'],
    lastDay: day(1),
    password: PASSWORD,
    ...more,
  });
  const overview = (token: string, url = '/api/overview?program=assistants&year=2025') =>
    server.request({ url, headers: { authorization: `Bearer ${token}` } });

  it('read what they were made for, in the name and the scope of the account, and nothing else', async () => {
    const { username } = await makePerson(server, { roles: ['countyOfficer'], place: 'hongta' });
    const browser = await browserOf(server, username);
    const made = await browser.send('POST', '/api/account/tokens', body());
    expect(made.status).toBe(201);
    const { token } = made.json<{ token: string }>();
    expect(token).toMatch(/^yht_[\w-]{43}$/);
    const answer = await overview(token);
    expect(answer.json<{ counties: { id: string }[] }>().counties.map(({ id }) => id)).toEqual(['hongta']);
    for (const url of ['/api/counties', '/api/account', '/api/account/tokens']) {
      expect((await overview(token, url)).status).toBe(403);
    }
  });

  it('are shown once, kept as SHA-256, and stand in the trail without themselves', async () => {
    const { username, accountId } = await makePerson(server);
    const browser = await browserOf(server, username);
    const { token, id } = (await browser.send('POST', '/api/account/tokens', body())).json<{
      token: string;
      id: string;
    }>();
    const list = await browser.send('GET', '/api/account/tokens');
    expect(list.json()).toMatchObject({
      tokens: [{ id, name: '大屏', scopes: ['overview:read'], lastUsedAt: null }],
    });
    const stored = JSON.stringify([
      await server.sql('select * from access_token where account_id = $1', [accountId]),
      await server.sql('select content from audit_entry'),
      list.text,
    ]);
    expect(stored).not.toContain(token);
    expect(await trailOf(server, 'accessToken.create', id)).toEqual([
      expect.objectContaining({ after: { name: '大屏', scopes: ['overview:read'], lastDay: day(1) } }),
    ]);
  });

  it('work until their last day is over in Beijing, and no longer than the setting', async () => {
    const browser = await browserOf(server, (await makePerson(server)).username);
    const make = (lastDay: string) => browser.send('POST', '/api/account/tokens', body({ lastDay }));
    const { expiresAt, token, id } = (await make(day(0))).json<{
      expiresAt: string;
      token: string;
      id: string;
    }>();
    expect(expiresAt).toBe(`${day(0)}T16:00:00.000Z`);
    expect((await overview(token)).status).toBe(200);
    await server.sql(`update access_token set expires_at = now() - interval '1 second' where token_id = $1`, [
      id,
    ]);
    expect((await overview(token)).status).toBe(401);
    expect((await make(day(180))).status).toBe(201);
    for (const lastDay of [day(-1), day(181)]) {
      const answer = await make(lastDay);
      expect([answer.status, answer.json<Problem>().errors?.[0]?.pointer]).toEqual([422, '/lastDay']);
    }
    expect(
      (await browser.send('GET', '/api/account/tokens')).json<{ tokens: unknown[] }>().tokens,
    ).toHaveLength(1);
  });

  it('carry nothing that the account may not do', async () => {
    const { username } = await makePerson(server, { roles: ['evaluator'] });
    const answer = await (await browserOf(server, username)).send('POST', '/api/account/tokens', body());
    expect([answer.status, answer.json<Problem>().errors?.[0]?.pointer]).toEqual([422, '/scopes/0']);
  });

  it('open nothing while the password is to be changed: one that was given, or is too old', async () => {
    for (const change of ['must_change = true', `changed_at = now() - interval '91 days'`]) {
      const { username, accountId } = await makePerson(server);
      const token = await tokenOf(await browserOf(server, username));
      await server.sql(`update credential set ${change} where account_id = $1`, [accountId]);
      const answer = await overviewBy(server, token);
      expect([answer.status, answer.json<Problem>().type]).toEqual([
        403,
        '/problems/password-change-required',
      ]);
    }
  });

  it('take a code as well where a second factor is enrolled, and then work without one', async () => {
    const person = await makePerson(server);
    const { browser, secret } = await enrol(server, person);
    const make = (more: Readonly<Record<string, unknown>>) =>
      browser.send('POST', '/api/account/tokens', body(more));
    for (const more of [{}, { code: wrongCodeOf(secret) }]) {
      const answer = await make(more);
      expect([answer.status, answer.json<Problem>().type]).toEqual([401, '/problems/second-factor-required']);
    }
    const made = await make({ code: codeOf(secret) });
    expect(made.status).toBe(201);
    expect((await overviewBy(server, made.json<{ token: string }>().token)).status).toBe(200);
  });

  it('are not made by a password that is changed meanwhile', async () => {
    const { username, accountId } = await makePerson(server);
    const browser = await browserOf(server, username);
    const lock = server.app.get(SignInLock);
    jest.spyOn(lock, 'note').mockImplementationOnce(async () => {
      await server.sql(`update credential set password_hash = 'another' where account_id = $1`, [accountId]);
      return 0;
    });
    expect((await browser.send('POST', '/api/account/tokens', body())).status).toBe(401);
    expect(await server.sql('select 1 from access_token where account_id = $1', [accountId])).toEqual([]);
  });

  it('are named by their scheme in any letters', async () => {
    const token = await tokenOf(await browserOf(server, (await makePerson(server)).username));
    for (const scheme of ['bearer', 'BEARER', 'Bearer ']) {
      expect([scheme, (await overviewBy(server, token, scheme)).status]).toEqual([scheme, 200]);
    }
    expect((await overviewBy(server, token, 'Basic')).status).toBe(401);
  });

  it('take the password, which counts as at sign-in', async () => {
    const { username } = await makePerson(server);
    const browser = await browserOf(server, username);
    for (let i = 0; i < 5; i += 1) {
      expect((await browser.send('POST', '/api/account/tokens', body({ password: 'wrong' }))).status).toBe(
        401,
      );
    }
    expect((await browser.send('POST', '/api/account/tokens', body())).status).toBe(429);
  });

  it('end when they are revoked, by their own person alone', async () => {
    const [person, stranger] = [await makePerson(server), await makePerson(server)];
    const browser = await browserOf(server, person.username);
    const { token, id } = (await browser.send('POST', '/api/account/tokens', body())).json<{
      token: string;
      id: string;
    }>();
    const outside = await browserOf(server, stranger.username);
    expect((await outside.send('DELETE', `/api/account/tokens/${id}`)).status).toBe(404);
    expect((await overview(token)).status).toBe(200);
    expect((await browser.send('DELETE', `/api/account/tokens/${id}`)).status).toBe(204);
    expect((await overview(token)).status).toBe(401);
    expect((await browser.send('DELETE', `/api/account/tokens/${id}`)).status).toBe(404);
    expect((await browser.send('GET', '/api/account/tokens')).json()).toEqual({ tokens: [] });
  });

  it('may be made for a demonstration account too', async () => {
    const answer = await server.request({
      method: 'POST',
      url: '/api/account/tokens',
      as: 'leader',
      body: body({ password: 'Yuheng-demo-2025' }),
    });
    expect(answer.status).toBe(201);
  });
});
