import type { Funds } from '@yuheng/shared/contract/funds';
import { givenServer, LATEST, openPage } from '../testing';
import { FundsPage } from './funds-page';

const both = (zh: string) => ({ zh, en: 'English' });
const none = { fen: 0, on: null, documentNumber: null };
const planned = (id: string, name: string, plannedFen: number, issuedFen: number) => ({
  ...{ id, name, advanceFen: 0, finalFen: plannedFen, plannedFen, issuedFen },
  leftFen: plannedFen - issuedFen,
});
const county = (id: string, name: string): Funds['counties'][number] => ({
  ...{ id, name, posts: 15, budgetFen: 18_000_000, state: 'notDue' as const },
  ...{ issued: none, received: none, passedOn: none, spentFen: 0, expectedFen: 0, executionRate: null },
  ...{ passOnDays: null, clockDays: null, clockState: 'notDue' as const, advancedFen: 0 },
  ...{ advanceSettledOn: null, filed: 0, filingsDue: 0, light: 'none' as const, text: both('未到期') },
  ...{ tile: null, reconciliation: null, months: [] },
});
const funds = (plan: Funds['plan'], splitYear: number | null = 2025): Funds => ({
  ...{ program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true, state: 'provisional' },
  asOfChoice: LATEST,
  headline: both('2026 年市级资金尚未下达。'),
  splitYear,
  total: {
    ...{ budgetFen: 36_000_000, issuedFen: 0, receivedFen: 0, passedOnFen: 0, spentFen: 0, expectedFen: 0 },
    advancedFen: 0,
  },
  counties: [county('hongta', '红塔区'), county('yimen', '易门县')],
  plan,
  months: [],
});
const PLAN: NonNullable<Funds['plan']> = {
  ...{ documentNumber: '演示司发〔2026〕12号', decidedOn: '2026-03-20', number: 2 },
  sentence: both('按演示司发〔2026〕12号，2026 年计划下达 36.00 万元。'),
  counties: [planned('hongta', '红塔区', 19_200_000, 20_000_000), planned('yimen', '易门县', 16_800_000, 0)],
};

const open = async (plan: Funds['plan'], splitYear?: number | null) => {
  givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/funds': { body: funds(plan, splitYear) },
  });
  return openPage(FundsPage, '/funds?program=assistants&year=2026');
};

describe('the page of the funds', () => {
  it('shows the plan of a decided split beside what was issued, and its columns add up', async () => {
    const part = (await open(PLAN)).querySelector('[data-part="issue-plan"]');
    expect(part?.textContent).toContain('按演示司发〔2026〕12号，2026 年计划下达 36.00 万元。');
    expect(part?.textContent).toContain('这是第 2 次下达计划');
    const cells = [...(part?.querySelectorAll('tfoot td, tfoot th') ?? [])].map((one) =>
      one.textContent?.trim(),
    );
    expect(cells.slice(1)).toEqual(['36.00', '0.00', '36.00', '20.00', '16.00']);
  });

  it('says nothing of a plan where no split of the year is decided', async () => {
    expect((await open(null)).querySelector('[data-part="issue-plan"]')).toBeNull();
  });

  it.each([
    [2025, '预算（现行分配，2025年公布）', true],
    [2026, '预算（公布金额）', false],
    [null, '预算', false],
  ])('of 2026 calls a budget published for %s “%s”', async (year, name, isCarried) => {
    const page = await open(null, year);
    expect(page.querySelector('[data-link="budget"] .name')?.textContent?.trim()).toBe(name);
    const table = page.querySelector('yh-funds-table')?.textContent ?? '';
    expect(table.includes('现行分配（2025年公布）')).toBe(isCarried);
  });
});
