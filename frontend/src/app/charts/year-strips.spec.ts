import { lookOf } from './look';
import { yearStripsHeight, yearStripsOption } from './year-strips';

interface Option {
  readonly yAxis: readonly { readonly min: number; readonly max: number }[];
  readonly xAxis: readonly { readonly axisLabel: { readonly show: boolean } }[];
  readonly series: readonly {
    readonly data: readonly ({ readonly value: number } | null)[];
    readonly label: { readonly formatter: (hit: { dataIndex: number }) => string };
  }[];
}

const option = yearStripsOption(
  {
    years: ['2022', '2023', '2024'],
    strips: [
      { name: '红塔区', values: [{ value: 25, label: '25' }, null, { value: 24, label: '24' }] },
      { name: '江川区', values: [{ value: 15, label: '15' }, null, { value: 0, label: '0' }] },
    ],
    tooltip: () => '',
  },
  lookOf('light'),
) as unknown as Option;

describe('a strip of years for each county', () => {
  it('stands on one zero-based scale in every strip, with room for the figures', () => {
    expect(option.yAxis.map(({ min, max }) => [min, max])).toEqual([
      [0, 31.25],
      [0, 31.25],
    ]);
  });

  it('leaves a gap where a year is not known, and draws 0 as 0 with its figure', () => {
    expect(option.series.map(({ data }) => data.map((one) => one?.value ?? null))).toEqual([
      [25, null, 24],
      [15, null, 0],
    ]);
    const [, second] = option.series;
    expect([0, 1, 2].map((dataIndex) => second?.label.formatter({ dataIndex }))).toEqual(['15', '', '0']);
  });

  it('says the years once, below the last strip', () => {
    expect(option.xAxis.map(({ axisLabel }) => axisLabel.show)).toEqual([false, true]);
    expect(yearStripsHeight(9)).toBeGreaterThan(yearStripsHeight(2));
  });
});
