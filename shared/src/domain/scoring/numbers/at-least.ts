import type { Rational } from '../../numbers/rational';

/**
 * Whether a ≥ b, exactly. Figures of one method mostly have equally many decimal places; then nothing is multiplied, which
 * a hundred thousand values of the country's counties feel.
 */
export const atLeast = (a: Rational, b: Rational): boolean =>
  a.denominator === b.denominator
    ? a.numerator >= b.numerator
    : a.numerator * b.denominator >= b.numerator * a.denominator;
