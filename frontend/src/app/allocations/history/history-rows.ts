import type { AllocationHistory } from '@yuheng/shared/contract/allocation-history';

export type HistoryYear = AllocationHistory['years'][number];

/** One county with its part in each of the known years; a year that does not name it has none. */
export interface HistoryRow {
  readonly id: string;
  readonly name: string;
  readonly parts: ReadonlyMap<number, { readonly posts: number | null; readonly fen: number }>;
}

/** The counties of the city in official order. */
export const historyRows = ({ counties, years }: AllocationHistory): HistoryRow[] =>
  counties.map(({ id, name }) => ({
    id,
    name,
    parts: new Map(
      years.flatMap(({ year, counties: parts }) => {
        const part = parts.find(({ county }) => county === id);
        return part ? [[year, part] as const] : [];
      }),
    ),
  }));

/** Whether every known year states its posts: then posts are what is compared, else money. */
export const statesPosts = ({ years }: Pick<AllocationHistory, 'years'>): boolean =>
  years.length > 0 && years.every(({ posts }) => posts !== null);

/** The years that are drawn: every year from the first to the last, or at most the last so many. */
const MOST_YEARS = 30;
export function drawnYears({ years }: Pick<AllocationHistory, 'years'>): number[] {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? -1];
  const from = Math.max(first, last - MOST_YEARS + 1);
  return Array.from({ length: last - from + 1 }, (_, place) => from + place);
}
