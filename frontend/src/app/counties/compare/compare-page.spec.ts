import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { ComparisonMeasure, CountyComparison } from '@yuheng/shared/contract/county-comparisons';
import type { Reading } from '../../charts/reading';
import { lookOf } from '../../charts/look';
import { givenServer, LATEST, openPage, said } from '../../testing';
import { comparisonChart } from './compare-charts';
import { ComparePage } from './compare-page';
import { groupsOf, recordsOf } from './measure-rows';

const both = (zh: string) => ({ zh, en: 'English' });
const measure = (
  id: string,
  [group, unit]: readonly [ComparisonMeasure['group'], ComparisonMeasure['unit']],
  [left, right]: readonly [string | null, string | null],
): ComparisonMeasure => ({
  ...{ id, group, unit, name: both(`${id}的名称`), difference: both(`${id}的差异`) },
  left: { figure: left, state: left === null ? 'missing' : 'reported' },
  right: { figure: right, state: right === null ? 'missing' : 'reported' },
});
const side = (id: string, name: string) => ({
  ...{ id, name, year: 2025, headline: both(name), light: 'none' as const, state: 'provisional' as const },
  ...{ months: [], result: null },
});
const DATA: CountyComparison = {
  ...{ program: 'assistants', asOf: '2026-03-20', asOfChoice: LATEST, demonstration: true, kind: 'counties' },
  ...{ sentence: both('差异'), cautions: [] },
  ...{ left: side('hongta', '红塔区'), right: side('yimen', '易门县') },
  measures: [
    measure('onPostRate', ['rates', 'percent'], ['50.00', '25.00']),
    measure('wageTimeliness', ['rates', 'percent'], [null, '0.00']),
    measure('received', ['money', 'fen'], ['100000000', '400000000']),
  ],
  counties: [
    { id: 'hongta', name: '红塔区' },
    { id: 'yimen', name: '易门县' },
  ],
};
const reading: Reading = {
  text: (key, values) => `${key}${values ? JSON.stringify(values) : ''}`,
  said: ({ zh }) => zh,
  ...{ language: 'zh-CN', unit: '万元', look: lookOf('light') },
};
const QUERY = 'program=assistants&year=2025&left=hongta&right=yimen';
const open = async (more = '') => {
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/counties/compare': { body: DATA },
  });
  const page = await openPage(ComparePage, `/counties/compare?${QUERY}${more}`);
  return { page, sent };
};

describe('the charts of a comparison', () => {
  const [rates, money] = groupsOf(DATA);

  it('carry as data what they draw: both figures, or the word for why there is none, and how far they are apart', () => {
    if (!rates) throw new Error('no rates');
    const { table } = comparisonChart(rates, DATA, { reading, picked: -1 });
    expect(table.rows).toEqual([
      ['onPostRate的名称', '50.00%', '25.00%', 'onPostRate的差异'],
      ['wageTimeliness的名称', 'compare.state.missing', '0.00%', 'wageTimeliness的差异'],
    ]);
  });

  it('say of a picked measure its own difference alone', () => {
    if (!rates) throw new Error('no rates');
    const of = (picked: number) => comparisonChart(rates, DATA, { reading, picked }).summary;
    expect(of(-1)).toContain('onPostRate的差异');
    expect(of(1)).toContain('wageTimeliness的差异');
    expect(of(1)).not.toContain('onPostRate');
  });

  it('have figures on the axis only where all stand on one scale', () => {
    const axisOf = (group: typeof rates) => {
      if (!group) throw new Error('no group');
      const { option } = comparisonChart(group, DATA, { reading, picked: -1 });
      return (
        option as unknown as { xAxis: { axisLabel: { formatter: (at: number) => string } } }
      ).xAxis.axisLabel.formatter(25);
    };
    expect([axisOf(rates), axisOf(money)]).toEqual(['25%', '']);
  });

  it('lead on to the records of their kind', () => {
    const to = (group: ComparisonMeasure['group']) =>
      recordsOf({ id: 'one', group }, 'hongta').page.join('/');
    expect((['rates', 'findings', 'money', 'conditions'] as const).map(to)).toEqual([
      '/indicators',
      '/findings',
      '/funds',
      '/counties/hongta',
    ]);
  });
});

describe('the page of a comparison', () => {
  it('marks the picked measure by its address without asking again, and leads on by the second pick', async () => {
    const { page, sent } = await open();
    const router = TestBed.inject(Router);
    const pick = async () => {
      page.querySelector<HTMLElement>('.stage')?.focus();
      for (const key of ['Home', 'Enter']) {
        page
          .querySelector('.stage')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await new Promise((done) => setTimeout(done));
      }
    };
    await pick();
    expect(router.url).toContain('measure=onPostRate');
    expect(sent.filter(({ address }) => address.startsWith('/api/counties/compare'))).toHaveLength(1);
    expect(said(page.querySelector('.summary'))).not.toContain('wageTimeliness');
    await pick();
    expect(router.url).toBe('/indicators?program=assistants&year=2025&indicator=onPostRate');
  });

  it('a measure that is not known picks nothing', async () => {
    const { page } = await open('&measure=nothing');
    expect(said(page.querySelector('.summary'))).toContain('wageTimeliness的差异');
  });

  it('can be taken away as picture and data, group by group', async () => {
    const { page } = await open();
    const heads = [...page.querySelectorAll('figcaption')].map(said);
    expect(heads).toHaveLength(2);
    for (const head of heads) expect(head).toMatch(/复制图片.*下载数据/);
  });
});
