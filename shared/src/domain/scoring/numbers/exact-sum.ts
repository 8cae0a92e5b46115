import { add, reduce, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';

/**
 * a + b on the larger of the two denominators where one is a multiple of the other, as those of decimals are: marks of
 * three thousand leaves with mixed decimal places stay short numbers. Example: 22.5 + 10 is 325/10.
 */
export function exactSum(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) {
    return { numerator: a.numerator + b.numerator, denominator: a.denominator };
  }
  if (a.denominator % b.denominator === 0n) {
    return {
      numerator: a.numerator + b.numerator * (a.denominator / b.denominator),
      denominator: a.denominator,
    };
  }
  return b.denominator % a.denominator === 0n ? exactSum(b, a) : reduce(add(a, b));
}

/** Σ of all of them; 0 of none. */
export const exactSumOf = (numbers: readonly Rational[]): Rational => numbers.reduce(exactSum, ZERO);
