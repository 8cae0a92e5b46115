import type { County } from '@yuheng/shared/contract/counties';
import type { EvaluationResults } from '@yuheng/shared/contract/evaluation-results';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';

const COUNTIES = [
  'hongta',
  'jiangchuan',
  'chengjiang',
  'tonghai',
  'huaning',
  'yimen',
  'eshan',
  'xinping',
  'yuanjiang',
];

describe('what stands beside a finalised result', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const read = (county: string, as: string, year = 2025): Promise<TestAnswer> =>
    server.request({ url: `/api/counties/${county}?program=assistants&year=${year}`, as });
  const page = async (county: string, as: string, year = 2025): Promise<County> =>
    (await read(county, as, year)).json<County>();

  async function results(): Promise<EvaluationResults> {
    const [round] = await server.sql<{ id: string }>(
      `select round_id as id from evaluation_round where year = 2025 and kind = 'departmentEvaluation'`,
    );
    const url = `/api/evaluations/${round?.id}/results`;
    return (await server.request({ url, as: 'leader' })).json<EvaluationResults>();
  }

  it('is nothing at all before 定案', async () => {
    for (const as of ['leader', 'county-hongta', 'county-hongta-approver']) {
      const { result, beside } = await page('hongta', as, 2026);
      expect([result, beside]).toEqual([null, null]);
    }
  });

  it('the median of the city is that of the nine totals, the same for the leader and for every county', async () => {
    const { counties } = await results();
    const totals = counties.map(({ total }) => Number(total)).sort((a, b) => a - b);
    const { beside } = await page('hongta', 'leader');
    expect([beside?.city?.counties, Number(beside?.city?.total)]).toEqual([9, totals[4]]);
    for (const county of ['hongta', 'yuanjiang']) {
      const own = await page(county, `county-${county}`);
      expect(own.beside?.city).toEqual(beside?.city);
    }
  });

  it('a county reads its own shares and the median, never another county nor its marks', async () => {
    const { counties } = await results();
    const answer = await read('tonghai', 'county-tonghai');
    const { beside, result } = answer.json<County>();
    expect(beside?.shares.length).toBe(result?.dimensions.length);
    expect(beside?.alike).toBeNull();
    const others = counties.filter(({ county }) => county !== 'tonghai');
    expect(others.filter(({ name }) => answer.text.includes(name))).toEqual([]);
    // One of the others may hold the median; of all the rest no total is there.
    const shown = others.filter(({ total }) => answer.text.includes(`"${total}"`));
    expect(shown.map(({ total }) => total)).toEqual(
      shown.filter(({ total }) => total === beside?.city?.total).map(({ total }) => total),
    );
  });

  it('readers of the city see which counties are in like conditions, by the stated rule, and each sees the other', async () => {
    const pages = await Promise.all(COUNTIES.map((county) => page(county, 'inspector')));
    const alike = new Map(
      pages.map((one) => [one.id, (one.beside?.alike?.counties ?? []).map(({ id }) => id)]),
    );
    expect([...alike.values()].some((found) => found.length > 0)).toBe(true);
    for (const [county, found] of alike) {
      expect(found).not.toContain(county);
      for (const other of found) expect(alike.get(other)).toContain(county);
    }
    for (const { beside } of pages) {
      expect(beside?.alike?.sentence.zh).toContain('相差不超过25%');
      if (beside?.alike?.counties.length === 0) expect(beside.alike.sentence.zh).toMatch(/^没有与/);
    }
  });

  it('tells how many opinions the county gave and how they were ruled on, as the replies page does', async () => {
    const [row] = await server.sql<{ county: string; count: number }>(
      `select r.county_id as county, count(*)::int as count from county_reply r
         join evaluation_round e using (city_id, round_id)
        where e.year = 2025 and e.kind = 'departmentEvaluation' group by 1 order by 2 desc limit 1`,
    );
    const county = row?.county ?? '';
    const { beside } = await page(county, `county-${county}`);
    expect(beside?.opinions.rows.length).toBe(row?.count);
    expect(beside?.opinions.sentence.zh).toContain(`提出意见${row?.count}条：`);
    for (const { ruling, reason, text } of beside?.opinions.rows ?? []) {
      expect([ruling, reason, text].every((part) => part !== null && part !== '')).toBe(true);
    }
  });
});
