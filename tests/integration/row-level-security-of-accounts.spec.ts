import { Client } from 'pg';
import { countOf, DUTIES, idOf, SCOPED, tablesOf, under } from '../support/row-security';
import { startServer, type TestServer } from '../support/server';

const CITY = '530400';
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');
/** Bound to an account; their owner acts for it through functions, so that row security is not forced on it. */
const GUARDED = tablesOf('own', 'account', 'handOver', 'setting');

describe('row-level security of accounts', () => {
  let server: TestServer;
  let app: Client;

  beforeAll(async () => {
    server = await startServer();
    app = new Client({ connectionString: server.database.appUrl });
    await app.connect();
    await fillAccountTables();
  });

  afterAll(async () => {
    await app?.end();
    await server?.close();
  });

  /** A row of everything that an account can have, for two accounts: what one of them sees is then half of it. */
  async function fillAccountTables(): Promise<void> {
    for (const username of ['leader', 'county-hongta']) {
      await server.cookieOf(username);
      const tables: [string, string][] = [
        ['account_contact', `'cipher', 'hash'`],
        ['former_password', `now(), 'hash'`],
        ['second_factor', `'cipher', now(), null, null`],
        ['recovery_code', `'digest', null`],
        ['idempotency_key', `'a key', 'act', 'digest', null, now()`],
      ];
      for (const [table, values] of tables)
        await server.sql(
          `insert into ${table} select account_id, ${values} from account where username = $1`,
          [username],
        );
      await server.sql(
        `insert into access_token select gen_random_uuid(), account_id, 'a', username, array['overview:read'], now(), now() + interval '1 day'
         from account where username = $1`,
        [username],
      );
    }
    await server.sql(
      `insert into hand_over select gen_random_uuid(), a.account_id, b.account_id, a.account_id, now(), 'test', '[]'
       from account a, account b where a.username = 'county-yimen' and b.username = 'county-hongta'`,
    );
  }

  it.each(GUARDED)('%s has row security enabled', async (table) => {
    expect(
      await server.sql(`select relrowsecurity as enabled from pg_class where oid = $1::regclass`, [table]),
    ).toEqual([{ enabled: true }]);
  });

  it.each(tablesOf('own', 'account', 'handOver', 'assignment'))(
    'a forgotten where on %s shows nothing without an account, whatever counties are in the scope',
    async (table) => {
      const [stored] = await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`);
      expect(stored?.rows).toBeGreaterThan(0);
      expect((await app.query(`select 1 from ${table}`)).rowCount).toBe(0);
      const cities = tablesOf('assignment').includes(table) ? {} : { city: CITY };
      expect(await countOf(app, table, { counties: COUNTIES, ...cities })).toBe(0);
    },
  );

  it.each(tablesOf('own', 'account'))(
    'a forgotten where on %s shows an account its own rows only',
    async (table) => {
      const account = await idOf(server, 'county-hongta');
      const rows = await under<{ account_id: string }>(app, { account }, `select account_id from ${table}`);
      const own = await server.sql(`select 1 from ${table} where account_id = $1`, [account]);
      expect(own.length).toBeGreaterThan(0);
      expect(rows).toEqual(own.map(() => ({ account_id: account })));
    },
  );

  it.each(tablesOf('own').filter((table) => table !== 'account_contact'))(
    'no administrator reads %s, whatever the duty',
    async (table) => {
      expect(await countOf(app, table, { duties: DUTIES })).toBe(0);
      const all = `with gone as (delete from ${table} returning 1) select * from gone`;
      const outcome = await under(app, { duties: DUTIES }, all).catch((error: Error) => error.message);
      expect([[], `permission denied for table ${table}`]).toContainEqual(outcome);
    },
  );

  it.each(tablesOf('own').filter((table) => table !== 'account_contact'))(
    '%s takes no row for another account, and lets none be moved there',
    async (table) => {
      const account = await idOf(server, 'county-hongta');
      const other = await idOf(server, 'leader');
      const change = under(app, { account }, `update ${table} set account_id = '${other}'`);
      await expect(change).rejects.toThrow(/row-level security|permission denied/);
      const copy = `insert into ${table} select (jsonb_populate_record(x, '{"account_id":"${other}"}')).* from ${table} x limit 1`;
      await expect(under(app, { account }, copy)).rejects.toThrow(/row-level security|permission denied/);
    },
  );

  it('accounts and telephones are the duty of who administers accounts, and of nobody else', async () => {
    const seen = async (duty: string) => ({
      accounts: (await countOf(app, 'account', { duties: [duty] })) ?? 0,
      contacts: await countOf(app, 'account_contact', { duties: [duty] }),
    });
    expect(await seen('audit')).toEqual({ accounts: 0, contacts: 0 });
    expect(await seen('security')).toEqual({ accounts: expect.any(Number), contacts: 0 });
    expect((await seen('security')).accounts).toBeGreaterThan(40);
    expect(await seen('accounts')).toEqual({ accounts: expect.any(Number), contacts: 2 });
  });

  it('the duties of an administrator open no row of the business', async () => {
    const account = await idOf(server, 'system-admin');
    for (const table of SCOPED)
      expect([table, await countOf(app, table, { account, duties: DUTIES })]).toEqual([table, 0]);
  });

  it('a hand-over is seen by who took over and by who administers accounts', async () => {
    expect(await countOf(app, 'hand_over', { account: await idOf(server, 'county-hongta') })).toBe(1);
    expect(await countOf(app, 'hand_over', { account: await idOf(server, 'county-yimen') })).toBe(0);
    expect(await countOf(app, 'hand_over', { duties: ['accounts'] })).toBe(1);
    expect(await countOf(app, 'hand_over', { duties: ['security', 'audit'] })).toBe(0);
  });

  it('security settings are read by all, and changed by administrators only', async () => {
    expect(await countOf(app, 'security_setting', {})).toBe(1);
    const change = `with done as (update security_setting set version = version returning 1) select * from done`;
    expect(await under(app, { account: await idOf(server, 'leader'), duties: ['audit'] }, change)).toEqual(
      [],
    );
    expect(await under(app, { duties: ['security'] }, change)).toHaveLength(1);
  });

  it('an evaluator sees the assigned rounds and the own marks in them, and nothing of another evaluator', async () => {
    const account = await idOf(server, 'evaluator-1');
    const [round] = await server.sql<{ id: string }>(
      `select round_id as id from evaluation_round where kind = 'financeEvaluation'`,
    );
    await server.sql(`delete from evaluation_assignment`);
    await server.sql(
      `update round_member set withdrawn_on = '2026-03-01', withdrawn_reason = '演示' where round_id <> $1`,
      [round?.id],
    );
    await server.sql(
      `insert into evaluation_assignment select city_id, round_id, 'hongta', $1, 'benefit' from evaluation_round where round_id = $2`,
      [account, round?.id],
    );
    const own = await server.sql(
      `select 1 from evaluator_mark where evaluator = 'evaluator-1' and county_id = 'hongta' and round_id = $1`,
      [round?.id],
    );
    const seen = await under<{ evaluator: string; county_id: string }>(
      app,
      { account },
      'select evaluator, county_id from evaluator_mark',
    );
    expect(own.length).toBeGreaterThan(0);
    expect(seen).toEqual(own.map(() => ({ evaluator: 'evaluator-1', county_id: 'hongta' })));
    expect(await under(app, { account }, 'select round_id as id from evaluation_round')).toEqual([round]);
    const other = await idOf(server, 'evaluator-2');
    expect(await countOf(app, 'evaluator_mark', { account: other })).toBe(0);
    expect(await countOf(app, 'evaluation_assignment', { account: other })).toBe(0);
    // A mark is submitted or taken back, never changed.
    await expect(under(app, { account }, 'update evaluator_mark set marks = 0')).rejects.toThrow(
      /permission denied/,
    );
  });
});
