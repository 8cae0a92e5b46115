import { scoped } from '@yuheng/backend/database/scoped-transaction';
import { EvaluationsQueries } from '@yuheng/backend/evaluations/evaluations.queries';
import { marksByCounty } from '@yuheng/backend/evaluations/results/marks-by-county';
import { scoreCounties } from '@yuheng/backend/evaluations/score-counties';
import { FactsService } from '@yuheng/backend/facts/facts.service';
import { INVARIANTS, violationsOf } from '@yuheng/backend/funds/invariants.queries';
import { load } from '@yuheng/backend/load';
import { loadLarge } from '@yuheng/backend/large-data/load-large';
import { GATHERED } from '@yuheng/backend/large-data/large-data.queries';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import { startServer, type TestServer } from '../support/server';
import { testDatabase } from '../support/test-database';

const WANTED = { counties: 11, months: 30 };
const CITY = '530400';

describe('the large data set', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
    await loadLarge(server.database.ownerUrl, CITY, WANTED);
  });

  afterAll(() => server?.close());

  /** In the scope of the invented counties and of those that they are like. */
  const reading = async <Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> => {
    const places = await server.sql<{ id: string }>(`select place_id as id from place where kind = 'county'`);
    const counties = places.map(({ id }) => id);
    return scoped(server.source, { counties, city: CITY, account: null, duties: [] }, work);
  };
  const one = async (sql: string): Promise<unknown> => Object.values((await server.sql(sql))[0] ?? {})[0];

  it('has the counties and months that were asked for, each month with its twelve items, named as a demonstration', async () => {
    expect(await one(`select count(*)::int from inspection where county_id like 'load-%'`)).toBe(11 * 30);
    expect(await one(`select count(*)::int from inspection_result where county_id like 'load-%'`)).toBe(
      11 * 30 * 12,
    );
    expect(await one(`select min(month) || max(month) from sheet where county_id like 'load-%'`)).toBe(
      '2023-092026-02',
    );
    expect(
      await one(`select string_agg(name, '、' order by code) from place_name where code like 'load-00%'`),
    ).toBe(Array.from({ length: 11 }, (_, n) => `演示县 ${String(n + 1).padStart(4, '0')}`).join('、'));
  });

  it.each(INVARIANTS.map((rule) => [rule.id, rule] as const))(
    'keeps the rule of money %s',
    async (_, rule) => {
      expect(await reading((tx) => violationsOf(tx, rule, 5))).toEqual([]);
    },
  );

  it('says in every conclusion what the sheet says, now or in the month that it is carried from', async () => {
    expect(
      await server.sql(
        `select r.county_id, r.month, r.item_id from inspection_result r
         left join sheet_value v on v.city_id = r.city_id and v.county_id = r.county_id and v.program_id = r.program_id
           and v.kind = 'inspection' and v.month = coalesce(r.carried_from, r.month) and v.item_id = r.item_id
         where r.county_id like 'load-%' and r.conclusion is not null
           and (v.item_id is null or r.conclusion <> coalesce(v.conclusion, v.state) or trim_scale(r.number)::text <> v.value)`,
      ),
    ).toEqual([]);
  });

  it('counts on every sheet the values that stand there, and has an event for its opening', async () => {
    expect(
      await server.sql(
        `select s.county_id, s.kind, s.month from sheet s where s.county_id like 'load-%' and (
           s.filled <> (select count(*) from sheet_value v where (v.city_id, v.county_id, v.program_id, v.kind, v.month)
             = (s.city_id, s.county_id, s.program_id, s.kind, s.month))
           or not exists (select 1 from sheet_event e where (e.city_id, e.county_id, e.program_id, e.kind, e.month)
             = (s.city_id, s.county_id, s.program_id, s.kind, s.month) and e.act = 'open'))
         and s.stage <> 'open'`,
      ),
    ).toEqual([]);
  });

  it.each([2024, 2025])('scores in %i each invented county as the one that it is like', async (year) => {
    const totals = await reading(async (tx) => {
      const queries = new EvaluationsQueries();
      const [round] = await queries.rounds(tx, 'assistants', year);
      if (!round) throw new Error(`There is no round of ${year}.`);
      const { definition } = await queries.method(tx, 'assistants', round.methodVersion);
      const marks = await queries.marks(tx, round.id);
      const asOf = isoDate('2026-03-20');
      const facts = await server.app.get(FactsService).read(tx, {
        program: 'assistants',
        year,
        asOf,
      });
      const invented = marks.map((mark) => ({ ...mark, county: likenessOf[mark.county] ?? mark.county }));
      const said = marksByCounty([...marks, ...invented]);
      const scored = scoreCounties(definition, facts, (county) => ({
        evaluatorMarks: said.get(county) ?? {},
      }));
      if (!scored.ok) throw new Error(scored.refusals[0]?.detail.en);
      return Object.fromEntries(scored.value.counties.map(({ county, answer }) => [county, answer.total]));
    });
    for (const [county, invented] of Object.entries(likenessOf)) {
      expect(totals[county]).not.toBeUndefined();
      expect([invented, totals[invented]]).toEqual([invented, totals[county]]);
    }
  });
  const likenessOf: Readonly<Record<string, string>> = Object.fromEntries(
    'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'
      .split(' ')
      .map((county, place) => [county, `load-000${place + 1}`]),
  );

  it('is the same whenever it is made', async () => {
    const other = await startServer();
    try {
      await loadLarge(other.database.ownerUrl, CITY, WANTED);
      const all = Object.keys(GATHERED)
        .map(
          (table) =>
            `select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as content from ${table} t`,
        )
        .join(' union all ')
        .concat(' order by name');
      expect(await other.sql(all)).toEqual(await server.sql(all));
    } finally {
      await other.close();
    }
  });

  it('leaves every key, index, reference, trigger and policy as they are without it', async () => {
    const plain = await startServer();
    try {
      const state = `
        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as it from pg_constraint where conrelid <> 0
        union all select indexdef from pg_indexes where schemaname = 'public'
        union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal
        union all select relname || ' ' || relrowsecurity || relforcerowsecurity from pg_class where relkind = 'r'
        order by 1`;
      expect(await server.sql(state)).toEqual(await plain.sql(state));
    } finally {
      await plain.close();
    }
  });

  it('is refused by a database that holds anything, and nothing is changed there', async () => {
    const database = await testDatabase();
    try {
      const wanted = { ...database, adminUrl: null, counties: 1, months: 1, say: () => undefined };
      await expect(load(wanted)).rejects.toThrow('This database is not empty');
    } finally {
      await database.drop();
    }
  });
});
