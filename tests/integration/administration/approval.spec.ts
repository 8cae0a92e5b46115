import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import { withSettings } from '../../support/with-settings';
import {
  ACCOUNTS,
  atOneMoment,
  changeOf,
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

describe('while security is kept apart', () => {
  let server: TestServer;
  let administrator: Person;
  let security: Person;

  beforeAll(async () => {
    server = await startServer();
    await withSettings(server, { separateSecurity: true });
    administrator = await makePerson(server);
    security = await makePerson(server, { roles: ['securityAdministrator'] });
  });

  afterAll(() => server?.close());

  const approve = (
    { id, version }: { readonly id: string; readonly version: number },
    by = security,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<TestAnswer> => by.send('POST', `${ACCOUNTS}/${id}/approval`, { version, ...more });
  const change = (
    account: AdministeredAccount,
    more: Readonly<Record<string, unknown>>,
  ): Promise<TestAnswer> => administrator.send('PUT', `${ACCOUNTS}/${account.id}`, changeOf(account, more));
  const signIn = async (username: string, password: string): Promise<number> =>
    (await server.request({ method: 'POST', url: '/api/session', body: { username, password } })).status;

  it('a new account waits, and nobody signs in with it until it is approved', async () => {
    const { account, initialPassword } = await makeClerk(administrator);
    expect(account.state).toBe('pending');
    expect(await signIn(account.username, initialPassword)).toBe(401);
    const approved = await approve(account);
    expect(approved.json()).toMatchObject({ state: 'active', version: 2 });
    expect(await signIn(account.username, initialPassword)).toBe(200);
    expect(await trailOf(server, 'account.approve', account.id)).toMatchObject([
      {
        outcome: 'done',
        actor: { username: security.username },
        after: { state: 'active', place: 'hongta' },
      },
    ]);
  });

  it('other roles or another place wait again, another name does not', async () => {
    const { account } = await makeClerk(administrator);
    const active = (await approve(account)).json<AdministeredAccount>();
    const renamed = (await change(active, { name: '张建军' })).json<AdministeredAccount>();
    expect(renamed.state).toBe('active');
    const moved = (await change(renamed, { place: 'yimen' })).json<AdministeredAccount>();
    expect(moved.state).toBe('pending');
    const again = (await approve(moved)).json<AdministeredAccount>();
    const promoted = (await change(again, { roles: ['countyApprover'] })).json<AdministeredAccount>();
    expect(promoted.state).toBe('pending');
  });

  describe('who gets another way to sign in waits again, so that nobody becomes another alone:', () => {
    const ways = {
      'a new first password': (id: string) =>
        administrator.send('POST', `${ACCOUNTS}/${id}/password-reset`, { reason: REASON }),
      'no second factor': (id: string) =>
        administrator.send('POST', `${ACCOUNTS}/${id}/second-factor-reset`, { reason: REASON }),
      'another OpenID subject': async (id: string) =>
        change(await readAs(administrator, id), { openIdSubject: `subject-of-${id}` }),
      'no OpenID subject': async (id: string) =>
        change(await readAs(administrator, id), { openIdSubject: null }),
    };

    it.each(Object.entries(ways))('%s', async (_, give) => {
      const person = await makePerson(server, { roles: ['auditAdministrator'] });
      await server.sql(`insert into second_factor values ($1, 'stands for a secret', now(), now(), null)`, [
        person.id,
      ]);
      await server.sql(`update account set open_id_subject = $2 where account_id = $1`, [
        person.id,
        `former-${person.id}`,
      ]);
      await openBoth(server, person.id);
      expect((await give(person.id)).status).toBe(200);
      const waiting = await readAs(administrator, person.id);
      expect(waiting).toMatchObject({ state: 'pending', enteredBy: administrator.username, version: 2 });
      expect(await openWays(server, person.id)).toBe(0);
      expect((await person.send('GET', '/api/account')).status).toBe(401);
      expect((await approve(waiting)).json()).toMatchObject({ state: 'active', version: 3 });
    });

    it('with the new first password nobody signs in before, and its person does after', async () => {
      const { account } = await makeClerk(administrator);
      await approve(account);
      const reset = await ways['a new first password'](account.id);
      const { initialPassword, account: waiting } = reset.json<{
        initialPassword: string;
        account: AdministeredAccount;
      }>();
      expect(waiting.state).toBe('pending');
      expect(await signIn(account.username, initialPassword)).toBe(401);
      expect(await trailOf(server, 'account.resetPassword', account.id)).toMatchObject([
        { before: { state: 'active' }, after: { state: 'pending', username: account.username } },
      ]);
      await approve(waiting);
      expect(await signIn(account.username, initialPassword)).toBe(200);
    });

    it('an approval of what was read before it is a conflict', async () => {
      const { account } = await makeClerk(administrator);
      await ways['a new first password'](account.id);
      expect(problemOf(await approve(account))).toEqual([409, 'conflict']);
    });
  });

  it('a successor waits too', async () => {
    const { account } = await makeClerk(administrator);
    const { version } = (await approve(account)).json<AdministeredAccount>();
    const answer = await administrator.send('POST', `${ACCOUNTS}/${account.id}/hand-over`, {
      version,
      reason: REASON,
      successor: { username: 'waiting-successor', name: '王接替' },
    });
    expect(answer.json<{ account: AdministeredAccount }>().account.state).toBe('pending');
  });

  it('nobody approves what they entered', async () => {
    const entered = await makePerson(server, { roles: ['finance'], pending: true, enteredBy: security.id });
    const answer = await approve({ id: entered.id, version: 1 });
    expect(problemOf(answer)).toEqual([422, 'refused']);
    expect(detailOf(answer)).toContain('由您本人录入');
    expect((await readAs(administrator, entered.id)).state).toBe('pending');
  });

  it('the table refuses it as well, whoever asks', async () => {
    const entered = await makePerson(server, { roles: ['finance'], pending: true, enteredBy: security.id });
    await expect(
      server.sql('update account set approved_by = $1, approved_at = now() where account_id = $2', [
        security.id,
        entered.id,
      ]),
    ).rejects.toThrow(/ck_account__approver/);
  });

  it('who changed a waiting account last has entered it', async () => {
    const entered = await makePerson(server, { roles: ['finance'], pending: true, enteredBy: security.id });
    const waiting = await readAs(administrator, entered.id);
    const changed = (await change(waiting, { name: '张建军' })).json<AdministeredAccount>();
    expect([changed.state, changed.enteredBy]).toEqual(['pending', administrator.username]);
    expect((await approve(changed)).status).toBe(200);
  });

  it('an approval of what was changed meanwhile is a conflict', async () => {
    const { account } = await makeClerk(administrator);
    await change(account, { roles: ['countyFinance'] });
    expect(problemOf(await approve(account))).toEqual([409, 'conflict']);
  });

  it('an approval of what does not wait is a conflict, of what is closed or unknown it is refused', async () => {
    const active = await makePerson(server, { roles: ['finance'] });
    expect(problemOf(await approve({ id: active.id, version: 1 }))).toEqual([409, 'conflict']);
    const { account } = await makeClerk(administrator);
    await administrator.send('POST', `${ACCOUNTS}/${account.id}/disabling`, { version: 1, reason: REASON });
    expect(problemOf(await approve({ id: account.id, version: 2 }))).toEqual([422, 'refused']);
    const unknown = { id: '00000000-0000-4000-8000-000000000000', version: 1 };
    expect(problemOf(await approve(unknown))).toEqual([404, 'not-found']);
  });

  it('of two approvals at one moment one is a conflict', async () => {
    const other = await makePerson(server, { roles: ['securityAdministrator'] });
    const { account } = await makeClerk(administrator);
    const answers = await atOneMoment(server, [() => approve(account), () => approve(account, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('an approval asks for a second factor that was given within ten minutes', async () => {
    const late = await makePerson(server, { roles: ['securityAdministrator'], secondFactorAge: 11 });
    const { account } = await makeClerk(administrator);
    expect(problemOf(await approve(account, late))).toEqual([403, 'second-factor-enrolment-required']);
    await server.sql(`insert into second_factor values ($1, 'stands for a secret', now(), now(), null)`, [
      late.id,
    ]);
    expect(problemOf(await approve(account, late))).toEqual([401, 'second-factor-required']);
    expect((await readAs(administrator, account.id)).state).toBe('pending');
  });

  it('the system administrator approves nothing, and the security administrator enters nothing', async () => {
    const { account } = await makeClerk(administrator);
    expect(problemOf(await approve(account, administrator))).toEqual([403, 'forbidden']);
    expect(problemOf(await security.send('POST', ACCOUNTS, {}))).toEqual([403, 'forbidden']);
  });

  it('security is held with neither of the other administrations', async () => {
    for (const roles of [
      ['systemAdministrator', 'securityAdministrator'],
      ['auditAdministrator', 'securityAdministrator'],
    ]) {
      const answer = await administrator.send('POST', ACCOUNTS, {
        username: 'two-in-one',
        name: '张建国',
        roles,
        place: '530400',
      });
      expect(problemOf(answer)).toEqual([422, 'refused', '/roles/1']);
    }
  });
});
