import type { County } from '@yuheng/shared/contract/counties';
import type { CountyComparison } from '@yuheng/shared/contract/county-comparisons';
import { startServer, type TestAnswer, type TestServer } from '../../support/server';

interface Sides {
  readonly left: string;
  readonly right?: string;
  readonly years?: readonly [number, number];
  readonly asOf?: string;
}

describe('two sides of a comparison', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const ask = ({ left, right = left, years = [2025, 2025], asOf }: Sides, as: string): Promise<TestAnswer> =>
    server.request({
      url: `/api/counties/compare?program=assistants&left=${left}&right=${right}&leftYear=${years[0]}&rightYear=${years[1]}${asOf ? `&asOf=${asOf}` : ''}`,
      as,
    });
  const compared = async (sides: Sides, as: string): Promise<CountyComparison> =>
    (await ask(sides, as)).json<CountyComparison>();
  const page = async (county: string, year: number, asOf?: string): Promise<County> =>
    (
      await server.request({
        url: `/api/counties/${county}?program=assistants&year=${year}${asOf ? `&asOf=${asOf}` : ''}`,
        as: 'leader',
      })
    ).json();

  it('show the same figures as the two pages, in the order asked for', async () => {
    const both = await compared({ left: 'tonghai', right: 'hongta' }, 'leader');
    const [tonghai, hongta] = [await page('tonghai', 2025), await page('hongta', 2025)];
    expect([both.kind, both.left.id, both.right.id]).toEqual(['counties', 'tonghai', 'hongta']);
    for (const { id, actual } of tonghai.targets) {
      const measure = both.measures.find((one) => one.id === id);
      expect(measure?.left.figure).toBe(actual);
      expect(measure?.right.figure).toBe(hongta.targets.find((one) => one.id === id)?.actual);
    }
    // Both are final and marked by one version of the method: each dimension and the total are compared.
    expect(both.measures.filter(({ group }) => group === 'result').length).toBe(
      (tonghai.result?.dimensions.length ?? 0) + 1,
    );
    expect(both.left.result?.total).toBe(tonghai.result?.total);
    expect(both.left.months.map(({ light }) => light)).toEqual(tonghai.months.map(({ light }) => light));
    const swapped = await compared({ left: 'hongta', right: 'tonghai' }, 'leader');
    const known = ({ measures }: CountyComparison) =>
      measures.filter((one) => one.left.figure !== null && one.right.figure !== null);
    expect(known(swapped).map(({ difference }) => difference)).toEqual(
      known(both).map(({ difference }) => difference),
    );
  });

  it('stand as they stood at a point in time, both of them, and say of which', async () => {
    const asOf = '2025-06';
    const both = await compared({ left: 'tonghai', right: 'hongta', asOf }, 'leader');
    expect([both.asOf, both.asOfChoice.chosen]).toEqual(['2025-06-30', asOf]);
    for (const side of [both.left, both.right]) {
      const then = await page(side.id, 2025, asOf);
      expect([side.result, side.headline]).toEqual([null, then.headline]);
      expect(side.months.map(({ state }) => state)).toEqual(then.months.map((one) => one.inspection.state));
    }
    expect(both.measures.filter(({ group }) => group === 'result')).toEqual([]);
    const latest = await compared({ left: 'tonghai', right: 'hongta' }, 'leader');
    expect(latest.left.months).not.toEqual(both.left.months);
  });

  it('says that a year is not over in June, and not at the end of its December', async () => {
    const cautionsAt = async (asOf: string): Promise<string> =>
      (await compared({ left: 'tonghai', right: 'hongta', asOf }, 'leader')).cautions
        .map(({ zh }) => zh)
        .join('');
    expect(await cautionsAt('2025-06')).toContain('2025年度尚未结束，数据截至2025年6月30日');
    expect(await cautionsAt('2025-12')).not.toContain('尚未结束');
  });

  it('two years are looked at from one month-end, never from the finalised result of one of them', async () => {
    const years = [2024, 2025] as const;
    const both = await compared({ left: 'hongta', years, asOf: '2025-06' }, 'leader');
    expect([both.asOf, both.asOfChoice.finalised]).toEqual(['2025-06-30', []]);
    const run = (await page('hongta', 2025)).result?.scoringRun ?? '';
    const one = await compared({ left: 'hongta', right: 'tonghai', asOf: run }, 'leader');
    expect([one.asOfChoice.chosen, one.left.result?.scoringRun]).toEqual([run, run]);
    expect(await ask({ left: 'hongta', years, asOf: run }, 'leader')).toMatchObject({ status: 422 });
  });

  it('says whether the conditions are alike, and ranks nobody', async () => {
    const { cautions, sentence, measures } = await compared(
      { left: 'hongta', right: 'chengjiang' },
      'leader',
    );
    expect(cautions.map(({ zh }) => zh).join('')).toContain('条件不相近');
    const words = [sentence, ...measures.map(({ difference }) => difference)]
      .map(({ zh, en }) => zh + en)
      .join('');
    expect(words).not.toMatch(/排名|名次|第\d名|领先|落后|高于|低于|rank|better|worse|ahead|behind/);
  });

  it('compares no marks before 定案 of both sides, and says of which side they are open', async () => {
    const { left, right, measures, cautions } = await compared(
      { left: 'hongta', years: [2025, 2026] },
      'leader',
    );
    expect([left.result !== null, right.result]).toEqual([true, null]);
    expect(measures.filter(({ group }) => group === 'result')).toEqual([]);
    expect(cautions.map(({ zh }) => zh).join('')).toMatch(/2026年度评价尚未定案，得分不作比较/);
    expect(cautions.map(({ zh }) => zh).join('')).toMatch(/2026年度尚未结束/);
  });

  it('a county compares its own years, and finds no other county on either side', async () => {
    const own = await ask({ left: 'hongta', years: [2024, 2025] }, 'county-hongta');
    expect([own.status, own.json<CountyComparison>().kind]).toEqual([200, 'years']);
    for (const sides of [
      { left: 'hongta', right: 'tonghai' },
      { left: 'tonghai', right: 'hongta' },
    ]) {
      const answer = await ask(sides, 'county-hongta');
      expect([answer.status, answer.text.includes('tonghai')]).toEqual([404, false]);
    }
    expect((await ask({ left: 'tonghai', years: [2024, 2025] }, 'county-hongta')).status).toBe(404);
  });

  it('a year with nothing gathered is said to be not due, never zero', async () => {
    const { measures } = await compared({ left: 'hongta', years: [2023, 2025] }, 'leader');
    const rates = measures.filter(({ group }) => group === 'rates' || group === 'findings');
    expect(rates.length).toBeGreaterThan(5);
    for (const { left, difference } of rates) {
      expect(left).toEqual({ figure: null, state: 'notDue' });
      expect(difference.zh).toContain('前一年度未到期');
    }
  });
});
