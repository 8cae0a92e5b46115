import type { Funds } from '@yuheng/shared/contract/funds';
import { lookOf } from '../charts/look';
import type { Reading } from '../charts/reading';
import { chainOf, executionChart, monthsChart } from './funds-charts';

const look = lookOf('light');
const reading: Reading = {
  text: (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`,
  said: (one) => one.zh,
  language: 'zh-CN',
  unit: '元',
  look,
};
const total: Funds['total'] = {
  budgetFen: 180_000_000,
  issuedFen: 180_000_000,
  receivedFen: 120_000_000,
  passedOnFen: 60_000_000,
  spentFen: 0,
  expectedFen: 0,
  advancedFen: 0,
};
const month = (change: Partial<Funds['months'][number]>): Funds['months'][number] => ({
  month: '2025-01',
  approved: true,
  cityPartFen: 100,
  countyPartFen: 200,
  advancedFen: 0,
  expectedFen: 100,
  due: true,
  ...change,
});
interface Bars {
  readonly name: string;
  readonly data: readonly (null | {
    readonly value: number;
    readonly itemStyle?: { readonly decal?: object };
  })[];
}
const seriesOf = (option: unknown): readonly Bars[] => (option as { series: readonly Bars[] }).series;

describe('the chain of the money', () => {
  it('gives each link its exact share of the budget, rounded half up to two decimals', () => {
    expect(chainOf(total).map((link) => [link.key, link.share])).toEqual([
      ['budget', null],
      ['issued', '100.00'],
      ['received', '66.67'],
      ['passedOn', '33.33'],
      ['spent', '0.00'],
    ]);
  });

  it('does not call a link reached that no money has come to', () => {
    expect(chainOf(total).find((link) => link.key === 'spent')?.reached).toBe(false);
  });

  it('gives no share without a published budget', () => {
    expect(chainOf({ ...total, budgetFen: 0 }).map((link) => link.share)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('execution by county', () => {
  it('is not drawn while nothing was received and nothing spent', () => {
    const nothing = { ...total, receivedFen: 0, spentFen: 0 };
    expect(executionChart({ total: nothing, counties: [] } as unknown as Funds, reading)).toBeNull();
  });
});

describe('spending by month', () => {
  it('draws nothing, not a zero, for a month that is not due', () => {
    const chart = monthsChart([month({}), month({ month: '2025-02', due: false, cityPartFen: 0 })], reading);
    for (const series of seriesOf(chart?.option)) expect(series.data[1]).toBeNull();
    expect(chart?.table.rows[1]).toContain('—');
    expect(chart?.table.rows[1]).not.toContain('0.00');
  });

  it('hatches a month that nobody has approved, and says how many there are', () => {
    const chart = monthsChart([month({}), month({ month: '2025-02', approved: false })], reading);
    const [city] = seriesOf(chart?.option);
    expect(city?.data[0]?.itemStyle?.decal).toBeUndefined();
    expect(city?.data[1]?.itemStyle?.decal).toBeDefined();
    expect(chart?.summary).toContain('someUnapproved {\\"count\\":1}');
  });

  it('is not drawn while no month is due', () => {
    expect(monthsChart([month({ due: false })], reading)).toBeNull();
  });
});
