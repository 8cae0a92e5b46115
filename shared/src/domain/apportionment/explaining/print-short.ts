import { printExact, printRounded, type Rational } from '../../numbers/rational';

const LONGEST = 12;
const LARGEST_DENOMINATOR = 10n ** BigInt(LONGEST);

/**
 * A fraction ≥ 0 that a person reads: exact when it is whole or short, else six decimals marked ≈; decisions use the
 * exact one.
 */
export function printShort(value: Rational): string {
  const short = inShortTerms(value);
  const exact = short ? printExact(short) : '';
  const isShort = short !== null && (short.denominator === 1n || exact.length <= LONGEST);
  return isShort ? exact : `≈${printRounded(value, 6)}`;
}

/**
 * A fraction ≥ 0 in lowest terms; null where its denominator is above 10^12, too long to print. Euclid's quotients build
 * the convergents, of which the last is the fraction itself; stopping at the first long one keeps fractions of
 * thousands of digits (unrelated denominators of thousands of units) from being reduced in full.
 */
export function inShortTerms({ numerator, denominator }: Rational): Rational | null {
  let [dividend, divisor] = [numerator, denominator];
  let [before, last] = [
    { numerator: 0n, denominator: 1n },
    { numerator: 1n, denominator: 0n },
  ];
  while (divisor !== 0n) {
    const quotient = dividend / divisor;
    const next = {
      numerator: quotient * last.numerator + before.numerator,
      denominator: quotient * last.denominator + before.denominator,
    };
    if (next.denominator > LARGEST_DENOMINATOR) return null;
    [before, last] = [last, next];
    [dividend, divisor] = [divisor, dividend - quotient * divisor];
  }
  return last;
}
