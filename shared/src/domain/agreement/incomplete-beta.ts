import { naturalExponential, naturalLogarithm } from '../weighting/natural-logarithm';

const HALF_LN_2_PI = 0.9189385332046727;

/**
 * ln Γ(x) for x > 0, by Stirling's series from x ≥ 15 on, smaller x brought there by Γ(x + 1) = x Γ(x); the first term
 * left out is under 10^-15. Example: ln Γ(5) = ln 24.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let factor = 1;
  for (; shifted < 15; shifted += 1) factor *= shifted;
  const square = shifted * shifted;
  const series =
    (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / shifted;
  return (
    (shifted - 0.5) * naturalLogarithm(shifted) - shifted + HALF_LN_2_PI + series - naturalLogarithm(factor)
  );
}

/** Enough for degrees of freedom in the millions; each term is a handful of operations. */
const MOST_TERMS = 10_000;
/** Stands for a denominator of 0 in Lentz's algorithm. */
const TINY = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0, with x and its complement y = 1 − x given apart, so
 * that neither loses digits near 0. Continued fraction by Lentz's algorithm (DLMF 8.17.22; W. H. Press et al.,
 * Numerical Recipes, section 6.4), from basic operations only.
 * Example: I_x(1, 1) = x.
 */
export function incompleteBeta({ a, b, x, y }: { a: number; b: number; x: number; y: number }): number {
  if (!(x > 0)) return 0;
  if (!(y > 0)) return 1;
  const front = naturalExponential(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * naturalLogarithm(x) + b * naturalLogarithm(y),
  );
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(a, b, x)) / a
    : 1 - (front * continuedFraction(b, a, y)) / b;
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

function continuedFraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return fraction;
}
