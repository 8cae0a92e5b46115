import type { CountyYearFacts } from '../metrics/facts';
import { givenCountyYear, givenFinding, givenMovement } from '../metrics/given-county-year';
import { isoDate } from '../period/year-month';
import type { WallCounty, WallPage } from './wall-page';
import { wallPages } from './wall-pages';

const county = (id: string, facts: CountyYearFacts | null, done = 0, due = 0): WallCounty => ({
  county: id,
  facts,
  duties: { done, due },
});

const pageOf = (id: WallPage['id'], counties: readonly WallCounty[]): WallPage => {
  const page = wallPages(2025, counties).find((one) => one.id === id);
  if (!page) throw new Error(`There is no page ${id}.`);
  return page;
};
const cellsOf = (page: WallPage): (readonly string[])[] =>
  page.rows.map(({ cells }) => cells.map(({ text }) => text.zh));

const arrived = givenCountyYear();
const atFinance = givenCountyYear({
  movements: [givenMovement('issue', '2025-04-18'), givenMovement('receipt', '2025-04-20')],
});

describe('the wall', () => {
  test('says in one sentence how many counties the money has reached, and shows its days', () => {
    const page = pageOf('money', [county('hongta', arrived), county('jiangchuan', atFinance)]);
    expect(page.sentence.zh).toBe(
      '2025 年市级资金已下达 36.00 万元；2 个县（市、区）均已到位；2 个县（市、区）中 1 个已拨付县司法局。',
    );
    expect(page.sentence.en).toBe(
      '360,000.00 yuan of 2025 issued; all 2 counties have it; 1 of 2 counties has passed it on to the county bureau.',
    );
    expect(cellsOf(page)).toEqual([
      ['18.00 万元 · 2025年4月18日', '18.00 万元 · 2025年4月20日', '2025年5月6日', '100.00%'],
      ['18.00 万元 · 2025年4月18日', '18.00 万元 · 2025年4月20日', '尚未拨付', '100.00%'],
    ]);
  });

  test('before the issue it says that nothing is issued, and of a county without facts that nothing is due', () => {
    const page = pageOf('money', [county('hongta', givenCountyYear({ movements: [] })), county('x', null)]);
    expect(page.sentence.zh).toBe('2025 年市级资金尚未下达。');
    expect(cellsOf(page)[0]?.slice(0, 3)).toEqual(['尚未下达', '尚未到位', '尚未拨付']);
    expect(cellsOf(page)[1]).toEqual(['未到期', '未到期', '未到期', '—']);
    expect(pageOf('money', [county('x', null)]).sentence.zh).toBe('2025 年尚无到期事项。');
  });

  test('a month counts as paid when everyone on post was, be it late; one that is not reported does not', () => {
    const late = givenCountyYear({
      months: {
        '2025-03': { state: 'late' },
        '2025-12': { personsPaid: 14 },
        '2025-05': { state: 'missing' },
      },
    });
    const page = pageOf('wages', [county('hongta', arrived), county('jiangchuan', late)]);
    expect(cellsOf(page).map((row) => row.slice(0, 2))).toEqual([
      ['已发放', '12 / 12 个月已发放'],
      ['尚未确认发放', '10 / 12 个月已发放'],
    ]);
    expect(page.rows[1]?.cells[1]).toMatchObject({ done: 10, due: 12 });
    expect(page.sentence.zh).toBe(
      '2025 年 12 月工资 2 个县（市、区）中 1 个已发放；本年到期各月 2 个县（市、区）中 1 个已全部发放。',
    );
  });

  test('a city sum of a rate is missing where one county has a month missing, and never counts it as nothing', () => {
    const missing = givenCountyYear({ months: { '2025-05': { state: 'missing' } } });
    const sums = (other: CountyYearFacts) =>
      pageOf('wages', [county('hongta', arrived), county('jiangchuan', other)]).sums.at(-1)?.text.zh;
    expect([sums(arrived), sums(missing)]).toEqual(['100.00%', '—']);
  });

  test('duties are counted as given, and a county without any due says so', () => {
    const page = pageOf('duties', [
      county('hongta', arrived, 12, 12),
      county('yimen', arrived, 3, 4),
      county('x', null),
    ]);
    expect(page.sentence.zh).toBe('2025 年到期应办 16 项，已办 15 项；3 个县（市、区）中 1 个已全部办结。');
    expect(cellsOf(page).map(([first]) => first)).toEqual([
      '应办 12 项，已办 12 项',
      '应办 4 项，已办 3 项',
      '未到期',
    ]);
  });

  test('findings count once found, and as closed once closed, on the day of the facts', () => {
    const facts = givenCountyYear({
      asOf: '2025-06-30',
      findings: [
        givenFinding('2025-02', '2025-03-08', { closedOn: isoDate('2025-03-10') }),
        givenFinding('2025-03', '2025-04-08', { closedOn: isoDate('2025-07-01') }),
        givenFinding('2025-07', '2025-08-08'),
      ],
    });
    const page = pageOf('findings', [county('hongta', facts), county('yimen', givenCountyYear())]);
    expect(page.sentence.zh).toBe('2025 年督查发现问题 2 个，已销号 1 个，1 个整改中。');
    expect(cellsOf(page)).toEqual([['发现 2 个，已销号 1 个'], ['没有问题']]);
  });

  test('the counties stand in the order in which they are given, whatever their figures', () => {
    const poor = county('yuanjiang', givenCountyYear({ movements: [] }), 0, 9);
    for (const page of wallPages(2025, [poor, county('hongta', arrived, 9, 9)])) {
      expect(page.rows.map((row) => row.county)).toEqual(['yuanjiang', 'hongta']);
      for (const row of page.rows) expect(row.cells).toHaveLength(page.columns.length);
    }
  });

  test('it speaks of no light, grade, rank, mark, doubt, person, nor of money paid in time or too late', () => {
    const pages = wallPages(2025, [county('hongta', arrived, 1, 2), county('jiangchuan', atFinance, 2, 2)]);
    const said = JSON.stringify(pages);
    expect(said).not.toMatch(
      /预警|关注|等级|优秀|良|排名|第.名|得分|扣分|疑点|迟|超期|逾期|及时|人次|persons|late|overdue|in time/,
    );
  });
});
