/** Mid-ranks of whole numbers, doubled so that they stay whole: the smallest has rank 1, equal ones share the middle. */
export interface DoubledRanks {
  /** Twice the mid-rank of each value, in the order given. */
  readonly ranks: readonly bigint[];
  /** How many values share each place: 1 where there is no tie. */
  readonly ties: readonly bigint[];
}

/** Example: 7, 5, 5 have the ranks 3, 1.5, 1.5: doubled 6, 3, 3, with ties of 2 and 1. */
export function doubledMidRanks(values: readonly bigint[]): DoubledRanks {
  const order = values.map((_, place) => place).sort((a, b) => compareWhole(values[a], values[b]));
  const ranks: bigint[] = [...values];
  const ties: bigint[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (const place of order.slice(start, end)) ranks[place] = BigInt(start + end + 1);
    ties.push(BigInt(end - start));
    start = end;
  }
  return { ranks, ties };
}

/** How often each value occurs, from the smallest value to the largest. */
export function countsOf(values: readonly bigint[]): readonly (readonly [value: bigint, count: bigint])[] {
  // Sorted and counted, because whole numbers that share their last digits (as 1e-300 makes them) would crowd a map.
  const counts: [bigint, bigint][] = [];
  for (const value of [...values].sort(compareWhole)) {
    const last = counts.at(-1);
    if (last?.[0] === value) last[1] += 1n;
    else counts.push([value, 1n]);
  }
  return counts;
}

const compareWhole = (a = 0n, b = 0n): number => (a < b ? -1 : a > b ? 1 : 0);
