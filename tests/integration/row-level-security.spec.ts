import { startServer, type TestServer } from '../support/server';
import { Client } from 'pg';

type Kind =
  | 'county'
  | 'city'
  | 'business'
  | 'run'
  | 'result'
  | 'assignment'
  | 'own'
  | 'account'
  | 'handOver'
  | 'setting'
  | 'reference'
  | 'closed'
  | 'none';

/**
 * What each table is to row-level security. The list is compared with the catalog: a table that nobody has thought
 * about fails the test.
 */
const TABLES: Readonly<Record<string, Kind>> = {
  inspection: 'county',
  inspection_result: 'county',
  finding: 'county',
  fund_movement: 'county',
  wage_month: 'county',
  filing: 'county',
  workload_month: 'county',
  program_post: 'county',
  evaluator_mark: 'city',
  allocation_run: 'city',
  allocation_part: 'city',
  inspection_template: 'business',
  evaluation_method: 'business',
  evaluation_round: 'business',
  publication: 'business',
  publication_program: 'business',
  publication_amount: 'business',
  scoring_run: 'run',
  scoring_result: 'result',
  installation: 'reference',
  place: 'reference',
  place_name: 'reference',
  program: 'reference',
  evaluation_assignment: 'assignment',
  account: 'account',
  account_role: 'account',
  account_contact: 'own',
  credential: 'own',
  former_password: 'own',
  second_factor: 'own',
  recovery_code: 'own',
  access_token: 'own',
  session: 'own',
  hand_over: 'handOver',
  security_setting: 'setting',
  sign_in_failure: 'closed',
  one_time_link: 'closed',
  daily_work: 'closed',
  audit_entry: 'closed',
  audit_seal: 'closed',
  migrations: 'none',
};

const of = (...kinds: Kind[]): string[] =>
  Object.keys(TABLES).filter((table) => kinds.includes(TABLES[table] as Kind));
const SCOPED = of('county', 'city', 'business', 'run', 'result');
const DUTIES = ['accounts', 'security', 'audit'];
const CITY = '530400';
/** Bound to an account; their owner acts for it through functions, so that row security is not forced on it. */
const GUARDED = of('own', 'account', 'handOver', 'setting');
const APPEND_ONLY = ['scoring_run', 'scoring_result', 'allocation_run', 'allocation_part'];

interface ScopeOfTest {
  readonly counties?: string[];
  readonly city?: string;
  readonly account?: string;
  readonly duties?: string[];
}

