import { add, rational, reduce, ZERO, type Rational } from '../numbers/rational';
import { distancesOf, type MeasurementLevel, type RowDistances } from './rating-distances';
import { present, wholeRatings, type Ratings } from './ratings';

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

export interface AlphaUnit extends RowDistances {
  readonly ratings: number;
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
  const units = distancesOf(rows, level).map((distances, unit): AlphaUnit => ({
    ratings: rows[unit]?.length ?? 0,
    ...distances,
  }));
  const pairable = units.reduce((sum, unit) => sum + unit.ratings, 0);
  const within = sumOfWithin(units);
  const between = units.reduce((sum, unit) => sum + unit.toAll, 0n) / 2n;
  return { units, pairable, within, between, alpha: alphaOf({ pairable, within, between }) };
}

/** Units of as many ratings are summed first, so that there are no more fractions to add than raters. */
function sumOfWithin(units: readonly AlphaUnit[]): Rational {
  const byRatings = new Map<number, bigint>();
  for (const { ratings, within } of units) byRatings.set(ratings, (byRatings.get(ratings) ?? 0n) + within);
  return [...byRatings].reduce(
    (sum, [ratings, within]) => reduce(add(sum, rational(within, ratings - 1))),
    ZERO,
  );
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
