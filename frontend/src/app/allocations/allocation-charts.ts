import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import { pairedDotsHeight, pairedDotsOption } from '../charts/paired-dots';
import type { ChartParts, Reading } from '../charts/reading';

/** '+1', '−1', '0': with the sign that a reader looks for, and a real minus. */
export const printChange = (change: number): string =>
  change > 0 ? `+${change}` : change < 0 ? `−${-change}` : '0';

/** Where every county stands and would stand; the label of a draft goes with the sentence wherever it is copied. */
export function splitChart(run: AllocationRun, { text, said, look }: Reading): ChartParts {
  const word = (key: string, values?: Record<string, string | number>) =>
    text(`allocations.chart.${key}`, values);
  const among = (test: (change: number) => boolean) => run.counties.filter((one) => test(one.change)).length;
  const labelOf = (row: AllocationRun['counties'][number]) =>
    row.change === 0
      ? word('same', { part: row.part })
      : word('changed', { last: row.lastPart, part: row.part });
  return {
    option: pairedDotsOption(
      {
        rows: run.counties.map((row) => ({
          name: row.name,
          before: row.lastPart,
          after: row.part,
          label: row.change === 0 ? String(row.part) : labelOf(row),
        })),
        words: { before: word('before'), after: word('after') },
        tooltip: (index) => {
          const row = run.counties[index];
          return row ? `${row.name}<br>${labelOf(row)}<br>${said(run.label)}` : '';
        },
      },
      look,
    ),
    table: {
      columns: [word('county'), word('before'), word('after'), word('change'), said(run.label)],
      rows: run.counties.map((row) => [
        row.name,
        String(row.lastPart),
        String(row.part),
        printChange(row.change),
        labelOf(row),
      ]),
    },
    summary: word('summary', {
      count: run.counties.length,
      same: among((change) => change === 0),
      more: among((change) => change > 0),
      fewer: among((change) => change < 0),
      posts: run.pool.posts,
      label: said(run.label),
    }),
    height: pairedDotsHeight(run.counties.length),
  };
}