describe('row-level security', () => {
  let server: TestServer;
  let app: Client;
  let owner: Client;

  beforeAll(async () => {
    server = await startServer();
    app = new Client({ connectionString: server.database.appUrl });
    owner = new Client({ connectionString: server.database.ownerUrl });
    await Promise.all([app.connect(), owner.connect()]);
    await fillAccountTables();
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

  const idOf = async (username: string): Promise<string> =>
    (
      await server.sql<{ id: string }>('select account_id as id from account where username = $1', [username])
    )[0]?.id ?? '';

  afterAll(async () => {
    await Promise.all([app?.end(), owner?.end()]);
    await server?.close();
  });

  /** Runs statements under a scope and always rolls back. */
  async function under<Row>(
    client: Client,
    { counties = [], city = '', account = '', duties = [] }: ScopeOfTest,
    ...statements: string[]
  ): Promise<Row[]> {
    await client.query('begin');
    try {
      await client.query(
        `select set_config('yuheng.scope', $1, true), set_config('yuheng.city', $2, true),
                set_config('yuheng.account', $3, true), set_config('yuheng.duties', $4, true)`,
        [counties.join(','), city, account, duties.join(',')],
      );
      let rows: Row[] = [];
      for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
      return rows;
    } finally {
      await client.query('rollback');
    }
  }

  const countOf = async (client: Client, table: string, scope: ScopeOfTest) =>
    (await under<{ rows: number }>(client, scope, `select count(*)::int as rows from ${table}`))[0]?.rows;
  const counties = async (): Promise<string[]> =>
    (await server.sql<{ id: string }>(`select place_id as id from place where kind = 'county'`)).map(
      ({ id }) => id,
    );

  it('every table of the schema is on the list above, and no other', async () => {
    const tables = await server.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(TABLES).sort());
    const views = await server.sql(
      `select 1 from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`,
    );
    expect(views).toEqual([]);
  });

  it('the application role is no superuser, does not bypass row security and owns nothing', async () => {
    expect(
      await server.sql(
        `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
           (select count(*)::int from pg_class where relowner = r.oid) as owned,
           (select count(*)::int from pg_auth_members where member = r.oid) as memberships
         from pg_roles r where rolname in ('yuheng_app', 'yuheng_owner') order by rolname`,
      ),
    ).toMatchObject([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreatedb: false,
        rolcreaterole: false,
        owned: 0,
        memberships: 0,
      },
      { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, memberships: 0 },
    ]);
  });

  it.each(SCOPED)('%s has row security enabled and forced', async (table) => {
    expect(
      await server.sql(
        `select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where oid = $1::regclass`,
        [table],
      ),
    ).toEqual([{ enabled: true, forced: true }]);
  });

  it.each(SCOPED)(
    '%s holds rows, shows none of them without a scope, and the owner is bound too',
    async (table) => {
      const [stored] = await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`);
      expect(stored?.rows).toBeGreaterThan(0);
      expect((await app.query(`select 1 from ${table}`)).rowCount).toBe(0);
      expect((await owner.query(`select 1 from ${table}`)).rowCount).toBe(0);
      expect(await countOf(app, table, {})).toBe(0);
      expect(await countOf(owner, table, {})).toBe(0);
      expect(await countOf(app, table, { counties: await counties(), city: CITY })).toBe(stored?.rows);
    },
  );

  it.each(of('county'))(
    'a forgotten where on %s shows one county its own rows and all of them',
    async (table) => {
      for (const county of ['hongta', 'yuanjiang']) {
        const rows = await under<{ county_id: string }>(
          app,
          { counties: [county] },
          `select county_id from ${table}`,
        );
        const own = await server.sql(`select 1 from ${table} where county_id = $1`, [county]);
        expect(new Set(rows.map((row) => row.county_id))).toEqual(new Set(own.length > 0 ? [county] : []));
        expect(rows).toHaveLength(own.length);
      }
    },
  );

  it.each(of('city'))('%s shows a county nothing', async (table) => {
    expect(await countOf(app, table, { counties: ['hongta'] })).toBe(0);
    expect(await countOf(app, table, { counties: ['hongta'], city: '530500' })).toBe(0);
  });

  it('a county sees of the scores its own ones that are finalised', async () => {
    await server.request({
      method: 'POST',
      url: '/api/scoring-runs',
      as: 'officer-1',
      body: { program: 'assistants', year: 2025, kind: 'financeEvaluation' },
    });
    expect(await countOf(app, 'scoring_run', { counties: ['hongta'], city: CITY })).toBe(3);
    expect(await countOf(app, 'scoring_run', { counties: ['hongta'] })).toBe(2);
    const rows = await under<{ county_id: string; finalised: boolean }>(
      app,
      { counties: ['hongta'] },
      `select county_id, run_id in (select finalised_run_id from evaluation_round) as finalised from scoring_result`,
    );
    expect(rows).toEqual(Array(2).fill({ county_id: 'hongta', finalised: true }));
  });

  it.each(of('county'))(
    '%s takes no row of a county outside the scope, and lets none be moved there',
    async (table) => {
      const copy = `insert into ${table} select (jsonb_populate_record(x, '{"county_id":"yuanjiang"}')).* from ${table} x limit 1`;
      await expect(under(app, { counties: ['hongta'] }, copy)).rejects.toThrow(/row-level security/);
      await expect(under(owner, { counties: ['hongta'] }, copy)).rejects.toThrow(/row-level security/);
      // A table without rows of 红塔区 has nothing to move.
      const own = await server.sql(`select 1 from ${table} where county_id = 'hongta'`);
      const move = under(app, { counties: ['hongta'] }, `update ${table} set county_id = 'yuanjiang'`);
      await (own.length > 0 ? expect(move).rejects.toThrow(/row-level security/) : move);
      const foreign = `with gone as (delete from ${table} where county_id <> 'hongta' returning 1) select * from gone`;
      expect(await under(app, { counties: ['hongta'] }, foreign)).toEqual([]);
    },
  );

  it.each(of('business'))('%s is read in any scope and written only with the whole city', async (table) => {
    const [stored] = await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`);
    expect(await countOf(app, table, { counties: ['hongta'] })).toBe(stored?.rows);
    const change = `with done as (update ${table} set city_id = city_id returning 1) select count(*)::int as rows from done`;
    expect(await under(app, { counties: ['hongta'] }, change)).toEqual([{ rows: 0 }]);
    expect(await under(app, { counties: ['hongta'], city: CITY }, change)).toEqual([stored]);
    const copy = `insert into ${table} select * from ${table}`;
    await expect(under(app, { counties: ['hongta'] }, copy)).rejects.toThrow(/row-level security/);
  });

  it.each(GUARDED)('%s has row security enabled', async (table) => {
    expect(
      await server.sql(`select relrowsecurity as enabled from pg_class where oid = $1::regclass`, [table]),
    ).toEqual([{ enabled: true }]);
  });

  it.each(of('own', 'account', 'handOver', 'assignment'))(
    'a forgotten where on %s shows nothing without an account, whatever counties are in the scope',
    async (table) => {
      const [stored] = await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`);
      expect(stored?.rows).toBeGreaterThan(0);
      expect((await app.query(`select 1 from ${table}`)).rowCount).toBe(0);
      const cities = table === 'evaluation_assignment' ? {} : { city: CITY };
      expect(await countOf(app, table, { counties: await counties(), ...cities })).toBe(0);
    },
  );

  it.each(of('own', 'account'))(
    'a forgotten where on %s shows an account its own rows only',
    async (table) => {
      const account = await idOf('county-hongta');
      const rows = await under<{ account_id: string }>(app, { account }, `select account_id from ${table}`);
      const own = await server.sql(`select 1 from ${table} where account_id = $1`, [account]);
      expect(own.length).toBeGreaterThan(0);
      expect(rows).toEqual(own.map(() => ({ account_id: account })));
    },
  );

  it.each(of('own').filter((table) => table !== 'account_contact'))(
    'no administrator reads %s, whatever the duty',
    async (table) => {
      expect(await countOf(app, table, { duties: DUTIES })).toBe(0);
      const all = `with gone as (delete from ${table} returning 1) select * from gone`;
      const outcome = await under(app, { duties: DUTIES }, all).catch((error: Error) => error.message);
      expect([[], `permission denied for table ${table}`]).toContainEqual(outcome);
    },
  );

  it.each(of('own').filter((table) => table !== 'account_contact'))(
    '%s takes no row for another account, and lets none be moved there',
    async (table) => {
      const account = await idOf('county-hongta');
      const other = await idOf('leader');
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
    const account = await idOf('system-admin');
    for (const table of SCOPED)
      expect([table, await countOf(app, table, { account, duties: DUTIES })]).toEqual([table, 0]);
  });

  it('a hand-over is seen by who took over and by who administers accounts', async () => {
    expect(await countOf(app, 'hand_over', { account: await idOf('county-hongta') })).toBe(1);
    expect(await countOf(app, 'hand_over', { account: await idOf('county-yimen') })).toBe(0);
    expect(await countOf(app, 'hand_over', { duties: ['accounts'] })).toBe(1);
    expect(await countOf(app, 'hand_over', { duties: ['security', 'audit'] })).toBe(0);
  });

  it('security settings are read by all, and changed by administrators only', async () => {
    expect(await countOf(app, 'security_setting', {})).toBe(1);
    const change = `with done as (update security_setting set version = version returning 1) select * from done`;
    expect(await under(app, { account: await idOf('leader'), duties: ['audit'] }, change)).toEqual([]);
    expect(await under(app, { duties: ['security'] }, change)).toHaveLength(1);
  });

  it('an evaluator sees the assigned rounds and the own marks in them, and nothing of another evaluator', async () => {
    const account = await idOf('evaluator-1');
    const [round] = await server.sql<{ id: string }>(
      `select round_id as id from evaluation_round where kind = 'financeEvaluation'`,
    );
    await server.sql(`delete from evaluation_assignment`);
    await server.sql(
      `insert into evaluation_assignment select city_id, round_id, 'hongta', $1 from evaluation_round where round_id = $2`,
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
    const other = await idOf('evaluator-2');
    expect(await countOf(app, 'evaluator_mark', { account: other })).toBe(0);
    expect(await countOf(app, 'evaluation_assignment', { account: other })).toBe(0);
    const mark = `update evaluator_mark set marks = 0`;
    const changed = `with done as (${mark} returning 1) select * from done`;
    expect(await under(app, { account }, changed)).toEqual([]);
  });

  it.each(of('closed', 'none'))('%s is not readable at all, in whatever scope', async (table) => {
    const scope = {
      counties: await counties(),
      city: CITY,
      account: await idOf('audit-admin'),
      duties: DUTIES,
    };
    await expect(under(app, scope, `select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(under(app, scope, `delete from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it.each(of('reference'))('%s is read by everybody and written by nobody', async (table) => {
    expect((await app.query(`select 1 from ${table}`)).rowCount).toBeGreaterThan(0);
    await expect(app.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it.each(APPEND_ONLY)(
    '%s refuses change and removal, to the application and to its owner',
    async (table) => {
      const scope = { counties: await counties(), city: CITY };
      for (const statement of [
        `update ${table} set city_id = city_id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await expect(under(app, scope, statement)).rejects.toThrow(/permission denied/);
      }
      // The superuser, whom no policy binds, meets the trigger; the owner meets it or, for the scores, sees no row to change.
      for (const change of [`update ${table} set city_id = city_id`, `delete from ${table}`]) {
        await expect(server.sql(change)).rejects.toThrow(/append-only/);
        const byOwner = under(owner, scope, `with done as (${change} returning 1) select * from done`);
        const outcome = await byOwner.catch((error: Error) => error.message);
        expect(table.startsWith('scoring') ? [[]] : [`${table} is append-only`]).toContainEqual(outcome);
      }
      await expect(server.sql(`truncate ${table} cascade`)).rejects.toThrow(/append-only/);
      await expect(under(owner, scope, `truncate ${table} cascade`)).rejects.toThrow(/append-only/);
    },
  );

  it('the scope is an index condition, so that a county’s page does not read the city’s rows', async () => {
    const plan = await under<{ 'QUERY PLAN': string }>(
      app,
      { counties: ['hongta'] },
      'set local enable_seqscan = off',
      "explain (costs off) select * from wage_month where city_id = '530400'",
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Cond: .*county_id = ANY/);
  });
});
