import type { Rational } from '../../numbers/rational';

/**
 * Units times the digits that each is worked on with. Up to here thousands of units with claims compared and sheets
 * explained take seconds; real figures, of a few digits and decimals each, stay under a tenth of it.
 */
const MOST_DIGITS = 10_000_000;

/** From the hexadecimal digits, which are counted in no time; it may be one digit too many. */
const digitsOf = (whole: bigint): number => Math.ceil(whole.toString(16).length * 1.2042);

/** The figure with which a table gets too long: which column, and which place in it, both from 0. */
export interface TooLong {
  readonly column: number;
  readonly place: number;
  /** How many digits so many units may be worked on with. */
  readonly most: number;
}

/**
 * Exact figures are worked on over one common denominator a column. Thousands of long denominators that have nothing in
 * common (1/(10^390 + 1), 1/(10^390 + 2), …) make it millions of digits long, which no one could wait for; the caller
 * refuses that before anything is computed. Counted are the digits of each column's common denominator and of its
 * largest numerator, over all columns, times the units. Null where the figures are short enough. A caller that does less
 * with each digit states what it takes in `mostDigits`.
 *
 * Example: 2,844 units may have figures of 3,516 digits in all; three columns of such as 12345.67 have some thirty.
 */
export function tooLongAt(
  columns: readonly (readonly Rational[])[],
  units: number,
  mostDigits = MOST_DIGITS,
): TooLong | null {
  const most = Math.floor(mostDigits / Math.max(units, 1));
  let before = 0;
  for (const [column, figures] of columns.entries()) {
    let [common, largest, digits] = [1n, 0n, 0];
    for (const [place, { numerator, denominator }] of figures.entries()) {
      if (common % denominator === 0n && numerator <= largest) continue;
      common = leastCommonMultiple(common, denominator);
      if (numerator > largest) largest = numerator;
      digits = digitsOf(common) + digitsOf(largest);
      if (before + digits > most) return { column, place, most };
    }
    before += digits;
  }
  return null;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
