import type { ComparisonMeasure, CountyComparison } from '@yuheng/shared/contract/county-comparisons';

export interface MeasureGroup {
  readonly id: ComparisonMeasure['group'];
  readonly rows: readonly ComparisonMeasure[];
}

/** The groups in the order in which they come, each with its measures. */
export function groupsOf({ measures }: Pick<CountyComparison, 'measures'>): readonly MeasureGroup[] {
  const ids = [...new Set(measures.map(({ group }) => group))];
  return ids.map((id) => ({ id, rows: measures.filter(({ group }) => group === id) }));
}

/**
 * How long the bar of one side is, of 100: percentages on 0 to 100, everything else on the larger of the two, so that both
 * sides stand on one scale. Null where nothing is known; two zeros have no length.
 */
export function lengthOf({ unit, left, right }: ComparisonMeasure, side: 'left' | 'right'): number | null {
  const figure = { left, right }[side].figure;
  if (figure === null) return null;
  const most = unit === 'percent' ? 100 : Math.max(Number(left.figure ?? 0), Number(right.figure ?? 0));
  return most > 0 ? (Number(figure) / most) * 100 : 0;
}

/** Where the records behind a measure are: its indicator, the findings, the money, or the county itself. */
export function recordsOf(
  { id, group }: Pick<ComparisonMeasure, 'id' | 'group'>,
  county: string,
): { readonly page: readonly string[]; readonly query: Readonly<Record<string, string>> } {
  if (group === 'rates') return { page: ['/indicators'], query: { indicator: id } };
  if (group === 'findings') return { page: ['/findings'], query: {} };
  if (group === 'money') return { page: ['/funds'], query: {} };
  return { page: ['/counties', county], query: {} };
}
