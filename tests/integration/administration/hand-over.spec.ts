import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';
import { trailOf } from '../../support/trail-of';
import {
  ACCOUNTS,
  atOneMoment,
  CITY,
  makeClerk,
  makePerson,
  openBoth,
  openWays,
  problemOf,
  readAs,
  REASON,
  type Person,
} from './people';

interface HandedOver {
  readonly account: AdministeredAccount;
  readonly initialPassword: string;
  readonly pending: { readonly kind: string; readonly count: number }[];
}

describe('a hand-over (换人交接)', () => {
  let server: TestServer;
  let administrator: Person;
  let made = 0;

  beforeAll(async () => {
    server = await startServer();
    administrator = await makePerson(server);
  });

  afterAll(() => server?.close());

  const handOver = (
    id: string,
    {
      version = 1,
      by = administrator,
      ...successor
    }: Readonly<Record<string, unknown>> & { by?: Person } = {},
  ): Promise<TestAnswer> => {
    made += 1;
    return by.send('POST', `${ACCOUNTS}/${id}/hand-over`, {
      version,
      reason: REASON,
      successor: { username: `successor-${made}`, name: '王接替', ...successor },
    });
  };
  const countOf = async (text: string): Promise<number> => {
    const [row] = await server.sql<{ count: number }>(`select count(*)::int as count from ${text}`);
    return row?.count ?? -1;
  };

  it('makes an account with the same roles and place, closes the former one and ends what it had open', async () => {
    const { account } = await makeClerk(administrator, { roles: ['countyOfficer', 'countyFinance'] });
    await openBoth(server, account.id);
    const answer = await handOver(account.id, { phone: '13987654321' });
    expect(answer.status).toBe(201);
    const { account: successor, initialPassword } = answer.json<HandedOver>();
    expect(successor).toMatchObject({
      name: '王接替',
      roles: account.roles,
      place: account.place,
      phone: '139****4321',
      state: 'active',
      mustChangePassword: true,
    });
    expect(await readAs(administrator, account.id)).toMatchObject({
      state: 'disabled',
      disabledReason: REASON,
    });
    expect(await openWays(server, account.id)).toBe(0);
    const opened = await server.request({
      method: 'POST',
      url: '/api/session',
      body: { username: successor.username, password: initialPassword },
    });
    expect(opened.status).toBe(200);
  });

  it('counts what is pending, keeps it as it stood, and tells the administrator no more than the counts', async () => {
    const { account } = await makeClerk(administrator);
    const inspections = await countOf(
      `inspection where county_id = 'hongta' and stage in ('open', 'submitted', 'returned', 'reopened')`,
    );
    const findings = await countOf(`finding where county_id = 'hongta' and closed_on is null`);
    expect(inspections + findings).toBeGreaterThan(0);
    const pending = [
      { kind: 'inspection', count: inspections },
      { kind: 'finding', count: findings },
      { kind: 'assignment', count: 0 },
    ];
    const before = await administrator.send('GET', `${ACCOUNTS}/${account.id}/pending`);
    expect(before.json()).toEqual({ pending });
    await openBoth(server, account.id);
    const answer = await handOver(account.id, { phone: '13987654321' });
    const { account: successor, pending: counted } = answer.json<HandedOver>();
    expect(counted).toEqual(pending);
    expect(answer.text).not.toMatch(/2025-|assistants/);
    const [kept] = await server.sql<{ pending: unknown[]; to_account_id: string; by_account_id: string }>(
      'select pending, to_account_id, by_account_id from hand_over where from_account_id = $1',
      [account.id],
    );
    expect(kept).toMatchObject({ to_account_id: successor.id, by_account_id: administrator.id });
    expect(kept?.pending).toHaveLength(inspections + findings);
    expect(await trailOf(server, 'account.handOver', account.id)).toMatchObject([
      {
        outcome: 'done',
        reason: REASON,
        before: { username: account.username, state: 'active', roles: account.roles, place: 'hongta' },
        after: {
          account: successor.id,
          username: successor.username,
          roles: account.roles,
          place: 'hongta',
          phone: '139****4321',
          state: 'active',
          pending,
          former: { username: account.username, state: 'disabled', sessionsEnded: 1 },
        },
      },
    ]);
  });

  it('moves the assignments of rounds that are not finalised, and leaves the others', async () => {
    const { account } = await makeClerk(administrator, { roles: ['evaluator'], place: CITY });
    await server.sql(
      `insert into round_member select city_id, round_id, $1, firm_id, 'member', '2026-03-02' from evaluation_round
       join evaluation_firm using (city_id) where year = 2025`,
      [account.id],
    );
    await server.sql(
      `insert into evaluation_assignment select city_id, round_id, c.county, $1, s.section from evaluation_round,
         unnest(array['hongta', 'yimen']) as c (county), unnest(array['output', 'benefit']) as s (section) where year = 2025`,
      [account.id],
    );
    const { account: successor, pending } = (await handOver(account.id)).json<HandedOver>();
    expect(pending).toContainEqual({ kind: 'assignment', count: 2 });
    const rows = await server.sql(
      `select distinct e.kind, a.county_id as county, a.account_id as holder from evaluation_assignment a
       join evaluation_round e on e.round_id = a.round_id where a.account_id in ($1, $2) order by 1, 2`,
      [account.id, successor.id],
    );
    expect(rows).toEqual([
      { kind: 'departmentEvaluation', county: 'hongta', holder: account.id },
      { kind: 'departmentEvaluation', county: 'yimen', holder: account.id },
      { kind: 'financeEvaluation', county: 'hongta', holder: successor.id },
      { kind: 'financeEvaluation', county: 'yimen', holder: successor.id },
    ]);
    const members = await server.sql(
      `select m.account_id as holder, m.withdrawn_on is not null as withdrawn from round_member m
       join evaluation_round e on e.round_id = m.round_id
       where m.account_id in ($1, $2) and e.kind = 'financeEvaluation' order by 2`,
      [account.id, successor.id],
    );
    expect(members).toEqual([
      { holder: successor.id, withdrawn: false },
      { holder: account.id, withdrawn: true },
    ]);
  });

  it('twice at one moment is done once', async () => {
    const other = await makePerson(server);
    const { account } = await makeClerk(administrator);
    const answers = await atOneMoment(server, [
      () => handOver(account.id),
      () => handOver(account.id, { by: other }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await countOf(`hand_over where from_account_id = '${account.id}'`)).toBe(1);
  });

  it.each([
    ['a user name that is taken', { username: 'leader' }, [409, 'conflict', '/successor/username']],
    ['a telephone number that is none', { phone: '12345' }, [422, 'refused', '/successor/phone']],
    ['a version that is old', { version: 7 }, [409, 'conflict']],
  ])('to %s is refused and changes nothing', async (_, more, expected) => {
    const { account } = await makeClerk(administrator);
    const accounts = await countOf('account');
    expect(problemOf(await handOver(account.id, more))).toEqual(expected);
    expect(await readAs(administrator, account.id)).toEqual(account);
    expect(await countOf('account')).toBe(accounts);
    expect(await countOf(`hand_over where from_account_id = '${account.id}'`)).toBe(0);
  });

  it('shows the successor what was handed over once the first password is changed, and nobody else', async () => {
    const { account } = await makeClerk(administrator);
    const { account: successor, initialPassword } = (await handOver(account.id)).json<HandedOver>();
    const opened = await server.request({
      method: 'POST',
      url: '/api/session',
      body: { username: successor.username, password: initialPassword },
    });
    const cookie = (opened.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const own = async (): Promise<unknown> =>
      (await server.request({ url: '/api/account', headers: { cookie } })).json()['handOvers'];
    expect(await own()).toEqual([]);
    const changed = await server.request({
      method: 'PUT',
      url: '/api/account/password',
      headers: { cookie },
      body: { current: initialPassword, password: 'Heron-on-the-lake-7' },
    });
    expect(changed.status).toBe(204);
    expect(await own()).toMatchObject([{ reason: REASON }]);
    const foreign = await administrator.send('GET', '/api/account');
    expect(foreign.json()['handOvers']).toEqual([]);
  });
});
