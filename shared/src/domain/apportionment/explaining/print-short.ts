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

/**
 * A fraction ≥ 0 in at most so many decimals: without needless zeros where that is exact ("25", "12.5"), else rounded half
 * up and marked ≈ ("≈16.6667").
 */
export function printNear(value: Rational, decimals: number): string {
  const printed = printRounded(value, decimals);
  const isExact = (value.numerator * 10n ** BigInt(decimals)) % value.denominator === 0n;
  if (!isExact) return `≈${printed}`;
  return printed.includes('.') ? printed.replace(/\.?0+$/, '') : printed;
}

/** The same as a percent: 1/10 is "10%", 1/6 with four decimals "≈16.6667%". */
export const printNearPercent = ({ numerator, denominator }: Rational, decimals: number): string =>
  `${printNear({ numerator: numerator * 100n, denominator }, decimals)}%`;
