import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { Indicator, IndicatorCell, Indicators } from '@yuheng/shared/contract/indicators';
import { givenServer, LATEST, openPage, said } from '../testing';
import { IndicatorsPage } from './indicators-page';

const both = (zh: string) => ({ zh, en: 'English' });
const MONTHS = Array.from({ length: 12 }, (_, index) => `2025-${String(index + 1).padStart(2, '0')}`);
const NOT_DUE: IndicatorCell = {
  ...{ state: 'notDue', figure: null, part: null, whole: null, light: 'none', target: null },
  text: both('未到期'),
};
const indicator = (id: string, name: string, more: Partial<Indicator> = {}): Indicator => ({
  ...{ id, name: both(name), formula: both(`${name}的公式`), basis: both('依据'), group: 'persons' as const },
  ...{ unit: 'percent' as const, direction: 'atLeast' as const, counts: 'persons' as const },
  ...{ disclosure: 'internal' as const, responsible: 'countyJustice' as const, targeted: true },
  monthly: 'wages',
  all: {
    ...{ figure: '95.00', part: 38, whole: 40, counties: 2 },
    months: MONTHS.map((month, at) => ({
      ...{ month, part: 38, whole: 40, counties: at < 2 ? 2 : 0, approved: at === 0 },
      figure: at < 2 ? '95.00' : null,
    })),
  },
  ...more,
});
const months = (figure: string) =>
  MONTHS.map((month, at) => ({
    ...{ month, state: at < 2 ? ('reported' as const) : ('notDue' as const), part: 14, whole: 15 },
    ...{ figure: at < 2 ? figure : null, light: 'none' as const, target: '95', approved: at === 0 },
  }));
const cell = (figure: string, more: Partial<IndicatorCell> = {}): IndicatorCell => ({
  ...{ state: 'reported', figure, part: 14, whole: 15, light: 'normal', target: '95' },
  text: both('在岗 14 人月，核定 15 人月'),
  ...more,
});
const YEARLY = indicator('executionRateOfReceipts', '预算执行率', {
  ...{ group: 'funds', targeted: false, monthly: null, counts: 'money' },
  all: { figure: '80.00', part: 8, whole: 10, counties: 2, months: [] },
});
const answer = (change: Partial<Indicators> = {}): Indicators => ({
  ...{ program: 'assistants', year: 2025, asOf: '2026-03-20', demonstration: true, state: 'provisional' },
  asOfChoice: LATEST,
  headline: both('2025 年有目标的 1 项指标均有低于目标的数据；在岗率低于目标的有易门县。'),
  indicators: [indicator('onPostRate', '在岗率'), YEARLY],
  counties: [
    {
      ...{ id: 'hongta', name: '红塔区' },
      cells: [cell('100.00'), cell('80.00', { target: null, light: 'none' })],
      months: [months('100.00'), []],
    },
    {
      ...{ id: 'yimen', name: '易门县' },
      cells: [cell('92.78', { light: 'attention' }), NOT_DUE],
      months: [months('92.78'), []],
    },
  ],
  ...change,
});

const QUERY = 'program=assistants&year=2025';
const open = async (query = QUERY, body: Indicators = answer()) => {
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/indicators': { body },
  });
  const page = await openPage(IndicatorsPage, `/indicators?${query}`);
  return { page, sent };
};
const rows = (page: HTMLElement, part: string) =>
  [...page.querySelectorAll(`${part} tbody tr`)].map((row) => said(row.querySelector('th')));

