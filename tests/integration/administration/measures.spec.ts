import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import {
  ACCOUNTS,
  detailOf,
  makeClerk,
  makePerson,
  openBoth,
  openWays,
  problemOf,
  readAs,
  REASON,
  type Person,
} from './people';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const MEASURES = [
  'disabling',
  'password-reset',
  'second-factor-reset',
  'unlocking',
  'phone-disclosure',
  'hand-over',
] as const;

describe('measures on an account', () => {
  let server: TestServer;
  let administrator: Person;

  beforeAll(async () => {
    server = await startServer();
    administrator = await makePerson(server);
  });

  afterAll(() => server?.close());

  const bodyOf = (measure: string, version = 1): Record<string, unknown> => ({
    reason: REASON,
    ...(measure === 'disabling' || measure === 'hand-over' ? { version } : {}),
    ...(measure === 'hand-over' ? { successor: { username: 'never-made', name: '王接替' } } : {}),
  });
  const take = (id: string, measure: string, by = administrator, version = 1): Promise<TestAnswer> =>
    by.send('POST', `${ACCOUNTS}/${id}/${measure}`, bodyOf(measure, version));
  const signIn = (username: string, password: string) =>
    server.request({ method: 'POST', url: '/api/session', body: { username, password } });
  const enrol = (id: string) =>
    server.sql(`insert into second_factor values ($1, 'stands for a secret', now(), now(), null)`, [id]);

  it.each(MEASURES)('%s on an account that nobody has is not found', async (measure) => {
    expect(problemOf(await take(UNKNOWN, measure))).toEqual([404, 'not-found']);
  });

  it.each(['disabling', 'password-reset', 'second-factor-reset', 'hand-over'])(
    '%s on a demonstration account is refused, because all visitors share it',
    async (measure) => {
      const [demo] = await server.sql<{ id: string }>(
        `select account_id as id from account where username = 'county-hongta'`,
      );
      const answer = await take(demo?.id ?? '', measure);
      expect(problemOf(answer)).toEqual([422, 'refused']);
      expect(detailOf(answer)).toContain('“county-hongta”是供所有访问者共用的演示账户');
      expect((await signIn('county-hongta', 'Yuheng-demo-2025')).status).toBe(200);
    },
  );

  it.each(['disabling', 'password-reset', 'second-factor-reset', 'hand-over'])(
    '%s on the own account is refused and says who does it',
    async (measure) => {
      await enrol(administrator.id);
      const answer = await take(administrator.id, measure);
      await server.sql('delete from second_factor where account_id = $1', [administrator.id]);
      expect(problemOf(answer)).toEqual([422, 'refused']);
      expect(detailOf(answer)).toContain('另一名系统管理员');
      expect((await readAs(administrator, administrator.id)).state).toBe('active');
    },
  );

  it.each(['disabling', 'password-reset', 'second-factor-reset', 'hand-over'])(
    '%s on a closed account is refused',
    async (measure) => {
      const { account } = await makeClerk(administrator);
      await enrol(account.id);
      await take(account.id, 'disabling');
      const answer = await take(account.id, measure, administrator, 2);
      expect(problemOf(answer)).toEqual([422, 'refused']);
      expect(detailOf(answer)).toContain('已停用');
    },
  );

  it.each(MEASURES)('%s leaves one entry with its reason, done or refused', async (measure) => {
    const { account } = await makeClerk(administrator);
    const act = {
      disabling: 'account.disable',
      'password-reset': 'account.resetPassword',
      'second-factor-reset': 'account.resetSecondFactor',
      unlocking: 'account.unlock',
      'phone-disclosure': 'account.disclosePhone',
      'hand-over': 'account.handOver',
    }[measure];
    const { status } = await take(account.id, measure, administrator, measure === 'hand-over' ? 7 : 1);
    const entries = await trailOf(server, act, account.id);
    expect(entries).toMatchObject([
      {
        reason: REASON,
        outcome: status < 300 ? 'done' : 'refused',
        actor: { username: administrator.username },
      },
    ]);
  });

  describe('say before and after in the trail:', () => {
    const saidOf = async (act: string, id: string) => {
      const [{ before, after } = {}] = await trailOf(server, act, id);
      return { before, after };
    };

    it('closing', async () => {
      const { account } = await makeClerk(administrator);
      await openBoth(server, account.id);
      await take(account.id, 'disabling');
      expect(await saidOf('account.disable', account.id)).toEqual({
        before: { state: 'active' },
        after: { username: account.username, state: 'disabled', sessionsEnded: 1 },
      });
    });

    it('a new first password, after which a lock of the name is over', async () => {
      const { account } = await makeClerk(administrator);
      for (let n = 0; n < 5; n += 1) await signIn(account.username, 'forgotten');
      await server.sql('update credential set must_change = false where account_id = $1', [account.id]);
      await openBoth(server, account.id);
      await openBoth(server, account.id);
      const { lockedUntil } = await readAs(administrator, account.id);
      await take(account.id, 'password-reset');
      expect(await saidOf('account.resetPassword', account.id)).toEqual({
        before: { mustChangePassword: false, lockedUntil },
        after: {
          username: account.username,
          mustChangePassword: true,
          lockedUntil: null,
          sessionsEnded: 2,
        },
      });
    });

    it('taking the second factor off', async () => {
      const { account } = await makeClerk(administrator);
      await enrol(account.id);
      await take(account.id, 'second-factor-reset');
      expect(await saidOf('account.resetSecondFactor', account.id)).toEqual({
        before: { secondFactor: true },
        after: { username: account.username, secondFactor: false, sessionsEnded: 0 },
      });
    });

    it('unlocking, which ends no session', async () => {
      const { account } = await makeClerk(administrator);
      for (let n = 0; n < 5; n += 1) await signIn(account.username, 'mistyped');
      const { lockedUntil } = await readAs(administrator, account.id);
      await take(account.id, 'unlocking');
      expect(await saidOf('account.unlock', account.id)).toEqual({
        before: { lockedUntil },
        after: { username: account.username, lockedUntil: null },
      });
    });
  });

  describe('closing', () => {
    it('is for good: its person is out at once and comes in no more', async () => {
      const { account, initialPassword } = await makeClerk(administrator);
      await openBoth(server, account.id);
      const answer = await take(account.id, 'disabling');
      expect(answer.json()).toMatchObject({ state: 'disabled', disabledReason: REASON, version: 2 });
      expect(await openWays(server, account.id)).toBe(0);
      expect((await signIn(account.username, initialPassword)).status).toBe(401);
    });

    it('an account that was changed meanwhile is a conflict', async () => {
      const { account } = await makeClerk(administrator);
      expect(problemOf(await take(account.id, 'disabling', administrator, 2))).toEqual([409, 'conflict']);
    });
  });

  describe('a new first password', () => {
    it('replaces the former one, has to be changed, and ends what was open', async () => {
      const { account, initialPassword: former } = await makeClerk(administrator);
      await server.sql('update credential set must_change = false where account_id = $1', [account.id]);
      await openBoth(server, account.id);
      const answer = await take(account.id, 'password-reset');
      const { initialPassword, account: after } = answer.json<{
        initialPassword: string;
        account: AdministeredAccount;
      }>();
      expect(after).toMatchObject({ mustChangePassword: true, state: 'active', version: 1 });
      expect(await openWays(server, account.id)).toBe(0);
      expect((await signIn(account.username, former)).status).toBe(401);
      expect((await signIn(account.username, initialPassword)).status).toBe(200);
    });

    it('is no way back to the password before it: that one counts among the former ones', async () => {
      const { account, initialPassword: former } = await makeClerk(administrator);
      const { initialPassword } = (await take(account.id, 'password-reset')).json<{
        initialPassword: string;
      }>();
      const opened = await signIn(account.username, initialPassword);
      const cookie = (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '';
      const answer = await server.request({
        method: 'PUT',
        url: '/api/account/password',
        headers: { cookie },
        body: { current: initialPassword, password: former },
      });
      expect(problemOf(answer)).toEqual([422, 'refused', '/password']);
      expect(detailOf(answer)).toContain('最近用过');
    });

    it('leaves the second factor in force: it alone signs nobody in', async () => {
      const { account } = await makeClerk(administrator);
      await enrol(account.id);
      const { initialPassword, account: after } = (await take(account.id, 'password-reset')).json<{
        initialPassword: string;
        account: AdministeredAccount;
      }>();
      expect(after.secondFactor).toBe(true);
      const refused = await signIn(account.username, initialPassword);
      expect(problemOf(refused)).toEqual([401, 'second-factor-required']);
      expect(refused.headers['set-cookie']).toBeUndefined();
    });

    it('ends the wait after wrong passwords, which brought its person here', async () => {
      const { account } = await makeClerk(administrator);
      for (let n = 0; n < 5; n += 1) await signIn(account.username, 'forgotten');
      expect((await readAs(administrator, account.id)).lockedUntil).not.toBeNull();
      const { initialPassword } = (await take(account.id, 'password-reset')).json<{
        initialPassword: string;
      }>();
      expect((await signIn(account.username, initialPassword)).status).toBe(200);
    });
  });

  describe('taking the second factor off', () => {
    it('takes it with its recovery codes and ends what was open', async () => {
      const { account } = await makeClerk(administrator);
      await enrol(account.id);
      await server.sql(`insert into recovery_code values ($1, 'stands for a code', null)`, [account.id]);
      await openBoth(server, account.id);
      expect((await readAs(administrator, account.id)).secondFactor).toBe(true);
      const answer = await take(account.id, 'second-factor-reset');
      expect(answer.json()).toMatchObject({ secondFactor: false, state: 'active', version: 1 });
      expect(await server.sql('select 1 from recovery_code where account_id = $1', [account.id])).toEqual([]);
      expect(await openWays(server, account.id)).toBe(0);
    });

    it('of an account without one is refused', async () => {
      const { account } = await makeClerk(administrator);
      expect(problemOf(await take(account.id, 'second-factor-reset'))).toEqual([422, 'refused']);
    });
  });

  describe('unlocking', () => {
    it('lets a person try again at once', async () => {
      const { account, initialPassword } = await makeClerk(administrator);
      for (let n = 0; n < 5; n += 1) await signIn(account.username, 'mistyped');
      expect((await signIn(account.username, initialPassword)).status).toBe(429);
      expect((await take(account.id, 'unlocking')).json()).toMatchObject({ lockedUntil: null });
      expect((await signIn(account.username, initialPassword)).status).toBe(200);
    });

    it('of an account that is not locked changes nothing', async () => {
      const { account } = await makeClerk(administrator);
      expect((await take(account.id, 'unlocking')).json()).toEqual(account);
    });
  });

  describe('the whole telephone number', () => {
    it('is told for a reason, and the trail says who saw it without saying it again', async () => {
      const { account } = await makeClerk(administrator, { phone: '13987654321' });
      const answer = await take(account.id, 'phone-disclosure');
      expect(answer.json()).toEqual({ phone: '13987654321' });
      expect(answer.headers['cache-control']).toMatch(/no-/);
      const [entry] = await trailOf(server, 'account.disclosePhone', account.id);
      expect(entry).toMatchObject({ personalData: true, reason: REASON, outcome: 'done' });
      expect(JSON.stringify(entry)).not.toContain('13987654321');
      const [found] = await server.sql(
        'select personal_data from audit_entry where act = $1 and object_id = $2',
        ['account.disclosePhone', account.id],
      );
      expect(found).toEqual({ personal_data: true });
    });

    it('of an account without one is not found, and nobody saw personal data', async () => {
      const { account } = await makeClerk(administrator);
      const answer = await take(account.id, 'phone-disclosure');
      expect(problemOf(answer)).toEqual([404, 'not-found']);
      expect(detailOf(answer)).toContain('没有登记电话号码');
      const [entry] = await trailOf(server, 'account.disclosePhone', account.id);
      expect(entry).not.toHaveProperty('personalData');
    });

    it.each([{}, { reason: '' }, { reason: '   ' }])('without a reason is 400: %j', async (body) => {
      const { account } = await makeClerk(administrator, { phone: '13987654321' });
      const answer = await administrator.send('POST', `${ACCOUNTS}/${account.id}/phone-disclosure`, body);
      expect(problemOf(answer)).toEqual([400, 'invalid-request', '/reason']);
    });
  });
});
