import { StartRefused } from '@yuheng/backend/config/start-refused';
import { install } from '@yuheng/backend/installation/install';
import { Client } from 'pg';
import { environmentOf, startServer, type TestServer } from '../support/server';
import { testDatabase, type TestDatabase } from '../support/test-database';

const DEMONSTRATION = environmentOf();
const EMPTY = environmentOf({ YUHENG_DEMO: '0' });

/** Runs and ids of what was uploaded are drawn anew in each installation; hashes carry the salt. */
const DRAWN: Readonly<Record<string, string[]>> = {
  audit_entry: ['at', 'hash'],
  credential: ['password_hash', 'changed_at'],
  publication: ['publication_id', 'loaded_at'],
  scoring_run: ['run_id'],
  scoring_result: ['run_id'],
  allocation_run: ['run_id', 'scoring_run_id', 'evidence'],
  allocation_part: ['run_id'],
  allocation_scenario: ['scenario_id', 'run_id'],
  evaluation_round: ['finalised_run_id'],
  draft_result: ['run_id'],
  round_finalisation: ['run_id'],
  migrations: ['id'],
};

describe('the installation', () => {
  const databases: TestDatabase[] = [];

  afterAll(async () => {
    for (const database of databases) await database.drop();
  });

  async function fresh(): Promise<TestDatabase> {
    const database = await testDatabase();
    databases.push(database);
    return database;
  }

  /** Rows and a digest of every table; with `drawn`, drawn columns count as well. */
  async function contents(database: TestDatabase, drawn: boolean): Promise<Record<string, [number, string]>> {
    return asAdmin(database, async (client) => {
      const { rows: tables } = await client.query(
        `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      );
      const found: Record<string, [number, string]> = {};
      for (const { name } of tables as { name: string }[]) {
        const without = drawn ? '{}' : `{${(DRAWN[name] ?? []).join(',')}}`;
        const { rows } = await client.query(
          `select count(*)::int as rows, coalesce(md5(string_agg(row, ',' order by row)), '') as digest
           from (select (to_jsonb(t) - $1::text[])::text as row from ${name} t) x`,
          [without],
        );
        found[name] = [rows[0].rows, rows[0].digest];
      }
      return found;
    });
  }

  const rowsOf = async (database: TestDatabase): Promise<Record<string, number>> =>
    Object.fromEntries(Object.entries(await contents(database, true)).map(([name, [rows]]) => [name, rows]));
  const allEmpty = (rows: Record<string, number>): string[] =>
    Object.keys(rows).filter((name) => name !== 'migrations' && rows[name] !== 0);

  it('fills an empty database once: a second start changes no row', async () => {
    const database = await fresh();
    const first = await install(database.ownerUrl, DEMONSTRATION);
    expect(first).toEqual({
      cityId: '530400',
      demonstrationDay: '2026-03-20',
      firstAdministratorToken: null,
    });
    const before = await contents(database, true);
    expect(Object.keys(before).filter((name) => before[name]?.[0] === 0)).toEqual([
      'access_token',
      'account_contact',
      'allocation_comment',
      'allocation_decision',
      'allocation_decision_entry',
      'allocation_decision_file',
      'allocation_notice',
      'allocation_policy',
      'audit_seal',
      'boundary_map',
      'closed_year',
      'daily_work',
      'duty_rule',
      'evidence_file',
      'evidence_request',
      'field_file',
      'field_sample',
      'former_password',
      'hand_over',
      'holiday_table',
      'idempotency_key',
      'issue_plan',
      'mail_outbox',
      'office_mailbox',
      'one_time_link',
      'recovery_code',
      'round_comment',
      'round_file',
      'score_pack',
      'score_pack_return',
      'score_phrase',
      'second_factor',
      'self_summary',
      'session',
      'sheet_import',
      'sign_in_failure',
      'split_table',
      'split_table_amount',
      'survey_answer',
      'survey_token',
      'wage_list_heading',
      'wall_link',
    ]);
    expect(await install(database.ownerUrl, DEMONSTRATION)).toEqual(first);
    expect(await contents(database, true)).toEqual(before);
  });

  it('gives the same rows in every installation, but for what is drawn', async () => {
    const [one, other] = [await fresh(), await fresh()];
    await install(one.ownerUrl, DEMONSTRATION);
    await install(other.ownerUrl, DEMONSTRATION);
    expect(await contents(other, false)).toEqual(await contents(one, false));
  });

  it('leaves the database empty when it fails in the middle, and fills it at the next start', async () => {
    const database = await fresh();
    const asSuperuser = (statement: string): Promise<unknown> =>
      asAdmin(database, (client) => client.query(statement));
    // The very last table that the installation fills.
    await asSuperuser(`alter table allocation_scenario add constraint power_cut check (false)`);
    await expect(install(database.ownerUrl, DEMONSTRATION)).rejects.toThrow('power_cut');
    expect(allEmpty(await rowsOf(database))).toEqual([]);
    await asSuperuser(`alter table allocation_scenario drop constraint power_cut`);
    await install(database.ownerUrl, DEMONSTRATION);
    expect(allEmpty(await rowsOf(database)).length).toBeGreaterThan(20);
  });

  it('of two servers that start at once on one empty database, one installs', async () => {
    const database = await fresh();
    const both = await Promise.all([
      install(database.ownerUrl, DEMONSTRATION),
      install(database.ownerUrl, DEMONSTRATION),
    ]);
    expect(both[0]).toEqual(both[1]);
    const rows = await rowsOf(database);
    expect([rows['installation'], rows['publication'], rows['scoring_run'], rows['allocation_run']]).toEqual([
      1, 2, 2, 1,
    ]);
  });

  it('without demonstration holds places, programs and the published texts, and nobody’s account', async () => {
    const database = await fresh();
    const made = await install(database.ownerUrl, EMPTY);
    expect(made.demonstrationDay).toBeNull();
    expect(made.firstAdministratorToken).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const filled = allEmpty(await rowsOf(database)).sort();
    expect(filled).toEqual([
      'audit_entry',
      'inspection_template',
      'installation',
      'one_time_link',
      'place',
      'place_name',
      'program',
      'publication',
      'publication_amount',
      'publication_program',
      'security_setting',
      'sheet_template',
    ]);
  });

  it('refuses to serve demonstration data as real ones, and says why in both languages', async () => {
    const database = await fresh();
    await install(database.ownerUrl, DEMONSTRATION);
    const refused = install(database.ownerUrl, EMPTY);
    await expect(refused).rejects.toBeInstanceOf(StartRefused);
    await expect(refused).rejects.toThrow(/此数据库含演示数据.*\n.*demonstration data/);
  });

  it('stores the figures that the texts publish, to the fen', async () => {
    const database = await fresh();
    await install(database.ownerUrl, EMPTY);
    const totals = await asAdmin(
      database,
      async (client) =>
        (
          await client.query(
            `select p.year, p.program_id as program, p.total_fen::int as total,
             (select sum(a.fen)::int from publication_amount a where (a.year, a.ordinal) = (p.year, p.ordinal)) as sum,
             (select a.fen::int from publication_amount a where (a.year, a.ordinal, a.county_id) = (p.year, p.ordinal, 'hongta')) as hongta
           from publication_program p order by p.year, p.ordinal`,
          )
        ).rows,
    );
    expect(totals).toEqual([
      { year: 2022, program: 'assistants', total: 180_000_000, sum: 180_000_000, hongta: 30_000_000 },
      { year: 2025, program: 'assistants', total: 180_000_000, sum: 180_000_000, hongta: 30_000_000 },
      { year: 2025, program: 'mediation', total: 77_000_000, sum: 77_000_000, hongta: 18_000_000 },
    ]);
  });
});

describe('a server without demonstration', () => {
  let server: TestServer;
  const ADMINISTRATOR = { username: 'wang-jianguo', name: '王建国', password: 'A password of their own 7' };

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_DEMO: '0' } });
  });

  afterAll(() => server?.close());

  const make = (more: Record<string, string> = {}) =>
    server.request({
      method: 'POST',
      url: '/api/first-administrator',
      body: { ...ADMINISTRATOR, token: server.installation.firstAdministratorToken, ...more },
    });

  it('offers no account, and the demonstration’s password opens nothing', async () => {
    expect((await server.request({ url: '/api/session' })).json()).toEqual({
      account: null,
      demonstration: null,
    });
    const body = { username: 'leader', password: 'Yuheng-demo-2025' };
    expect((await server.request({ method: 'POST', url: '/api/session', body })).status).toBe(401);
  });

  it('takes the first administrator’s link once, also from eight requests at one moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => make({ username: `admin-${i}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(404)]);
    expect(await server.sql('select count(*)::int as accounts from account')).toEqual([{ accounts: 1 }]);
    expect((await make({ username: 'later' })).status).toBe(404);
  });

  it('lets the first administrator see places and no business data', async () => {
    const [account] = await server.sql<{ username: string }>('select username from account');
    const body = { username: account?.username, password: ADMINISTRATOR.password };
    const signedIn = await server.request({ method: 'POST', url: '/api/session', body });
    expect(signedIn.json<{ account: { roles: string[] } }>().account.roles).toEqual(['systemAdministrator']);
    const cookie = (signedIn.headers['set-cookie'] ?? '').split(';')[0] ?? '';
    const statusOf = async (url: string) => (await server.request({ url, headers: { cookie } })).status;
    // An administrator enrols a second factor before anything else; here it counts as given.
    expect(await statusOf('/api/administration/places')).toBe(403);
    await server.sql('update session set second_factor_at = now()');
    expect(await statusOf('/api/administration/places')).toBe(200);
    expect(await statusOf('/api/counties')).toBe(403);
    expect(await statusOf('/api/overview?program=assistants&year=2025')).toBe(403);
  });
});

describe('YUHENG_TODAY', () => {
  it('sets the day of every duty and state, also in a demonstration', async () => {
    const server = await startServer({ variables: { YUHENG_TODAY: '2025-03-10' } });
    const read = async (url: string) =>
      (await server.request({ url, as: 'leader' })).json<{ asOf: string; stage: string; state: string }>();
    const overview = await read('/api/overview?program=assistants&year=2025');
    // Due on the 15th and paid on the 21st: not known yet on the 10th of March.
    const county = (
      await server.request({ url: '/api/counties/jiangchuan?program=assistants&year=2025', as: 'leader' })
    ).json<{ months: { wages: { state: string; paidOn: string | null } }[]; timeline: { date: string }[] }>();
    expect(overview.asOf).toBe('2025-03-10');
    expect(county.months[1]?.wages).toMatchObject({ state: 'notDue', paidOn: null });
    expect(county.timeline.filter(({ date }) => date > '2025-03-10')).toEqual([]);
    await server.close();
  });
});

async function asAdmin<Result>(
  database: TestDatabase,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
