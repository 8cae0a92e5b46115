import type { Problem } from '@yuheng/shared/contract/problem';
import { startServer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { withSettings } from '../../support/with-settings';
import { browserOf, browserWith, cookieFrom, makePerson, signIn } from './own-people';

interface Listed {
  sessions: {
    id: string;
    current: boolean;
    lastUsedAt: string;
    address: string;
    userAgent: string;
    method: string;
  }[];
}

describe('one’s own account', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.close());

  it('says who one is, what is due and how long the session lasts', async () => {
    const { username } = await makePerson(server, {
      roles: ['countyOfficer'],
      place: 'hongta',
      passwordAge: 80,
    });
    const answer = (await (await browserOf(server, username)).send('GET', '/api/account')).json<{
      password: { changedAt: string; expiresAt: string };
      session: { expiresAt: string };
    }>();
    expect(answer).toMatchObject({
      username,
      name: '王建国',
      roles: ['countyOfficer'],
      place: { id: 'hongta', kind: 'county', name: '红塔区' },
      demonstration: false,
      phone: null,
      passwordRules: { length: 12, classes: 3, history: 5 },
      secondFactor: { enrolled: false, required: false, recoveryCodesLeft: 0 },
      restriction: null,
      session: { idleMinutes: 60 },
      tokenMaxDays: 180,
      handOvers: [],
    });
    const days = (moment: string) => Math.round((Date.parse(moment) - Date.now()) / 86_400_000);
    expect([days(answer.password.changedAt), days(answer.password.expiresAt)]).toEqual([-80, 10]);
    expect(Math.round((Date.parse(answer.session.expiresAt) - Date.now()) / 3_600_000)).toBe(12);
  });

  it('of a demonstration has a password that does not age, however old it is', async () => {
    const answer = await server.request({ url: '/api/account', as: 'system-admin' });
    expect(answer.json()).toMatchObject({
      demonstration: true,
      restriction: null,
      password: { expiresAt: null },
      secondFactor: { enrolled: false, required: false },
    });
  });

  it('shows what was handed over to it, with the names of counties', async () => {
    const [from, to] = [await makePerson(server), await makePerson(server)];
    const pending = [
      { kind: 'inspection', program: 'assistants', county: 'hongta', month: '2026-02' },
      { kind: 'assignment', county: 'yimen', round: '0c5e0000-0000-4000-8000-00000000000a' },
    ];
    await server.sql(
      `insert into hand_over values (gen_random_uuid(), $1, $2, $2, '2026-03-20T00:00:00Z', '调离', $3)`,
      [from.accountId, to.accountId, JSON.stringify(pending)],
    );
    const answer = await (await browserOf(server, to.username)).send('GET', '/api/account');
    expect(answer.json<{ handOvers: unknown }>().handOvers).toEqual([
      {
        from: '王建国',
        at: '2026-03-20T00:00:00.000Z',
        reason: '调离',
        pending: [
          { kind: 'inspection', county: 'hongta', name: '红塔区', program: 'assistants', month: '2026-02' },
          { kind: 'assignment', county: 'yimen', name: '易门县' },
        ],
      },
    ]);
    const other = await (await browserOf(server, from.username)).send('GET', '/api/account');
    expect(other.json<{ handOvers: unknown }>().handOvers).toEqual([]);
  });

  describe('its telephone number', () => {
    const PHONE = '+86 138 1234 1234';

    it('is kept encrypted in its one form, answered masked, and removed', async () => {
      const { username, accountId } = await makePerson(server);
      const browser = await browserOf(server, username);
      const set = await browser.send('PUT', '/api/account/phone', { phone: PHONE });
      expect([set.status, set.json()]).toEqual([200, { phone: '138****1234' }]);
      expect((await browser.send('GET', '/api/account')).json()).toMatchObject({ phone: '138****1234' });
      const stored = await server.sql('select * from account_contact where account_id = $1', [accountId]);
      expect(stored).toEqual([
        {
          account_id: accountId,
          phone_cipher: expect.stringMatching(/^y1\.test\./),
          phone_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ]);
      await browser.send('PUT', '/api/account/phone', { phone: '0877-2012345' });
      expect((await browser.send('PUT', '/api/account/phone', { phone: null })).json()).toEqual({
        phone: null,
      });
      expect(await server.sql('select 1 from account_contact where account_id = $1', [accountId])).toEqual(
        [],
      );
    });

    it('of a demonstration account, which visitors share, is not kept', async () => {
      const answer = await server.request({
        method: 'PUT',
        url: '/api/account/phone',
        as: 'leader',
        body: { phone: PHONE },
      });
      expect([answer.status, answer.json<Problem>().detail]).toEqual([
        422,
        expect.stringContaining('演示账户为公用'),
      ]);
      expect(
        await server.sql(
          'select 1 from account_contact c join account a using (account_id) where demonstration',
        ),
      ).toEqual([]);
    });

    it('stands in the trail masked only, before and after', async () => {
      const { username, accountId } = await makePerson(server);
      const browser = await browserOf(server, username);
      await browser.send('PUT', '/api/account/phone', { phone: PHONE });
      await browser.send('PUT', '/api/account/phone', { phone: '13987654321' });
      await browser.send('PUT', '/api/account/phone', { phone: '139' });
      const entries = await trailOf(server, 'account.changePhone', accountId);
      expect(entries).toEqual([
        expect.objectContaining({ before: { phone: null }, after: { phone: '138****1234' } }),
        expect.objectContaining({ before: { phone: '138****1234' }, after: { phone: '139****4321' } }),
        expect.objectContaining({ outcome: 'refused', problem: 'refused' }),
      ]);
      expect(JSON.stringify(entries)).not.toMatch(/13812341234|13987654321/);
    });
  });

  it('says to a restricted session what frees it, and neither the telephone number nor what was handed over', async () => {
    const [from, to] = [await makePerson(server), await makePerson(server)];
    await server.sql(
      `insert into hand_over values (gen_random_uuid(), $1, $2, $2, '2026-03-20T00:00:00Z', '调离', '[]')`,
      [from.accountId, to.accountId],
    );
    const browser = await browserOf(server, to.username);
    await browser.send('PUT', '/api/account/phone', { phone: '13812341234' });
    const read = async () => (await browser.send('GET', '/api/account')).json<{ handOvers: unknown[] }>();
    expect(await read()).toMatchObject({ phone: '138****1234', handOvers: [{ reason: '调离' }] });
    await server.sql('update credential set must_change = true where account_id = $1', [to.accountId]);
    expect(await read()).toMatchObject({ restriction: 'password-change', phone: null, handOvers: [] });
  });

  describe('its sessions', () => {
    it('of a demonstration account, which visitors share, are shown to each as the own one only', async () => {
      const visitor = async () => {
        const body = { username: 'finance', password: 'Yuheng-demo-2025' };
        const answer = await server.request({ method: 'POST', url: '/api/session', body });
        return browserWith(server, cookieFrom(answer));
      };
      const visitors = [await visitor(), await visitor()];
      for (const one of visitors) {
        const { sessions } = (await one.send('GET', '/api/account/sessions')).json<Listed>();
        expect(sessions.map(({ current }) => current)).toEqual([true]);
      }
    });

    it('are listed, the latest used first, with where and how they were opened', async () => {
      const { username, accountId } = await makePerson(server);
      await signIn(server, username, {}, { 'user-agent': 'Firefox' });
      await server.sql(
        `update session set last_used_at = now() - interval '5 minutes' where account_id = $1`,
        [accountId],
      );
      const browser = await browserOf(server, username);
      const { sessions } = (await browser.send('GET', '/api/account/sessions')).json<Listed>();
      expect(
        sessions.map(({ current, userAgent, address, method }) => [current, userAgent, address, method]),
      ).toEqual([
        [true, expect.any(String), '127.0.0.1', 'password'],
        [false, 'Firefox', '127.0.0.1', 'password'],
      ]);
    });

    it('that are over or idle for too long are not listed', async () => {
      const { username, accountId } = await makePerson(server);
      const restore = await withSettings(server, { idleMinutes: 30 });
      for (const change of [
        `expires_at = now() - interval '1 second'`,
        `last_used_at = now() - interval '31 minutes'`,
      ]) {
        await signIn(server, username);
        await server.sql(`update session set ${change} where account_id = $1`, [accountId]);
      }
      const browser = await browserOf(server, username);
      const { sessions } = (await browser.send('GET', '/api/account/sessions')).json<Listed>();
      await restore();
      expect(sessions.map(({ current }) => current)).toEqual([true]);
    });

    it('end one by one, also the one that is in use, and nobody else’s', async () => {
      const [person, stranger] = [await makePerson(server), await makePerson(server)];
      const [here, there] = [
        await browserOf(server, person.username),
        await browserOf(server, person.username),
      ];
      const { sessions } = (await here.send('GET', '/api/account/sessions')).json<Listed>();
      const idOf = (current: boolean) => sessions.find((one) => one.current === current)?.id ?? '';
      const outside = await browserOf(server, stranger.username);
      expect((await outside.send('DELETE', `/api/account/sessions/${idOf(false)}`)).status).toBe(404);
      expect((await here.send('DELETE', `/api/account/sessions/${idOf(false)}`)).status).toBe(204);
      expect((await there.send('GET', '/api/account')).status).toBe(401);
      expect((await here.send('DELETE', `/api/account/sessions/${idOf(false)}`)).status).toBe(404);
      expect((await here.send('DELETE', `/api/account/sessions/${idOf(true)}`)).status).toBe(204);
      expect((await here.send('GET', '/api/account')).status).toBe(401);
    });

    it('end all but this one, and how many is answered and written down', async () => {
      const person = await makePerson(server);
      const others = [await browserOf(server, person.username), await browserOf(server, person.username)];
      const here = await browserOf(server, person.username);
      expect((await here.send('DELETE', '/api/account/sessions')).json()).toEqual({ ended: 2 });
      for (const one of others) expect((await one.send('GET', '/api/account')).status).toBe(401);
      expect((await here.send('GET', '/api/account')).status).toBe(200);
      expect(await trailOf(server, 'session.endOthers', person.accountId)).toEqual([
        expect.objectContaining({ after: { ended: 2 } }),
      ]);
    });
  });
});