describe('the page of the indicators', () => {
  it('says the sentence first and shows the indicators with a target, county by county', async () => {
    const { page } = await open();
    expect(said(page.querySelector('.headline'))).toContain('在岗率低于目标的有易门县');
    expect(rows(page, '#counties')).toEqual(['红塔区', '易门县']);
    expect(said(page.querySelector('#counties thead'))).not.toContain('预算执行率');
    const [, yimen] = page.querySelectorAll('#counties tbody tr');
    expect(said(yimen)).toContain('92.78%');
    expect(yimen?.querySelector('[data-light="attention"]')).not.toBeNull();
    expect(said(page.querySelector('#counties tfoot'))).toContain('95.00%');
  });

  it('keeps a figure that is not due apart from a zero', async () => {
    const { page } = await open(`${QUERY}&group=funds`);
    const [, yimen] = page.querySelectorAll('#counties tbody tr');
    expect(said(yimen)).toContain('未到期');
    expect(said(yimen)).not.toContain('0.00');
    expect(yimen?.querySelector('.reached')).toBeNull();
  });

  it('filters everything by a picked county without asking again, and says its own sentence', async () => {
    const { page, sent } = await open(`${QUERY}&pick=yimen`);
    expect(rows(page, '#counties')).toEqual(['易门县']);
    expect(said(page.querySelector('.headline'))).toBe(
      '易门县：2025 年有目标的 1 项指标均有低于目标的数据；在岗率为 92.78%，低于目标 95%。',
    );
    expect(rows(page, '#months')).toEqual(['在岗率']);
    expect(sent.filter(({ address }) => address.startsWith('/api/indicators'))).toHaveLength(1);
  });

  it('shows a picked indicator by county, with the counties together below', async () => {
    const { page } = await open(`${QUERY}&indicator=onPostRate`);
    expect(rows(page, '#months')).toEqual(['红塔区', '易门县', '合计']);
    const link = page.querySelector('#months tbody tr a');
    expect(link?.getAttribute('href')).toBe('/funds/spending/hongta/2025-01?program=assistants');
    expect(said(link)).toMatch(/^100\.00%.*红塔区2025年1月，看当月记录$/);
  });

  it('frames a month that awaits approval, and leads nowhere from one that is not due', async () => {
    const { page } = await open(`${QUERY}&indicator=onPostRate`);
    const cells = page.querySelectorAll('#months tbody tr:first-child td');
    expect([...cells].map((one) => one.classList.contains('unapproved')).slice(0, 3)).toEqual([
      false,
      true,
      false,
    ]);
    expect(cells[2]?.querySelector('a')).toBeNull();
    expect(said(cells[2])).toBe('未到期');
  });

  it('says of an indicator counted over the year that it has no months', async () => {
    const { page } = await open(`${QUERY}&group=funds&indicator=executionRateOfReceipts`);
    expect(said(page.querySelector('#months'))).toContain('“预算执行率”按全年累计计算，不分月');
    expect(page.querySelector('#months table')).toBeNull();
  });

  it('shows of a picked month its own figures, and names what has none', async () => {
    const persons = answer({
      indicators: [indicator('onPostRate', '在岗率'), { ...YEARLY, group: 'persons' }],
    });
    const { page } = await open(`${QUERY}&group=persons&at=2025-03`, persons);
    expect(said(page.querySelector('#counties caption'))).toContain('预算执行率按全年累计计算');
    expect(said(page.querySelector('#counties tbody'))).toContain('未到期');
    expect(said(page.querySelector('#counties tbody'))).not.toContain('92.78');
  });

  it('picks a county by a click, and the second click leads to its page', async () => {
    const { page } = await open();
    const router = TestBed.inject(Router);
    const click = async () => {
      page.querySelector<HTMLButtonElement>('#counties tbody .name')?.click();
      await new Promise((done) => setTimeout(done));
    };
    await click();
    expect(router.url).toContain('pick=hongta');
    await click();
    expect(router.url).toBe(`/counties/hongta?${QUERY}`);
  });

  it('draws a picked indicator in a small field for each county, and a picked field picks its county', async () => {
    const { page } = await open(`${QUERY}&indicator=onPostRate`);
    const stage = page.querySelector<HTMLElement>('.stage');
    stage?.focus();
    for (const key of ['Home', 'ArrowRight', 'Enter']) {
      stage?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await new Promise((done) => setTimeout(done));
    }
    const { url } = TestBed.inject(Router);
    expect(url).toContain('pick=yimen');
    expect(url).not.toContain('at=');
  });

  it('explains each indicator: formula, direction, disclosure class, who answers, and the basis', async () => {
    const { page } = await open();
    const text = said(page.querySelector('#definitions'));
    for (const word of ['在岗率的公式', '越高越好', '内部', '县（市、区）司法局', '依据'])
      expect(text).toContain(word);
  });

  it('says of a year with nothing gathered that nothing is due, and draws no empty table', async () => {
    const { counties } = answer();
    const empty = answer({
      counties: counties.map((one) => ({ ...one, cells: [NOT_DUE, NOT_DUE], months: [[], []] })),
      headline: both('2025 年各项指标均未到期，目前没有需要改进的数据。'),
    });
    const { page } = await open(QUERY, empty);
    expect(page.querySelector('#counties')).toBeNull();
    expect(said(page)).toContain('不作零处理');
  });
});
