import { lookOf } from './look';
import { monthlyRatesOption, shortRate } from './monthly-rates';

interface Bar {
  readonly value: number | null;
  readonly itemStyle: { readonly decal?: unknown };
}
interface Option {
  readonly yAxis: readonly { readonly min: number; readonly max: number }[];
  readonly series: readonly { readonly data: readonly Bar[] }[];
}

const option = monthlyRatesOption(
  {
    months: [
      { label: '1月', approved: true },
      { label: '2月', approved: true },
      { label: '3月', approved: false },
    ],
    strips: [
      { name: '在岗率', hue: '#000', rates: ['98.67', null, '100.00'] },
      { name: '督查合格率', hue: '#111', rates: ['0.00', '50.00', null] },
    ],
  },
  lookOf('light'),
  200,
) as unknown as Option;

describe('rates by month', () => {
  it('stand on an axis from 0 to 100 in every strip', () => {
    expect(option.yAxis.map(({ min, max }) => [min, max])).toEqual([
      [0, 100],
      [0, 100],
    ]);
  });

  it('leave a gap where there is no rate, and draw a rate of 0 as 0', () => {
    expect(option.series.map((series) => series.data.map((bar) => bar.value))).toEqual([
      [98.67, null, 100],
      [0, 50, null],
    ]);
  });

  it('are rounded half up to one decimal above a bar, and never rounded up to all', () => {
    expect([98.59, 99.25, 98.35, 94, 0, 100, null].map(shortRate)).toEqual([
      '98.6',
      '99.3',
      '98.4',
      '94.0',
      '0.0',
      '100',
      '',
    ]);
    expect([99.94, 99.95, 99.99].map(shortRate)).toEqual(['99.9', '99.95', '99.99']);
  });

  it('hatch exactly the months that nobody has approved', () => {
    const hatched = option.series.map((series) =>
      series.data.map((bar) => bar.itemStyle.decal !== undefined),
    );
    expect(hatched).toEqual([
      [false, false, true],
      [false, false, true],
    ]);
  });
});
