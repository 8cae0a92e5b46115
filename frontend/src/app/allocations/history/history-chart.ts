import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';
import type { ChartParts, Reading } from '../../charts/reading';
import { yearStripsHeight, yearStripsOption } from '../../charts/year-strips';
import { formatMoney } from '../../ui/money';
import { drawnYears, historyRows, statesPosts } from './history-rows';

/** Posts of each county over the years, or money where a year states no posts; years that are not loaded stay empty. */
export function historyChart(history: AllocationHistory, { text, said, unit, look }: Reading): ChartParts {
  const word = (key: string, values?: Record<string, string | number>) => text(`history.${key}`, values);
  const inPosts = statesPosts(history);
  const years = drawnYears(history);
  const rows = historyRows(history);
  const valueOf = (row: (typeof rows)[number], year: number) => {
    const part = row.parts.get(year);
    if (!part) return null;
    return inPosts
      ? { value: part.posts ?? 0, label: String(part.posts) }
      : { value: part.fen, label: formatMoney(part.fen, unit) };
  };
  const strips = rows.map((row) => ({ name: row.name, values: years.map((year) => valueOf(row, year)) }));
  return {
    option: yearStripsOption(
      {
        years: years.map(String),
        strips,
        tooltip: (strip, year) => {
          const [row, at] = [strips[strip], years[year] ?? 0];
          return `${row?.name ?? ''}<br>${word('year', { year: at })} ${row?.values[year]?.label ?? word('chart.unknown')}`;
        },
      },
      look,
    ),
    table: {
      columns: [word('county'), ...years.map((year) => word('year', { year }))],
      rows: strips.map(({ name, values }) => [
        name,
        ...values.map((one) => one?.label ?? word('chart.unknown')),
      ]),
    },
    summary:
      years.length > history.years.length
        ? word('chart.summary', { sentence: said(history.sentence) })
        : said(history.sentence),
    height: yearStripsHeight(rows.length),
  };
}
