import { add, rational, reduce, ZERO, type Rational } from '../numbers/rational';
import { countsOf, doubledMidRanks } from './mid-ranks';
import { present, wholeRatings, type Ratings } from './ratings';

/** What the ratings are: names, ranks, amounts, or amounts with a true zero. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Ratings prepared for alpha: things with fewer than two ratings are dropped, the others compared pair by pair.
 * Distances are whole numbers in some unit of their own; alpha only ever divides one by another.
 */
export interface AlphaWorking {
  /** Ratings of the things that at least two raters rated. */
  readonly units: readonly AlphaUnit[];
  /** How many ratings these units have. */
  readonly pairable: number;
  /** Σ over units of within ÷ (ratings − 1). */
  readonly within: Rational;
  /** Distances of all pairable ratings from each other, each pair once. */
  readonly between: bigint;
  /** Exact but for the ratio level, which keeps 40 digits; null when all pairable ratings are equal, or none is. */
  readonly alpha: Rational | null;
}

export interface AlphaUnit {
  readonly ratings: number;
  /** Distances of its ratings from each other, each pair once. */
  readonly within: bigint;
  /** Distances of its ratings from all pairable ratings, its own included. */
  readonly toAll: bigint;
}

/**
 * Krippendorff's alpha = 1 − observed ÷ expected disagreement, for any number of raters, with missing ratings
 * (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011). Squared distance of two ratings: nominal 0 or 1;
 * ordinal by their mid-ranks among all pairable ratings; interval (a − b)²; ratio ((a − b) ÷ (a + b))².
 *
 * With N pairable ratings, m_u of them on unit u: alpha = 1 − (N − 1) · Σ_u [within_u ÷ (m_u − 1)] ÷ between.
 * Example: two raters who always agree on things that differ give 1; Krippendorff's example C 951/1120 (interval).
 */
export function krippendorffAlpha(ratings: Ratings, level: MeasurementLevel): AlphaWorking {
  const rows = wholeRatings(ratings)
    .rows.map(present)
    .filter((row) => row.length > 1);
  const coded = level === 'ordinal' ? ranked(rows) : rows;
  const counts = countsOf(coded.flat());
  const distance = distanceOf(level, counts);
  const toAll = new Map(
    counts.map(([value]) => [
      value,
      counts.reduce((sum, [other, count]) => sum + count * distance(value, other), 0n),
    ]),
  );
  const units = coded.map((row): AlphaUnit => ({
    ratings: row.length,
    within: pairs(row, distance),
    toAll: row.reduce((sum, value) => sum + (toAll.get(value) ?? 0n), 0n),
  }));
  const pairable = units.reduce((sum, unit) => sum + unit.ratings, 0);
  const within = units.reduce((sum, unit) => add(sum, withinOf(unit)), ZERO);
  const between = units.reduce((sum, unit) => sum + unit.toAll, 0n) / 2n;
  return { units, pairable, within: reduce(within), between, alpha: alphaOf({ pairable, within, between }) };
}

/** Its within-distances as they enter alpha: over its ratings less one. */
export const withinOf = ({ within, ratings }: AlphaUnit): Rational => reduce(rational(within, ratings - 1));

/** 1 − (pairable − 1) · within ÷ between; null where nothing differs. */
export function alphaOf({
  pairable,
  within,
  between,
}: Pick<AlphaWorking, 'pairable' | 'within' | 'between'>): Rational | null {
  if (between === 0n) return null;
  const whole = within.denominator * between;
  return { numerator: whole - BigInt(pairable - 1) * within.numerator, denominator: whole };
}

type Distance = (a: bigint, b: bigint) => bigint;

function ranked(rows: readonly (readonly bigint[])[]): readonly (readonly bigint[])[] {
  const ranks = doubledMidRanks(rows.flat()).ranks.values();
  return rows.map((row) => row.map(() => ranks.next().value ?? 0n));
}

function distanceOf(level: MeasurementLevel, counts: readonly (readonly [bigint, bigint])[]): Distance {
  if (level === 'nominal') return (a, b) => (a === b ? 0n : 1n);
  if (level !== 'ratio') return (a, b) => (a - b) * (a - b);
  // The smallest distance above 0 is 1 ÷ (2 · largest)²: the unit leaves at least 40 digits to it.
  const largest = counts.at(-1)?.[0] ?? 0n;
  const unit = 10n ** 40n * (2n * largest) ** 2n;
  return (a, b) => (a === b ? 0n : (unit * (a - b) * (a - b)) / ((a + b) * (a + b)));
}

function pairs(row: readonly bigint[], distance: Distance): bigint {
  let sum = 0n;
  row.forEach((a, i) => {
    for (const b of row.slice(i + 1)) sum += distance(a, b);
  });
  return sum;
}
