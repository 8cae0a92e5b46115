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

  describe('with money that has moved', () => {
    const link = (fen: number) => ({ fen, on: '2025-04-20', documentNumber: null });
    const month = (fen: number) => ({
      ...{ month: '2025-01', approved: true, due: true, countyPartFen: 0, advancedFen: 0, expectedFen: fen },
      cityPartFen: fen,
    });
    const paid = (id: string, name: string, spentFen: number, toExplain: number) => ({
      ...county(id, name),
      ...{ state: 'reported' as const, issued: link(18_000_000), received: link(18_000_000) },
      ...{ passedOn: link(18_000_000), spentFen, executionRate: '50.00', months: [month(spentFen)] },
      reconciliation: {
        ...{ months: 12, agreeing: 12 - toExplain, explained: 0, toExplain, unlike: 0 },
        text: both(`已报 12 个月：${toExplain} 个月待说明。`),
      },
    });
    const BODY: Funds = {
      ...funds(null),
      total: {
        ...{ budgetFen: 36_000_000, issuedFen: 36_000_000, receivedFen: 36_000_000 },
        ...{ passedOnFen: 36_000_000, spentFen: 27_000_000, expectedFen: 0, advancedFen: 0 },
      },
      counties: [paid('hongta', '红塔区', 18_000_000, 0), paid('yimen', '易门县', 9_000_000, 2)],
      months: [month(27_000_000)],
    };
    const at = async (query: string) => {
      const { sent } = givenServer({
        'GET /api/session': { body: { account: null, demonstration: null } },
        'GET /api/funds': { body: BODY },
      });
      const page = await openPage(FundsPage, `/funds?program=assistants&year=2025${query}`);
      return { page, sent };
    };
    const spent = (page: HTMLElement) =>
      page.querySelector('[data-link="spent"] strong')?.textContent?.trim();

    it('filters sentence, chain, months and table by a picked county without asking again', async () => {
      const { page, sent } = await at('&pick=yimen');
      expect(page.querySelector('.headline')?.textContent).toContain('易门县：2026 年预算');
      expect(spent(page)).toBe('9.00');
      expect(page.querySelectorAll('yh-funds-table tbody tr')).toHaveLength(1);
      expect(sent.filter(({ address }) => address.startsWith('/api/funds'))).toHaveLength(1);
    });

    it('leads from a picked county to its ledger and its reconciliation in one click', async () => {
      const { page } = await at('&pick=yimen');
      const hrefs = [...page.querySelectorAll('.ways a')].map((one) => one.getAttribute('href'));
      expect(hrefs).toContain('/funds/ledger?program=assistants&year=2025&county=yimen');
      expect(hrefs).toContain('/funds/ledger?program=assistants&year=2025&county=yimen#reconciliation');
    });

    it('says of each county how far its ledger and its sheets are reconciled', async () => {
      const { page } = await at('');
      const cells = [...page.querySelectorAll('yh-funds-table tbody tr')].map((row) => row.textContent);
      expect(cells[0]).toContain('12 个月均无待说明');
      expect(cells[1]).toContain('2 个月待说明');
    });
  });
});
