import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { ChartParts, Reading } from '../charts/reading';
import { SLOPE_ROWS, slopeHeight, slopeOption } from '../charts/slope';
import { printSigned } from './scenarios/print-signed';
import type { SplitRow } from './split-rows';

interface Charted {
  readonly name: string;
  readonly last: number;
  readonly part: number;
  readonly change: number;
}
/** What the slope chart shows of a proposal, and nothing else of it. */
export interface ChartedSplit {
  readonly posts: number;
  readonly rows: readonly Charted[];
}

export const chartedSplit = (rows: readonly SplitRow[], { pool }: AllocationProposal): ChartedSplit => ({
  posts: pool.posts,
  rows: rows.flatMap(({ name, proposed }) =>
    proposed ? [{ name, last: proposed.lastPart, part: proposed.part, change: proposed.change }] : [],
  ),
});

/** Most moves of a control leave the posts where they are: the chart is drawn anew only where it would look different. */
export const isSameChart = (one: ChartedSplit | null, other: ChartedSplit | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Where every county stands and would stand, as a slope chart; the label of a draft goes with the sentence wherever it
 * is copied. Null where there are too many counties for a picture.
 */
export function splitChart({ posts, rows: shown }: ChartedSplit, { text, look }: Reading): ChartParts | null {
  if (shown.length > SLOPE_ROWS) return null;
  const word = (key: string, values?: Record<string, string | number>) =>
    text(`allocations.chart.${key}`, values);
  const among = (test: (change: number) => boolean) => shown.filter(({ change }) => test(change)).length;
  const label = text('allocations.draft');
  const said = ({ last, part, change }: Charted) =>
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
      posts,
      label,
    }),
    height: slopeHeight(shown.length),
  };
}
