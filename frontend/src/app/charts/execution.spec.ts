import { executionOption, type Execution } from './execution';
import { FADED, lookOf } from './look';

interface Option {
  readonly xAxis: { readonly min: number };
  readonly series: readonly {
    readonly data: readonly unknown[];
    readonly itemStyle: { readonly decal?: unknown };
  }[];
  readonly tooltip: { readonly formatter: (hits: unknown) => string };
}

const data = (approved: boolean): Execution => ({
  rows: [
    {
      name: '<b>红塔区</b>',
      receivedFen: 30_000_000,
      spentFen: 27_500_000,
      expectedFen: 30_000_000,
      rate: '91.67',
    },
  ],
  approved,
  words: { received: '到位', spent: '支出', expected: '序时应支出', unit: '万元' },
  fenPerUnit: 1_000_000,
  format: (fen) => (fen / 1_000_000).toFixed(2),
});
const drawn = (approved: boolean) => executionOption(data(approved), lookOf('light')) as unknown as Option;

describe('the execution of the money', () => {
  it('is drawn from zero, with received, spent and the expected line in the unit of the reader', () => {
    expect(drawn(true).xAxis.min).toBe(0);
    expect(
      drawn(true)
        .series.slice(0, 3)
        .map((series) => series.data),
    ).toEqual([[30], [27.5], [{ value: [30, 0], row: 0, itemStyle: {} }]]);
  });

  it('stacks what counties advanced on what was spent, and draws no line where nothing is expected', () => {
    const rows = [
      { name: '红塔区', receivedFen: 0, spentFen: 0, expectedFen: 0, advancedFen: 5_000_000, rate: null },
    ];
    const words = { ...data(true).words, advanced: '垫付' };
    const option = executionOption({ ...data(true), rows, words }, lookOf('light')) as unknown as Option;
    expect(option.series.map((series) => series.data).slice(0, 4)).toEqual([[0], [0], [5], []]);
  });

  it('is hatched until it is approved', () => {
    expect(drawn(true).series[1]?.itemStyle.decal).toBeUndefined();
    expect(drawn(false).series[1]?.itemStyle.decal).toBeDefined();
  });

  it('lets what is not picked stand back, and keeps its lengths', () => {
    const [row] = data(true).rows;
    const rows = [row, { ...row, name: '江川区' }] as Execution['rows'];
    const option = executionOption({ ...data(true), rows, picked: 1 }, lookOf('light')) as unknown as Option;
    expect(option.series[1]?.data).toEqual([{ value: 27.5, itemStyle: { opacity: FADED } }, 27.5]);
  });

  it('escapes a name in the tooltip, which ECharts takes as HTML', () => {
    expect(drawn(true).tooltip.formatter([{ dataIndex: 0 }])).toBe(
      '<strong>&lt;b&gt;红塔区&lt;/b&gt;</strong><br>到位 30.00 万元<br>支出 27.50 万元 (91.67%)<br>序时应支出 30.00 万元',
    );
  });
});
