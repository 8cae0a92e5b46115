import type { County } from '@yuheng/shared/contract/counties';
import { dotIntervalHeight, dotIntervalOption } from '../charts/dot-interval';
import type { ChartParts, Reading } from '../charts/reading';
import { percentInWords } from '../ui/percent';
import { profileRows, type ProfileRow } from './profile-rows';

type Result = NonNullable<County['result']>;
type Beside = NonNullable<County['beside']>;

export const nameOf = ({ name }: ProfileRow, { text, said }: Reading): string =>
  name ? said(name) : text('counties.beside.columns.total');

/**
 * 各方面得分率: a dot for the county's own share of the marks and a line from it to the median of the city, on 0 to 100. The
 * twin table has the counties in like conditions too. A share that does not apply has no dot, a median that too few
 * counties stand behind no line.
 */
export function profileChart(result: Result, beside: Beside, reading: Reading): ChartParts {
  const { text, look } = reading;
  const { city, alike } = beside;
  const rows = profileRows(result, beside);
  const heading = (id: string): string => text(`counties.beside.columns.${id}`);
  const others = alike?.counties ?? [];
  return {
    option: dotIntervalOption(
      {
        rows: rows.map((row) => ({
          name: nameOf(row, reading),
          value: row.share === null ? null : Number(row.share),
          interval:
            row.share === null || row.city === null ? null : ([Number(row.share), Number(row.city)] as const),
          label: percentInWords(row.share),
          tooltip: [
            nameOf(row, reading),
            `${percentInWords(row.share)} ${row.score}/${row.marks}`,
            ...(row.city ? [text('counties.beside.median', { share: percentInWords(row.city) })] : []),
            ...others.map(({ id, name }) => `${name} ${percentInWords(row.alike[id])}`),
          ],
        })),
        hue: look.score,
        full: 100,
        axis: (value) => `${value}%`,
      },
      look,
    ),
    table: {
      columns: [
        ...['name', 'score', 'share'].map(heading),
        ...(city ? [heading('city')] : []),
        ...others.map(({ name }) => name),
      ],
      rows: rows.map((row) => [
        nameOf(row, reading),
        `${row.score}/${row.marks}`,
        percentInWords(row.share),
        ...(city ? [percentInWords(row.city)] : []),
        ...others.map(({ id }) => percentInWords(row.alike[id])),
      ]),
    },
    summary: city ? text('counties.beside.city', { count: city.counties }) : text('counties.beside.noCity'),
    height: dotIntervalHeight(rows.length),
  };
}
