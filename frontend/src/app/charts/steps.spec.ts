import { FADED, lookOf } from './look';
import { stepsOption, type Steps } from './steps';

interface Option {
  readonly xAxis: { readonly min: number; readonly max: number };
  readonly series: readonly [
    { readonly data: readonly number[] },
    {
      readonly data: readonly {
        readonly value: number;
        readonly itemStyle: { opacity?: number; color: string };
      }[];
    },
  ];
  readonly tooltip: { readonly formatter: (hits: unknown) => string };
}
const STEPS: Steps = {
  start: { name: '满分', value: 100, label: '100' },
  rows: [
    { name: '资金到位', lost: 4, label: '−4.00', tooltip: ['资金到位', '扣 4.00 分'] },
    { name: '<i>台账</i>', lost: 1.5, label: '−1.50', tooltip: '<i>台账</i>\n扣 1.50 分' },
  ],
  end: { name: '得分', value: 94.5, label: '94.50' },
};
const drawn = (more: Partial<Steps> = {}) =>
  stepsOption({ ...STEPS, ...more }, lookOf('light')) as unknown as Option;

describe('the steps from full marks to the score', () => {
  it('stand on a scale from 0, each hanging where the one before ended', () => {
    const { xAxis, series } = drawn();
    expect([xAxis.min, xAxis.max]).toEqual([0, 100]);
    expect(series[0].data).toEqual([0, 96, 94.5, 0]);
    expect(series[1].data.map(({ value }) => value)).toEqual([100, 4, 1.5, 94.5]);
  });

  it('come to the same end without any loss', () => {
    const none = drawn({ rows: [], end: { name: '得分', value: 100, label: '100' } });
    expect(none.series[1].data.map(({ value }) => value)).toEqual([100, 100]);
  });

  it('let no name become an element of the tooltip', () => {
    expect(drawn().tooltip.formatter([{ dataIndex: 2 }])).toBe('&lt;i&gt;台账&lt;/i&gt;<br>扣 1.50 分');
    expect(drawn().tooltip.formatter([{ dataIndex: 0 }])).toBe('满分 100');
  });

  it('let all but the picked step stand back', () => {
    expect(drawn({ picked: 1 }).series[1].data.map(({ itemStyle }) => itemStyle.opacity)).toEqual([
      FADED,
      undefined,
      FADED,
      FADED,
    ]);
  });
});
