import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { ChartParts, Reading } from '../charts/reading';
import { SLOPE_ROWS, slopeHeight, slopeOption } from '../charts/slope';
import { printSigned } from './scenarios/print-signed';
import type { SplitRow } from './split-rows';

interface Changed {
  readonly name: string;
  readonly last: number;
  readonly part: number;
  readonly change: number;
}

const changedOf = (rows: readonly SplitRow[]): readonly Changed[] =>
  rows.flatMap(({ name, proposed }) =>
    proposed ? [{ name, last: proposed.lastPart, part: proposed.part, change: proposed.change }] : [],
  );

/**
 * Where every county stands and would stand, as a slope chart; the label of a draft goes with the sentence wherever it
 * is copied. Null where there are too many counties for a picture.
 */
export function splitChart(
  rows: readonly SplitRow[],
  { pool }: AllocationProposal,
  { text, look }: Reading,
): ChartParts | null {
  const shown = changedOf(rows);
  if (shown.length > SLOPE_ROWS) return null;
  const word = (key: string, values?: Record<string, string | number>) =>
    text(`allocations.chart.${key}`, values);
  const among = (test: (change: number) => boolean) => shown.filter(({ change }) => test(change)).length;
  const label = text('allocations.draft');
  const said = ({ last, part, change }: Changed) =>
    change === 0 ? word('same', { part }) : word('changed', { last, part });
  return {
    option: slopeOption(
      {
        rows: shown.map(({ name, last, part, change }) => ({
          name,
          before: last,
          after: part,
          label: change === 0 ? String(part) : `${part}（${printSigned(change)}）`,
        })),
        words: { before: word('before'), after: word('after') },
        tooltip: (index) => {
          const row = shown[index];
          return row ? `${row.name}<br>${said(row)}<br>${label}` : '';
        },
      },
      look,
    ),
    table: {
      columns: [word('county'), word('before'), word('after'), word('change'), label],
      rows: shown.map((row) => [
        row.name,
        String(row.last),
        String(row.part),
        printSigned(row.change),
        said(row),
      ]),
    },
    summary: word('summary', {
      count: shown.length,
      same: among((change) => change === 0),
      more: among((change) => change > 0),
      fewer: among((change) => change < 0),
      posts: pool.posts,
      label,
    }),
    height: slopeHeight(shown.length),
  };
}
