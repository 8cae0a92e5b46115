import { createDataSource } from '@yuheng/backend/database/data-source';
import { demonstrationAccounts } from '@yuheng/backend/demonstration/demonstration-accounts';
import { demonstrationAssignments } from '@yuheng/backend/demonstration/demonstration-assignments';
import { FIXTURE_COUNTIES, fixtureDemonstration } from '@yuheng/backend/demonstration/demonstration-fixture';
import { loadDemonstration } from '@yuheng/backend/demonstration/load-demonstration';
import { CITY_ID, loadPlaces } from '@yuheng/backend/installation/load-places';
import { loadOfficialTexts } from '@yuheng/backend/publications/load-official-texts';
import type { DataSource, EntityManager } from 'typeorm';
import { testDatabase, type TestDatabase } from '../support/test-database';

/** Loading takes seconds where several suites share two cores. */
jest.setTimeout(60_000);

/** Every table that the demonstration fills, with its rows as the generator gives them. */
const data = fixtureDemonstration();
const EXPECTED: Readonly<Record<string, number>> = {
  account: demonstrationAccounts(CITY_ID, FIXTURE_COUNTIES, '').accounts.length,
  account_role: demonstrationAccounts(CITY_ID, FIXTURE_COUNTIES, '').roles.length,
  program_post: data.programPosts.length,
  wage_month: data.wageMonths.length,
  filing: data.filings.length,
  workload_month: data.workloadMonths.length,
  inspection_template: data.inspectionTemplates.length,
  inspection: data.inspections.length,
  inspection_result: data.inspectionResults.length,
  finding: data.findings.length,
  evaluation_method: data.evaluationMethods.length,
  evaluation_round: data.evaluationRounds.length,
  "evaluator_mark where kind = 'mark'": data.evaluatorMarks.length,
  evaluation_assignment: demonstrationAssignments(data.evaluationRounds, FIXTURE_COUNTIES).length,
};

