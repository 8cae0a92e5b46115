import { keepRows } from '../../support/put-back';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { withSettings } from '../../support/with-settings';
import {
  ACCOUNTS,
  atOneMoment,
  changeOf,
  detailOf,
  makePerson,
  problemOf,
  readAs,
  REASON,
  type Person,
} from './people';

describe('the last administrator', () => {
  let server: TestServer;

  let putBack: () => Promise<void>;

  beforeAll(async () => {
    server = await startServer();
    // Those of the demonstration would always be left.
    await server.sql(
      `update account set disabled_at = now() where username in ('system-admin', 'security-admin')`,
    );
    putBack = await keepRows(server, ['security_setting', 'account', 'account_role', 'second_factor']);
  });

  afterEach(() => putBack());
  afterAll(() => server?.close());

  const disable = (by: Person, { id }: Person): Promise<TestAnswer> =>
    by.send('POST', `${ACCOUNTS}/${id}/disabling`, { version: 1, reason: REASON });
  const activeWith = async (role: string): Promise<number> => {
    const [row] = await server.sql<{ count: number }>(
      `select count(*)::int as count from account a join account_role r using (account_id)
       where r.role = $1 and a.disabled_at is null and a.approved_at is not null`,
      [role],
    );
    return row?.count ?? -1;
  };

  it('of the system stays when two close each other at one moment', async () => {
    const [one, other] = [await makePerson(server), await makePerson(server)];
    const answers = await atOneMoment(server, [() => disable(one, other), () => disable(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused && detailOf(refused)).toContain('至少须保留一名可登录的系统管理员');
    expect(await activeWith('systemAdministrator')).toBe(1);
  });

  it('of the system stays when two take the role from each other at one moment', async () => {
    const [one, other] = [await makePerson(server), await makePerson(server)];
    const take = async (by: Person, from: Person): Promise<TestAnswer> =>
      by.send(
        'PUT',
        `${ACCOUNTS}/${from.id}`,
        changeOf(await readAs(by, from.id), { roles: ['auditAdministrator'] }),
      );
    const answers = await atOneMoment(server, [() => take(one, other), () => take(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await activeWith('systemAdministrator')).toBe(1);
  });

  it('of the system stays when each makes the other wait for approval', async () => {
    await withSettings(server, { separateSecurity: true });
    await makePerson(server, { roles: ['securityAdministrator'] });
    const [one, other] = [await makePerson(server), await makePerson(server)];
    const move = async (by: Person, to: Person): Promise<TestAnswer> =>
      by.send('PUT', `${ACCOUNTS}/${to.id}`, changeOf(await readAs(by, to.id), { roles: ['finance'] }));
    const answers = await atOneMoment(server, [() => move(one, other), () => move(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await activeWith('systemAdministrator')).toBe(1);
  });

  it('of security stays while security is kept apart, whatever is tried', async () => {
    await withSettings(server, { separateSecurity: true });
    const administrator = await makePerson(server);
    const security = await makePerson(server, { roles: ['securityAdministrator'] });
    await server.sql(`insert into second_factor values ($1, 'stands for a secret', now(), now(), null)`, [
      security.id,
    ]);
    const account = await readAs(administrator, security.id);
    const measure = (name: string): Promise<TestAnswer> =>
      administrator.send('POST', `${ACCOUNTS}/${security.id}/${name}`, { reason: REASON });
    const answers = [
      await disable(administrator, security),
      await measure('password-reset'),
      await measure('second-factor-reset'),
      await administrator.send(
        'PUT',
        `${ACCOUNTS}/${security.id}`,
        changeOf(account, { openIdSubject: 'another-subject' }),
      ),
      await administrator.send(
        'PUT',
        `${ACCOUNTS}/${security.id}`,
        changeOf(account, { roles: ['finance'] }),
      ),
      await administrator.send('POST', `${ACCOUNTS}/${security.id}/hand-over`, {
        version: 1,
        reason: REASON,
        successor: { username: 'next-security', name: '王接替' },
      }),
    ];
    for (const answer of answers) {
      expect(problemOf(answer)).toEqual([422, 'refused']);
      expect(detailOf(answer)).toContain('至少须保留一名可登录的安全管理员');
    }
    expect(await readAs(administrator, security.id)).toEqual(account);
  });

  it('of security may go where security is not kept apart', async () => {
    const administrator = await makePerson(server);
    const security = await makePerson(server, { roles: ['securityAdministrator'] });
    expect((await disable(administrator, security)).status).toBe(200);
  });
});
