import { TestBed } from '@angular/core/testing';
import type { Overview, OverviewCell } from '@yuheng/shared/contract/overview';
import { LATEST, givenServer, openPage, said } from '../testing';
import { Language } from '../ui/language';
import { OverviewPage } from './overview';

const both = (zh: string, en = 'English') => ({ zh, en });
const cell = (change: Partial<OverviewCell> = {}): OverviewCell => ({
  state: 'reported',
  rate: '100.00',
  part: 12,
  whole: 12,
  light: 'normal',
  text: both('按时'),
  ...change,
});
const month = (of: string, onPostRate: string): Overview['trend'][number] => ({
  month: of,
  approved: true,
  onPostRate,
  wageTimeliness: '100.00',
  inspectionPassRate: null,
});
const county = (id: string, name: string, wages = cell()): Overview['counties'][number] => ({
  id,
  name,
  posts: 11,
  publishedFen: 13_200_000,
  splitYear: 2025,
  receipt: cell(),
  onPost: cell(),
  wages,
  inspection: cell({ state: 'missing', light: 'attention', text: both('8月督查表缺报') }),
  rectification: cell({ state: 'notApplicable', rate: null, part: null, whole: null, light: 'none' }),
  light: 'attention',
  reasons: [both('8月督查表缺报')],
  sentence: both(`${name}：资金已拨付到位。`),
  trend: [month('2025-01', '90.91'), month('2025-02', '81.82')],
  tile: { row: 1, column: 1 },
});

const overview = (change: Partial<Overview> = {}): Overview => ({
  program: 'assistants',
  year: 2025,
  asOf: '2026-03-20',
  asOfChoice: LATEST,
  demonstration: true,
  state: 'provisional',
  headline: both('演示数据：2个县（市、区）全部到位。', 'Demonstration data: all received.'),
  headlineParts: [
    {
      text: both('演示数据：2个县（市、区）全部到位。', 'Demonstration data: all received.'),
      link: '/funds?year=2025',
    },
  ],
  needsYou: [],
  risks: [
    {
      kind: 'unpaidWages',
      count: 3,
      text: both('1 个县（市、区）有 3 人次工资到期未发。'),
      link: '/funds/spending?year=2025',
      counties: [{ county: 'chengjiang', count: 3 }],
    },
    { kind: 'doubts', count: 0, text: both('没有待核实的疑点'), link: null, counties: [] },
  ],
  counties: [
    county('hongta', '红塔区'),
    county('chengjiang', '澄江市', cell({ rate: '91.67', light: 'warning' })),
  ],
  trend: [
    {
      month: '2025-01',
      approved: true,
      onPostRate: '98.67',
      wageTimeliness: '100.00',
      inspectionPassRate: '95.00',
    },
    {
      month: '2025-02',
      approved: false,
      onPostRate: '99.33',
      wageTimeliness: '88.89',
      inspectionPassRate: null,
    },
    { month: '2025-03', approved: false, onPostRate: null, wageTimeliness: null, inspectionPassRate: null },
  ],
  execution: [
    {
      id: 'hongta',
      name: '红塔区',
      receivedFen: 30_000_000,
      spentFen: 27_500_000,
      expectedFen: 30_000_000,
      advancedFen: 0,
      rate: '91.67',
    },
    {
      id: 'chengjiang',
      name: '澄江市',
      receivedFen: 13_200_001,
      spentFen: 13_200_001,
      expectedFen: 13_200_001,
      advancedFen: 100_000,
      rate: '100.00',
    },
  ],
  season: {
    evaluations: [
      {
        kind: 'departmentEvaluation',
        year: 2025,
        state: 'finalised',
        marksGiven: 9,
        marksExpected: 9,
        finalisedOn: '2026-03-13',
        scoringRun: null,
        text: both('部门评价已定案。'),
      },
    ],
    nextYear: {
      year: 2026,
      text: both('测算稿，不作为分配依据。'),
      link: '/allocations?program=assistants&year=2026',
    },
  },
  ...change,
});

const leader = {
  account: {
    username: 'leader',
    name: '局领导',
    roles: ['leader'],
    place: { id: 'yuxi', kind: 'city', name: '玉溪市' },
  },
  demonstration: null,
};
async function open(body: unknown, address = '/overview?program=assistants&year=2025', status = 200) {
  const server = givenServer({ 'GET /api/session': { body: leader }, 'GET /api/overview': { status, body } });
  return { page: await openPage(OverviewPage, address), ...server };
}
const rowNames = (page: HTMLElement) =>
  [...page.querySelectorAll('tbody th .pick')].map((link) => said(link));

