import { lookOf } from './look';
import { slopeHeight, slopeOption } from './slope';

interface Series {
  readonly type: string;
  readonly lineStyle?: { readonly width: number; readonly type?: string };
  readonly data: readonly (
    | readonly [number, number]
    | { readonly value: readonly [number, number]; readonly label: { readonly formatter: string } }
  )[];
}
interface Option {
  readonly yAxis: { readonly min: number; readonly max: number };
  readonly series: readonly Series[];
}

const option = (rows: readonly [string, number, number][]): Option =>
  slopeOption(
    {
      rows: rows.map(([name, before, after]) => ({ name, before, after, label: String(after) })),
      words: { before: '现行', after: '测算' },
      tooltip: () => '',
    },
    lookOf('light'),
  ) as unknown as Option;

/** Two places and a gap, again and again. */
const segmentsOf = (data: Series['data']) =>
  data.flatMap((from, at) =>
    at % 3 === 0
      ? [{ from: from as readonly [number, number], to: data[at + 1] as readonly [number, number] }]
      : [],
  );

/** Labels at one end: those of the series whose data carry labels beyond it. */
const labelsOf = ({ series }: Option, end: 'left' | 'right') =>
  series
    .map(({ data }) => data.flatMap((one) => ('label' in one ? [one] : [])))
    .find((data) => (end === 'left' ? (data[0]?.value[0] ?? 0) < 0 : (data[0]?.value[0] ?? 0) > 1)) ?? [];

const NINE: readonly [string, number, number][] = [
  ['红塔区', 25, 26],
  ['江川区', 16, 16],
  ['澄江市', 15, 15],
  ['通海县', 15, 15],
  ['华宁县', 15, 15],
  ['易门县', 15, 14],
  ['峨山彝族自治县', 16, 16],
  ['新平彝族傣族自治县', 16, 16],
  ['元江哈尼族彝族傣族自治县', 15, 15],
];

describe('a slope chart', () => {
  it('begins its scale at 0', () => {
    const { yAxis } = option(NINE);
    expect(yAxis.min).toBeLessThanOrEqual(0);
    // Half a label of room below the zero, and no more.
    expect(yAxis.min).toBeGreaterThan(-yAxis.max / 10);
    expect(yAxis.max).toBeGreaterThan(26);
  });

  it('draws a line a row from where it stands to where it would stand, a rise and a fall apart from the rest', () => {
    const lines = option(NINE).series.flatMap(({ type, lineStyle, data }) =>
      type === 'line' ? segmentsOf(data).map((segment) => ({ ...segment, lineStyle })) : [],
    );
    const slopes = lines.filter(({ from, to }) => from[0] === 0 && to[0] === 1);
    const drawn = slopes.map(({ from, to, lineStyle }) => [
      from[1],
      to[1],
      lineStyle?.width,
      ...(lineStyle?.type ? [lineStyle.type] : []),
    ]);
    expect(drawn.map(String).sort()).toEqual(
      NINE.map(([, before, after]) =>
        before === after ? [before, after, 1] : [before, after, 3, after < before ? 'dashed' : 'solid'],
      )
        .map(String)
        .sort(),
    );
  });

  it.each(['left', 'right'] as const)('keeps the labels at the %s end apart by their own heights', (end) => {
    const drawn = option(NINE);
    const range = drawn.yAxis.max - drawn.yAxis.min;
    const height = slopeHeight(NINE.length) - 44;
    const placed = labelsOf(drawn, end)
      .map(({ value, label }) => ({
        middle: ((value[1] - drawn.yAxis.min) / range) * height,
        half: label.formatter.split('\n').length * 7,
      }))
      .sort((a, b) => a.middle - b.middle);
    const free = placed.slice(1).map(({ middle, half }, index) => {
      const below = placed[index];
      return middle - half - ((below?.middle ?? 0) + (below?.half ?? 0));
    });
    expect(Math.min(...free)).toBeGreaterThanOrEqual(2.9);
    expect((placed[0]?.middle ?? 0) - (placed[0]?.half ?? 0)).toBeGreaterThanOrEqual(0);
  });

  it('names every row at the left end with its figure, and breaks a long name', () => {
    const said = labelsOf(option(NINE), 'left').map(({ label }) => label.formatter);
    expect(said).toHaveLength(NINE.length);
    expect(said[0]).toBe('红塔区  25');
    expect(said[8]).toBe('元江哈尼族彝\n族傣族自治县  15');
  });

  it('says a figure that rows share once at the right end, and each other one', () => {
    expect(labelsOf(option(NINE), 'right').map(({ label }) => label.formatter)).toEqual([
      '26',
      '16',
      '15',
      '14',
    ]);
  });

  it('lets rows of one figure stand in the order of the list from above', () => {
    const [, , chengjiang, tonghai] = labelsOf(option(NINE), 'left').map(({ value }) => value[1]);
    expect(chengjiang).toBeGreaterThan(tonghai ?? 0);
  });

  it('gives the keyboard cursor one dot a row, where the row would stand', () => {
    const [first] = option(NINE).series;
    expect(first?.data).toEqual(NINE.map(([, , after]) => [1, after]));
  });
});
