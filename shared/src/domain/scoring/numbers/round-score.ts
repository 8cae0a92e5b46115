import type { Rational } from '../../numbers/rational';

/**
 * Rounds a score, which is never negative, half up to whole units of 1/scale: ⌊(2·n·scale + d) ÷ 2d⌋.
 * Example: 8.625 with the scale 100 is 863n.
 */
export const roundScore = ({ numerator, denominator }: Rational, scale: bigint): bigint =>
  denominator === 1n ? numerator * scale : (2n * numerator * scale + denominator) / (2n * denominator);
