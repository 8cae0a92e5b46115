import { dotIntervalOption, type DotInterval } from './dot-interval';
import { FADED, lookOf } from './look';

interface Option {
  readonly xAxis: { readonly min: number };
  readonly series: readonly {
    readonly data: readonly unknown[];
    readonly lineStyle?: { readonly opacity: number };
  }[];
  readonly tooltip: { readonly formatter: (hit: unknown) => string };
}
const DATA: DotInterval = {
  rows: [
    { name: '演示甲县', value: 16, interval: [15, 18], label: '16', tooltip: '<b>甲</b>\n15–18' },
    { name: '演示乙县', value: 15, interval: null, label: '15', tooltip: '乙' },
    { name: '演示丙县', value: null, interval: null, label: '—', tooltip: '丙' },
  ],
  hue: '#0f5e9c',
  axis: String,
};
const drawn = (more: Partial<DotInterval> = {}) =>
  dotIntervalOption({ ...DATA, ...more }, lookOf('light')) as unknown as Option;

describe('dots with their intervals', () => {
  it('stand on a scale that begins at 0, or below it where values do', () => {
    expect(drawn().xAxis.min).toBe(0);
    const [row] = DATA.rows;
    expect(drawn({ rows: row ? [{ ...row, value: -2, interval: [-5, 1] }] : [] }).xAxis.min).toBe(-5);
  });

  it('draw no dot where there is no value, and no line where there is no interval', () => {
    const { series } = drawn();
    expect(series[0]?.data).toMatchObject([{ value: [16, 0] }, { value: [15, 1] }, { value: ['-', 2] }]);
    expect(series[1]?.data).toEqual([
      [15, 0],
      [18, 0],
      ['-', '-'],
    ]);
  });

  it('print the figure behind the interval', () => {
    expect(drawn().series[3]?.data).toMatchObject([
      { value: [18, 0], label: { formatter: '16' } },
      { value: [15, 1], label: { formatter: '15' } },
      { value: [0, 2], label: { formatter: '—' } },
    ]);
  });

  it('let all but the picked row stand back', () => {
    const { series } = drawn({ picked: 1 });
    expect(series[1]?.data).toEqual([]);
    expect(series[2]).toMatchObject({ lineStyle: { opacity: FADED } });
    expect(series[2]?.data).toHaveLength(3);
  });

  it('let no name become an element of the tooltip', () => {
    expect(drawn().tooltip.formatter({ dataIndex: 0 })).toBe('&lt;b&gt;甲&lt;/b&gt;<br>15–18');
  });
});
