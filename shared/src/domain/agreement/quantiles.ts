import { incompleteBeta } from './incomplete-beta';

/** Below this a quantile counts as 0. */
const LEAST = 1e-300;

/** With fewer degrees of freedom in the numerator F is under 10^-300 with a probability of at least 0.9999. */
const LEAST_DEGREES = 1e-9;

/**
 * The value that an F distribution of d1 and d2 degrees of freedom (real numbers > 0) exceeds with probability
 * `upperTail`, by bisection down to neighbouring doubles; 0 where it is under 10^-300, as it is with hardly any d1.
 * Example: fQuantile(0.05, 1, 10) = 4.9646, as in every table of F.
 */
export function fQuantile(upperTail: number, d1: number, d2: number): number {
  if (d1 < LEAST_DEGREES) return 0;
  const exceeded = (f: number): number =>
    incompleteBeta({ a: d2 / 2, b: d1 / 2, x: d2 / (d1 * f + d2), y: (d1 * f) / (d1 * f + d2) });
  let [low, high] = [1, 1];
  while (exceeded(high) > upperTail) high *= 2;
  while (exceeded(low) <= upperTail) {
    low /= 2;
    if (low < LEAST) return 0;
  }
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (exceeded(middle) > upperTail) low = middle;
    else high = middle;
  }
}

/**
 * The t of a two-sided 95 % interval: its square is the 5 % quantile of F with 1 and the given degrees of freedom.
 * Example: 2.5706 with five degrees of freedom.
 */
export const tOf95 = (degrees: number): number => Math.sqrt(fQuantile(0.05, 1, degrees));
