/** Mid-ranks of whole numbers, doubled so that they stay whole: the smallest has rank 1, equal ones share the middle. */
export interface DoubledRanks {
  /** Twice the mid-rank of each value, in the order given. */
  readonly ranks: readonly bigint[];
  /** How many values share each place: 1 where there is no tie. */
  readonly ties: readonly bigint[];
}

/** Example: 7, 5, 5 have the ranks 3, 1.5, 1.5: doubled 6, 3, 3, with ties of 2 and 1. */
export function doubledMidRanks(values: readonly bigint[]): DoubledRanks {
  const counts = countsOf(values);
  const rankOf = new Map<bigint, bigint>();
  let below = 0n;
  for (const [value, count] of counts) {
    rankOf.set(value, 2n * below + count + 1n);
    below += count;
  }
  return {
    ranks: values.map((value) => rankOf.get(value) ?? 0n),
    ties: counts.map(([, count]) => count),
  };
}

/** How often each value occurs, from the smallest value to the largest. */
export function countsOf(values: readonly bigint[]): readonly (readonly [value: bigint, count: bigint])[] {
  const counts = new Map<bigint, bigint>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0n) + 1n);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
