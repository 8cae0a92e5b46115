import { add, rational, reduce, subtract, type Rational } from '../numbers/rational';
import { present, sumOfWhole, wholeRatings, type Ratings } from './ratings';

/** The analysis of variance of n rated things × k raters without repetition: mean squares, exact. */
export interface MeanSquares {
  readonly things: number;
  readonly raters: number;
  /** Between things, n − 1 degrees of freedom. */
  readonly rows: Rational;
  /** Between raters, k − 1. */
  readonly columns: Rational;
  /** Residual, (n − 1)(k − 1). */
  readonly error: Rational;
  /** Within things, n (k − 1): raters and residual together. */
  readonly within: Rational;
}

/** Ratings must be complete, with at least two rows and columns. */
export function meanSquares(ratings: Ratings): MeanSquares {
  const whole = wholeRatings(ratings);
  const rows = whole.rows.map(present);
  const [things, raters] = [rows.length, rows[0]?.length ?? 0];
  const columnSums = Array.from({ length: raters }, (_, j) => sumOfWhole(rows.map((row) => row[j] ?? 0n)));
  const unit = whole.denominator * whole.denominator;
  const squared = (values: readonly bigint[]): bigint => sumOfWhole(values.map((value) => value * value));
  const correction = rational(sumOfWhole(columnSums) ** 2n, unit * BigInt(things * raters));
  const total = subtract(rational(squared(rows.flat()), unit), correction);
  const ofRows = subtract(rational(squared(rows.map(sumOfWhole)), unit * BigInt(raters)), correction);
  const ofColumns = subtract(rational(squared(columnSums), unit * BigInt(things)), correction);
  const within = subtract(total, ofRows);
  const over = (sum: Rational, degrees: number): Rational =>
    reduce({ numerator: sum.numerator, denominator: sum.denominator * BigInt(degrees) });
  return {
    things,
    raters,
    rows: over(ofRows, things - 1),
    columns: over(ofColumns, raters - 1),
    error: over(subtract(within, ofColumns), (things - 1) * (raters - 1)),
    within: over(within, things * (raters - 1)),
  };
}

/** True where all ratings are equal. */
export const isWithoutVariation = ({ rows, within }: MeanSquares): boolean =>
  add(rows, within).numerator === 0n;
