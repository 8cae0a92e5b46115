import { compare, printRounded, rational, subtract, ZERO, type Rational } from '../numbers/rational';
import { exactSumOf } from '../scoring/numbers/exact-sum';
import { readNumeral } from '../scoring/numbers/numeral';
import { leafOfCounty, type GivenMark } from './agreement-gaps';

export interface Ranked {
  readonly county: string;
  /** Null without a total. */
  readonly rank: number | null;
  /** Other counties have the same rank. */
  readonly shared: boolean;
}

const numberOf = (text: string): Rational => {
  const number = readNumeral(text);
  if (number === null) throw new RangeError(`${text} is no decimal.`);
  return number;
};

/**
 * The error of the totals of a round, in marks, that comes from people who mark differently: of each county the sum, over
 * its leaves marked by several evaluators and settled by nobody, of half the distance between the highest and the lowest
 * mark; over the counties their mean, rounded half up to `decimals`. Zero where one person marks each leaf.
 * Example: 4 and 5 on one leaf of one county, alike elsewhere in two counties: (0.5 + 0) ÷ 2 = 0.25.
 */
export function markingError(
  given: readonly GivenMark[],
  {
    counties,
    averaged,
    settled,
    decimals,
  }: {
    readonly counties: number;
    /** Leaves whose rule puts marks together: on any other all say the same. */
    readonly averaged: ReadonlySet<string>;
    /** `county/indicator` of those whose score was set by 合议 or a ruling. */
    readonly settled: ReadonlySet<string>;
    readonly decimals: number;
  },
): string {
  const ranges = new Map<string, { low: Rational; high: Rational }>();
  for (const one of given) {
    const place = leafOfCounty(one);
    if (one.marks === null || !averaged.has(one.indicator) || settled.has(place)) continue;
    const marks = numberOf(one.marks);
    const before = ranges.get(place);
    if (!before) ranges.set(place, { low: marks, high: marks });
    else if (compare(marks, before.low) < 0) before.low = marks;
    else if (compare(marks, before.high) > 0) before.high = marks;
  }
  const sum = exactSumOf([...ranges.values()].map(({ low, high }) => subtract(high, low)));
  const mean = counties === 0 ? ZERO : rational(sum.numerator, sum.denominator * 2n * BigInt(counties));
  return printRounded(mean, decimals);
}

/**
 * Ranks with a stated error: a county stands behind those whose total is higher than its own by more than the error, so
 * that totals nobody can tell apart share a rank. Rank = 1 + the number of those; a higher total never ranks lower. With
 * an error of 0 only equal totals share (1, 2, 2, 4). Counties stay in the order in which they come.
 * After H. Goldstein, D. J. Spiegelhalter, League Tables and Their Limitations, J. R. Statist. Soc. A 159 (1996) 385–443:
 * units whose intervals overlap are not to be put in an order.
 * Example: 95, 94.8, 93 with 0.5 rank 1, 1, 3.
 */
export function ranksOf(
  totals: readonly { readonly county: string; readonly total: string | null }[],
  error: string,
): readonly Ranked[] {
  const width = numberOf(error);
  const sorted = totals
    .flatMap(({ county, total }) => (total === null ? [] : [{ county, total: numberOf(total) }]))
    .sort((a, b) => compare(b.total, a.total));
  const rankOf = new Map<string, number>();
  // From the top down: those clearly ahead of one are clearly ahead of all that follow it.
  let ahead = 0;
  for (const { county, total } of sorted) {
    while (compare(subtract((sorted[ahead] ?? { total }).total, total), width) > 0) ahead += 1;
    rankOf.set(county, ahead + 1);
  }
  const ranks = totals.map(({ county }) => ({ county, rank: rankOf.get(county) ?? null }));
  const counts = new Map<number | null, number>();
  for (const { rank } of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return ranks.map((one) => ({ ...one, shared: one.rank !== null && (counts.get(one.rank) ?? 0) > 1 }));
}
