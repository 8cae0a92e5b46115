import type { Rational } from '../numbers/rational';

/** 2^64: dividing a double by it changes the exponent and no digit. */
const TWO_TO_64 = 18_446_744_073_709_551_616;

const bitsOf = (whole: bigint): number => 4 * whole.toString(16).length;

/**
 * The double nearest to an exact fraction, however many digits its numerator and denominator have (ties to even);
 * beyond the range of doubles it is Infinity or 0, and below 2^-1022 it may be one unit in the last place off.
 * This is the one door from exact figures to floating point (architecture.md section 3).
 *
 * The quotient is taken with more than 64 bits, the last of which stands for everything that was cut off; turning
 * such a whole number into a double rounds once and correctly, and the powers of two change nothing after that.
 * Example: 1/3 is 0.3333333333333333.
 */
export function nearestDouble({ numerator, denominator }: Rational): number {
  if (numerator === 0n) return 0;
  const size = numerator < 0n ? -numerator : numerator;
  let shift = bitsOf(denominator) - bitsOf(size) + 70;
  const [above, below] =
    shift >= 0 ? [size << BigInt(shift), denominator] : [size, denominator << BigInt(-shift)];
  const quotient = above / below;
  let nearest = Number(quotient * below === above ? quotient : quotient | 1n);
  for (; shift >= 64; shift -= 64) nearest /= TWO_TO_64;
  for (; shift <= -64; shift += 64) nearest *= TWO_TO_64;
  for (; shift > 0; shift -= 1) nearest /= 2;
  for (; shift < 0; shift += 1) nearest *= 2;
  return numerator < 0n ? -nearest : nearest;
}
