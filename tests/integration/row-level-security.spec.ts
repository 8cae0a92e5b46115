import { startServer, type TestServer } from '../support/server';
import { Client } from 'pg';
import { GIVEN_DECISION } from '../support/given-decision';
import { GIVEN_FIELDWORK } from '../support/given-fieldwork';
import { countOf, DUTIES, idOf, SCOPED, TABLES, tablesOf, under } from '../support/row-security';

const CITY = '530400';
const APPEND_ONLY = [
  'scoring_run',
  'scoring_result',
  'allocation_run',
  'allocation_part',
  'allocation_policy',
  'allocation_comment',
  'split_table',
  'split_table_amount',
  'allocation_decision_file',
  'issue_plan',
  'finding_event',
  'doubt_event',
  'ledger_entry',
  'goal_event',
  'reconciliation_explanation',
  'deliberation',
  'draft_result',
  'reply_ruling',
  'round_finalisation',
  'self_summary',
  'field_record_version',
  'field_signature',
  'survey_answer',
];

/** No policy lets a row of them be changed: who is bound by policies finds none to change. */
const NEVER_FOUND = [
  'scoring_run',
  'scoring_result',
  'deliberation',
  'draft_result',
  'reply_ruling',
  'round_finalisation',
];

describe('row-level security', () => {
  let server: TestServer;
  let app: Client;
  let owner: Client;

  beforeAll(async () => {
    server = await startServer();
    // The demonstration uploads no workbook and no document, and a table without rows proves nothing.
    await server.sql(
      `insert into sheet_import (city_id, county_id, import_id, program_id, kind, month, file_name, sha256, items, changes,
         errors, result, uploaded_by, uploaded_at)
       select '530400', county, gen_random_uuid(), 'assistants', 'spending', '2026-02', '支出表.xlsx', repeat('0', 64),
         '[]', '[]', 0, 'PK', 'county-' || county, now() from unnest(array['hongta', 'chengjiang']) county`,
    );
    await server.sql(
      `insert into evidence_file (city_id, county_id, file_id, file_name, media_type, size, sha256, content, uploaded_by, uploaded_at)
       select '530400', county, gen_random_uuid(), '凭证.pdf', 'application/pdf', 8, repeat('0', 64), '%PDF-1.7',
         'county-' || county, now() from unnest(array['hongta', 'chengjiang', 'yimen']) county`,
    );
    await server.sql(
      `insert into wage_list_heading (city_id, county_id, heading, field, said_by, said_at)
       select '530400', county, '级差', 'ignored', 'county-' || county, now() from unnest(array['hongta', 'chengjiang']) county`,
    );
    await server.sql(
      `insert into round_file (city_id, round_id, file_id, name, media_type, size, sha256, content, uploaded_by, uploaded_at)
       select city_id, round_id, gen_random_uuid(), '通知.pdf', 'application/pdf', 8, repeat('0', 64), '%PDF-1.7', 'finance', now()
       from evaluation_round where kind = 'financeEvaluation'`,
    );
    await server.sql(
      `insert into round_comment (city_id, round_id, county_id, indicator_id, number, kind, comment, by, at)
       select city_id, round_id, 'hongta', 'satisfaction', 1, 'comment', '请核对样本数。', 'finance', now()
       from evaluation_round where kind = 'financeEvaluation'`,
    );
    await server.sql(
      `insert into county_reply (city_id, round_id, county_id, draft_number, indicator_id, text, evidence, written_by, written_at)
       select city_id, round_id, county_id, draft_number, 'onPostRate', '请复核。', '[]', 'county-' || county_id, now()
       from reply_sheet join evaluation_round using (city_id, round_id) where year = 2025 and county_id in ('hongta', 'yimen')`,
    );
    await server.sql(
      `insert into reply_ruling (city_id, round_id, county_id, draft_number, indicator_id, version, ruling, reason, ruled_by, ruled_at)
       select city_id, round_id, county_id, draft_number, indicator_id, 1, 'notAccepted', '已核对。', 'lead-evaluator', now()
       from county_reply where county_id in ('hongta', 'yimen')`,
    );
    await server.sql(
      `insert into self_summary (city_id, round_id, snapshot, sha256, finalised_on, document_number, finalised_by, finalised_at)
       select city_id, round_id, '{}', repeat('0', 64), '2026-03-20', '演示司发〔2026〕11号', 'officer-1', now()
       from evaluation_round where kind = 'financeEvaluation'`,
    );
    for (const statement of GIVEN_FIELDWORK) await server.sql(statement);
    // Nor does it say a mailbox, so that nothing is ever sent from it.
    await server.sql(
      `insert into office_mailbox values ('530400', 'cityJustice', '530400', 'sfj@example.gov.cn', 1, 'officer-1', now())`,
    );
    await server.sql(
      `insert into mail_outbox (city_id, party, place_id, day, message_id, subject, body, state, attempts, queued_at, next_attempt_at)
       values ('530400', 'cityJustice', '530400', '2026-03-20', gen_random_uuid(), '提醒', '提醒', 'waiting', 0, now(), now())`,
    );
    // Nor does it give out a link of the wall, nor has it a map.
    await server.sql(
      `insert into wall_link values ('530400', gen_random_uuid(), '大厅', 'assistants', repeat('0', 64), now(), 'officer-1', now())`,
    );
    await server.sql(
      `insert into boundary_map values ('530400', '', 'map.json', repeat('0', 64), 4, '[]', 1, 'officer-1', now())`,
    );
    // Nor does it publish a policy.
    await server.sql(
      `insert into allocation_policy values ('530400', 'assistants', 1, '协勤经费分配办法', '演示依据', '演示司发〔2026〕9号',
         '2026-03-20', 'officer-1', now(), '{}', repeat('0', 64))`,
    );
    await server.sql(
      `insert into allocation_scenario (city_id, scenario_id, program_id, year, name, settings, settings_sha256, evidence_sha256,
         run_id, created_by, created_at)
       select city_id, gen_random_uuid(), program_id, year + 1, '方案', '{}', repeat('0', 64), repeat('0', 64), run_id,
         'officer-1', now() from allocation_run`,
    );
    await server.sql(
      `insert into allocation_comment select city_id, gen_random_uuid(), scenario_id, '请补充依据。', 'leader', now()
       from allocation_scenario limit 1`,
    );
    // Nor does it load a table of past splits.
    await server.sql(
      `insert into split_table values ('530400', 1, '历年分配.xlsx', repeat('0', 64), 'officer-1', now())`,
    );
    await server.sql(
      `insert into split_table_amount values ('530400', 1, 'assistants', 2019, 'hongta', 30000000, 25, '演示台账', 4)`,
    );
    // Nor is anything decided.
    for (const statement of GIVEN_DECISION) await server.sql(statement);
    // Nor is a county asked for evidence.
    await server.sql(
      `insert into evidence_request (city_id, round_id, county_id, request_id, indicator_id, account_id, text, due_on, asked_at, version, evidence)
       select r.city_id, r.round_id, county, gen_random_uuid(), 'satisfaction', a.account_id, '请补充问卷汇总', '2026-03-27', now(), 1, '[]'
       from evaluation_round r, account a, unnest(array['hongta', 'chengjiang']) county
       where r.kind = 'financeEvaluation' and a.username = 'evaluator-1'`,
    );
    app = new Client({ connectionString: server.database.appUrl });
    owner = new Client({ connectionString: server.database.ownerUrl });
    await Promise.all([app.connect(), owner.connect()]);
  });

  afterAll(async () => {
    await Promise.all([app?.end(), owner?.end()]);
    await server?.close();
  });

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

  it.each(tablesOf('county', 'countyRecord'))(
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

  it.each(tablesOf('city'))('%s shows a county nothing', async (table) => {
    expect(await countOf(app, table, { counties: ['hongta'] })).toBe(0);
    expect(await countOf(app, table, { counties: ['hongta'], city: '530500' })).toBe(0);
  });

  it.each(tablesOf('workingPaper'))(
    '%s shows a county what belongs to a slip that everybody signed, and nothing else',
    async (table) => {
      const ofSlips = await server.sql<{ id: string }>(
        `select t.record_id as id from ${table} t join field_record r using (city_id, round_id, county_id, record_id)
         where t.county_id = 'hongta' and r.kind = 'slip' and r.locked_on is not null order by 1`,
      );
      const shown = `select record_id as id from ${table} order by 1`;
      expect(await under(app, { counties: ['hongta'] }, shown)).toEqual(ofSlips);
      expect(await under(app, { counties: ['yimen'] }, shown)).toEqual([]);
    },
  );

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

  it.each(tablesOf('county'))(
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

  it.each(tablesOf('countyRecord'))(
    '%s takes no row of a county outside the scope, and nobody changes or removes one',
    async (table) => {
      const copy = `insert into ${table} select (jsonb_populate_record(x, '{"county_id":"yuanjiang"}')).* from ${table} x limit 1`;
      for (const client of [app, owner]) {
        await expect(under(client, { counties: ['yimen'] }, copy)).rejects.toThrow(
          /row-level security|permission denied/,
        );
      }
      for (const change of [`update ${table} set county_id = 'yuanjiang'`, `delete from ${table}`]) {
        await expect(under(app, { counties: ['yimen'] }, change)).rejects.toThrow(/permission denied/);
      }
    },
  );

  it.each(tablesOf('business'))(
    '%s is read in any scope and written only with the whole city',
    async (table) => {
      const [stored] = await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`);
      expect(await countOf(app, table, { counties: ['hongta'] })).toBe(stored?.rows);
      const change = `with done as (update ${table} set city_id = city_id returning 1) select count(*)::int as rows from done`;
      expect(await under(app, { counties: ['hongta'] }, change)).toEqual([{ rows: 0 }]);
      expect(await under(app, { counties: ['hongta'], city: CITY }, change)).toEqual([stored]);
      const copy = `insert into ${table} select * from ${table}`;
      await expect(under(app, { counties: ['hongta'] }, copy)).rejects.toThrow(/row-level security/);
    },
  );

  it.each(tablesOf('published'))(
    '%s is read in any scope, added to with the whole city, and changed by nobody, its owner included',
    async (table) => {
      const [stored] = await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`);
      expect(await countOf(app, table, { counties: ['hongta'] })).toBe(stored?.rows);
      const copy = `insert into ${table} select * from ${table}`;
      await expect(under(app, { counties: ['hongta'] }, copy)).rejects.toThrow(/row-level security/);
      await expect(under(app, { counties: ['hongta'], city: CITY }, copy)).rejects.toThrow(/duplicate key/);
      for (const change of [`update ${table} set city_id = city_id`, `delete from ${table}`]) {
        await expect(under(app, { counties: ['hongta'], city: CITY }, change)).rejects.toThrow(
          /permission denied/,
        );
        await expect(under(owner, { counties: ['hongta'], city: CITY }, change)).rejects.toThrow(
          /append-only/,
        );
      }
    },
  );

  it.each(tablesOf('closed', 'none'))('%s is not readable at all, in whatever scope', async (table) => {
    const scope = {
      counties: await counties(),
      city: CITY,
      account: await idOf(server, 'audit-admin'),
      duties: DUTIES,
    };
    await expect(under(app, scope, `select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(under(app, scope, `delete from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it.each(tablesOf('reference'))('%s is read by everybody and written by nobody', async (table) => {
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
      // The superuser, whom no policy binds, meets the trigger; the owner meets it or, where no policy lets one be changed, finds none.
      for (const change of [`update ${table} set city_id = city_id`, `delete from ${table}`]) {
        await expect(server.sql(change)).rejects.toThrow(/append-only/);
        const byOwner = under(owner, scope, `with done as (${change} returning 1) select * from done`);
        const outcome = await byOwner.catch((error: Error) => error.message);
        expect(NEVER_FOUND.includes(table) ? [[]] : [`${table} is append-only`]).toContainEqual(outcome);
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