describe('the overview', () => {
  it('asks for the program and the year of the address', async () => {
    const { sent } = await open(overview(), '/overview?program=mediation&year=2024');
    expect(sent.map((one) => one.address)).toContain('/api/overview?program=mediation&year=2024');
  });

  it('says first the sentence, then what needs you, risks, counties, charts, and what is in season', async () => {
    const { page } = await open(overview());
    const order = [
      '演示数据：2个县',
      '需要您办',
      '风险提示',
      '各县（市、区）情况',
      '月度趋势',
      '资金执行',
      '评价与下一年度',
    ];
    const places = order.map((words) => said(page).indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('says that nothing needs you, where nothing does', async () => {
    const { page } = await open(overview());
    expect(said(page)).toContain('目前没有需要您处理的事项');
  });

  it('links what needs you to where it can be done', async () => {
    const needsYou = [
      {
        ...{ kind: 'x', count: 1, overdue: 0, units: [] },
        ...{ text: both('请审核1张督查表'), link: '/counties/hongta?year=2025' },
      },
      { kind: 'y', count: 2, overdue: 1, text: both('补充佐证 2 项'), link: '/duties', units: [] },
    ];
    const { page } = await open(overview({ needsYou }));
    const link = [...page.querySelectorAll('a')].find((one) => said(one) === '请审核1张督查表');
    expect(link?.getAttribute('href')).toBe('/counties/hongta?year=2025');
    expect([...page.querySelectorAll('.overdue')].map(said)).toEqual(['补充佐证 2 项']);
  });

  it('keeps the official order, and sorts only when the address says so', async () => {
    const { page } = await open(overview());
    expect(rowNames(page)).toEqual(['红塔区', '澄江市']);
    TestBed.resetTestingModule();
    const sorted = await open(overview(), '/overview?sort=wages');
    expect(rowNames(sorted.page)).toEqual(['澄江市', '红塔区']);
    expect(said(sorted.page)).toContain('非官方排序');
  });

  it('leads from each clause of the headline to its evidence', async () => {
    const { page } = await open(overview());
    expect(page.querySelector('.headline a')?.getAttribute('href')).toBe('/funds?year=2025');
  });

  it('says of what waits the unit, the days past, who is in charge, and where it is done', async () => {
    const unit = {
      unit: '澄江市司法局',
      county: 'chengjiang',
      count: 1,
      daysPast: 5,
      person: '张三',
      link: '/x',
    };
    const needsYou = [
      { kind: 'lateWages', count: 1, overdue: 1, text: both('1 份工资支出表'), link: '/x', units: [unit] },
    ];
    const { page } = await open(overview({ needsYou }));
    expect(said(page.querySelector('.units li'))).toBe('澄江市司法局已超期 5 天责任人 张三前往 澄江市司法局');
    expect(page.querySelector('.units a')?.getAttribute('href')).toBe('/x');
  });

  it('shows one county alone once it is picked, without asking the server again', async () => {
    const { page, sent } = await open(overview());
    const asked = sent.length;
    const pick = [...page.querySelectorAll<HTMLButtonElement>('button.pick')].find(
      (one) => said(one) === '澄江市',
    );
    pick?.click();
    await new Promise((done) => setTimeout(done, 30));
    expect(sent).toHaveLength(asked);
    expect(said(page.querySelector('.headline'))).toBe('澄江市：资金已拨付到位。');
    expect(said(page.querySelector('yh-risk-list'))).toContain('3 人次工资到期未发。');
    expect(said(page.querySelector('yh-chart-panel'))).toContain('在岗率 81.82%');
    expect(said(page.querySelector('yh-focus-trail nav'))).toContain('全部 ›澄江市');
  });

  it('takes no county from an address that names none of the page', async () => {
    const { page } = await open(overview(), '/overview?pick=elsewhere');
    expect(said(page.querySelector('.headline'))).toContain('演示数据：2个县');
  });

  it('shows a picked month in the columns that are gathered by month, and says so', async () => {
    const { page } = await open(overview(), '/overview?at=2025-02');
    expect(said(page.querySelector('caption'))).toContain('2025年2月 当月');
    expect(said(page.querySelector('tbody tr'))).toContain('81.82%');
    expect(said(page.querySelector('tbody td:nth-child(5)'))).toBe('—');
  });

  it('prints a state that is not "reported" as a word, and a missing rate never as 0', async () => {
    const { page } = await open(overview());
    const row = page.querySelector('tbody tr');
    expect(said(row)).toContain('缺报');
    expect(said(row)).toContain('不适用');
    expect(said(row)).not.toMatch(/\b0(\.00)?%/);
  });

  it('says each chart in a sentence that is computed from its numbers', async () => {
    const { page } = await open(overview());
    expect(said(page)).toContain('2 个月中 1 个月已审核；最近一个月（2025年2月）在岗率 99.33%');
    expect(said(page)).toContain('合计到位 43.20 万元，支出 40.70 万元');
    expect(said(page)).toContain('县级垫付 0.10 万元');
  });

  it('shows words instead of an empty chart, where nothing is gathered yet', async () => {
    const { page } = await open(overview({ trend: [], execution: [] }));
    expect(page.querySelectorAll('yh-chart-panel')).toHaveLength(0);
    expect(said(page)).toContain('本年度还没有资金执行数据');
  });

  it('marks demonstration data, the day, and that figures await approval', async () => {
    const { page } = await open(overview());
    const facts = said(page.querySelector('.facts'));
    expect(facts).toContain('待审核');
    expect(facts).toContain('数据截至 2026年3月20日');
    expect(facts).toContain('演示数据');
  });

  it('says of posts that its year has not published by which split they stand', async () => {
    const { page } = await open(overview({ year: 2026 }));
    expect(said(page.querySelector('yh-county-rows'))).toContain('现行 11 个名额');
  });

  it('switches to English at once, sentences and all', async () => {
    const { page } = await open(overview());
    TestBed.inject(Language).current.set('en');
    await new Promise((done) => setTimeout(done, 20));
    expect(said(page)).toContain('Demonstration data: all received.');
    expect(said(page)).toContain('Nothing needs your attention at present');
    expect(document.documentElement.lang).toBe('en');
  });

  it('says what went wrong and offers to try again', async () => {
    const { page } = await open({ type: '/problems/unavailable', detail: '请稍后。' }, '/overview', 503);
    expect(said(page.querySelector('[role=alert]'))).toContain('服务正在启动或停止');
    expect(said(page.querySelector('[role=alert] button'))).toBe('重试');
  });
});
