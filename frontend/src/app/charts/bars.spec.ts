import { barsHeight, barsOption, type Bars } from './bars';
import { dotted, FADED, lookOf, unapproved } from './look';

interface Item {
  readonly value: number;
  readonly label: { readonly formatter: string };
  readonly itemStyle: { readonly decal?: unknown; readonly opacity?: number };
}
interface Option {
  readonly legend?: object;
  readonly xAxis: { readonly min: (extent: { readonly min: number }) => number };
  readonly series: readonly {
    readonly data: readonly Item[];
    readonly itemStyle: { readonly decal?: unknown };
  }[];
  readonly tooltip: { readonly formatter: (hits: unknown) => string };
}
const look = lookOf('light');
const BARS: Bars = {
  series: [
    { name: '2025年', hue: look.city },
    { name: '2024年', hue: look.city, dotted: true },
  ],
  rows: [
    { name: '演示甲县', values: [0, 4], labels: ['0', '4'], approved: true, tooltip: '<b>甲</b>' },
    { name: '演示乙县', values: [null, 5], labels: ['—', '5'], approved: false, tooltip: '乙' },
  ],
  axis: String,
};
const drawn = (more: Partial<Bars> = {}) => barsOption({ ...BARS, ...more }, look) as unknown as Option;

describe('bars', () => {
  it('begin at 0, or below it where values do', () => {
    expect([3, -4].map((min) => drawn().xAxis.min({ min }))).toEqual([0, -4]);
  });

  it('say 0 as 0, and what is missing by its word behind no bar', () => {
    const said = drawn().series[0]?.data.map(({ value, label }) => [value, label.formatter]);
    expect(said).toEqual([
      [0, '0'],
      [0, '—'],
    ]);
  });

  it('hatch what nobody has approved, and tell two series of one hue apart by dots', () => {
    expect(drawn().series[0]?.data.map(({ itemStyle }) => itemStyle.decal)).toEqual([
      undefined,
      unapproved(look),
    ]);
    expect(drawn().series.map(({ itemStyle }) => itemStyle.decal)).toEqual([undefined, dotted(look)]);
  });

  it('have a legend only where there are several series, and the room for it', () => {
    expect(drawn().legend).toBeDefined();
    expect(drawn({ series: BARS.series.slice(0, 1) }).legend).toBeUndefined();
    expect(barsHeight(9, 2)).toBeGreaterThan(barsHeight(9, 1));
  });

  it('let all but the picked row stand back', () => {
    expect(drawn({ picked: 0 }).series[1]?.data.map(({ itemStyle }) => itemStyle.opacity)).toEqual([
      undefined,
      FADED,
    ]);
  });

  it('let no name become an element of the tooltip', () => {
    expect(drawn().tooltip.formatter([{ dataIndex: 0 }])).toBe('&lt;b&gt;甲&lt;/b&gt;');
  });
});