describe('the demonstration in PostgreSQL', () => {
  let database: TestDatabase;
  let source: DataSource;

  const inScope = <Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> =>
    source.transaction(async (tx) => {
      await tx.query(`select set_config('yuheng.city', $1, true), set_config('yuheng.scope', $2, true)`, [
        CITY_ID,
        FIXTURE_COUNTIES.map(({ id }) => id).join(','),
      ]);
      return work(tx);
    });

  const one = async <Value>(sql: string): Promise<Value> =>
    inScope(async (tx) => (await tx.query<{ value: Value }[]>(sql))[0]?.value as Value);

  beforeAll(async () => {
    database = await testDatabase();
    source = await createDataSource(database.ownerUrl, 2).initialize();
    await inScope(async (tx) => {
      await loadPlaces(tx);
      await loadOfficialTexts(tx, CITY_ID);
      await loadDemonstration(tx, { cityId: CITY_ID, passwordHash: 'stands for an argon2id hash' });
    });
  });

  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  it.each(Object.entries(EXPECTED))(
    'fills %s with its %d rows under all constraints',
    async (table, count) => {
      expect(await one(`select count(*)::int as value from ${table}`)).toBe(count);
    },
  );

  it('takes posts and amounts from the 2025 text as it was read', async () => {
    const posts = await inScope((tx) =>
      tx.query(`select county_id as id, posts from program_post where year = 2025 order by posts desc, id`),
    );
    expect(posts).toEqual(
      FIXTURE_COUNTIES.map(({ id, posts: count }) => ({ id, posts: count })).sort(
        (a, b) => b.posts - a.posts || (a.id < b.id ? -1 : 1),
      ),
    );
    expect(
      await one(`select sum(fen)::int as value from ledger_entry where link = 'receipt' and year = 2025`),
    ).toBe(180_000_000);
  });

  it('keeps money, marks and days as the generator gave them', async () => {
    const stored = await inScope((tx) =>
      tx.query(
        `select gross_wage_fen::int as gross, paid_on::text as paid, county_advance_fen::int as advance
         from wage_month where county_id = 'jiangchuan' and month = '2025-02'`,
      ),
    );
    const row = data.wageMonths.find(
      ({ countyId, month }) => countyId === 'jiangchuan' && month === '2025-02',
    );
    expect(stored).toEqual([
      { gross: row?.grossWageFen, paid: '2025-03-21', advance: row?.countyAdvanceFen },
    ]);
    expect(await one(`select sum(marks)::text as value from evaluator_mark where kind = 'mark'`)).toBe(
      data.evaluatorMarks.reduce((sum, { marks }) => sum + Number(marks), 0).toFixed(2),
    );
  });

  it('places each office account at the first justice office of its county', async () => {
    expect(await one(`select place_id as value from account where username = 'office-hongta-1'`)).toBe(
      '530402001',
    );
    expect(
      await one(
        `select count(*)::int as value from account a join place o on o.place_id = a.place_id and o.kind = 'office'
         where a.username = 'office-' || o.parent_id || '-1'`,
      ),
    ).toBe(9);
  });

  it('counts justice offices once a year and staff every month, no fewer than the assistants on post', async () => {
    const offices = await inScope((tx) =>
      tx.query<{ months: string[]; said: number; places: number }[]>(
        `select array_agg(v.month order by v.month) as months, min(v.value::int) as said,
           (select count(*)::int from place o where o.kind = 'office' and o.parent_id = v.county_id) as places
         from sheet_value v where v.item_id = 'justiceOffices' group by v.county_id`,
      ),
    );
    expect(offices).toHaveLength(FIXTURE_COUNTIES.length);
    expect(offices.filter(({ said, places }) => said !== places)).toEqual([]);
    expect(new Set(offices.map(({ months }) => months.join()))).toEqual(new Set(['2024-01,2025-01,2026-01']));
    const staff = await inScope((tx) =>
      tx.query<{ staff: number; assistants: number }[]>(
        `select v.value::int as staff, w.persons_on_post as assistants
         from sheet_value v join wage_month w using (city_id, county_id, program_id, month)
         where v.kind = 'workload' and v.item_id = 'staffOnPost'`,
      ),
    );
    expect(staff).toHaveLength(data.workloadMonths.length);
    expect(staff.filter((one) => one.staff <= one.assistants)).toEqual([]);
  });

  it('counts in every sheet what it asks, and says of the supervised persons of every month of which class they are', async () => {
    expect(await one(`select count(*)::int as value from sheet where asked = 0`)).toBe(0);
    const sums = await inScope((tx) =>
      tx.query<{ sum: number; whole: number }[]>(
        `select sum(v.value::int) filter (where v.item_id in ('endControl', 'endProbation', 'endParole', 'endOutsidePrison'))::int as sum,
           sum(v.value::int) filter (where v.item_id = 'supervisedAtEnd')::int as whole
         from sheet_value v where v.kind = 'workload' group by v.county_id, v.month`,
      ),
    );
    expect(sums.length).toBe(data.workloadMonths.length);
    expect(sums.filter(({ sum, whole }) => sum !== whole)).toEqual([]);
  });

  it('counts of the re-check what was handed in alone: no mark is on record of a sheet that is still open', async () => {
    const sheets = await inScope((tx) =>
      tx.query(
        `select s.state, count(distinct (s.county_id, s.account_id))::int as sheets, count(m.indicator_id)::int as marks
         from score_sheet s left join evaluator_mark m on m.city_id = s.city_id and m.round_id = s.round_id
           and m.county_id = s.county_id and m.account_id = s.account_id and m.kind = 'mark'
         group by s.state order by s.state`,
      ),
    );
    expect(sheets).toEqual([
      { state: 'open', sheets: 5, marks: 0 },
      { state: 'submitted', sheets: 13, marks: 26 },
    ]);
  });

  it('refuses to be loaded a second time', async () => {
    await expect(
      inScope((tx) => loadDemonstration(tx, { cityId: CITY_ID, passwordHash: 'another' })),
    ).rejects.toThrow(/duplicate key/);
    expect(await one(`select count(*)::int as value from inspection`)).toBe(data.inspections.length);
  });

  it('says which county it cannot do without where the text is not there', async () => {
    await expect(
      inScope(async (tx) => {
        await tx.query('delete from publication_amount');
        await loadDemonstration(tx, { cityId: CITY_ID, passwordHash: 'any' });
      }),
    ).rejects.toThrow(/County hongta needs a justice office and a published amount/);
  });
});
