/**
 * Exact fractions for weights, quotas, shares and scores (architecture.md section 3): money and posts are never
 * decided in floating point. A fraction is kept unreduced, because reducing at each step was measured ten times
 * slower than one reduction where it matters; call `reduce` before a fraction is stored or printed.
 */
export interface Rational {
  readonly numerator: bigint;
  /** Always greater than 0. */
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/**
 * A fraction with a positive denominator.
 * @throws RangeError when the denominator is 0: callers decide what 0 of 0 means before they divide.
 */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  if (d === 0n) throw new RangeError('A fraction needs a denominator other than 0.');
  return d < 0n ? { numerator: -n, denominator: -d } : { numerator: n, denominator: d };
}

/**
 * The longest numeral that is read: enough for every real figure. One such numeral is quick to work with; thousands of
 * them without a common denominator are not, and are refused by those who would work with them (`tooLongAt`).
 */
const LONGEST_NUMERAL = 400;
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads a finite decimal ("95", "0.5", "1e-7"); anything else, also a numeral of over 400 characters, is null. */
export function parseDecimal(text: string): Rational | null {
  if (text.length > LONGEST_NUMERAL) return null;
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign, whole = '', part = '', exponentText = '0'] = match;
  const exponent = Number(exponentText) - part.length;
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}`);
  return exponent >= 0
    ? { numerator: digits * 10n ** BigInt(exponent), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-exponent) };
}

/** Reads a finite decimal or a fraction of two whole numbers ("1/3"); anything else, also "1/0", is null. */
export function parseRational(text: string): Rational | null {
  const slash = text.indexOf('/');
  if (slash < 0) return parseDecimal(text);
  if (text.length > LONGEST_NUMERAL || !/^[+-]?\d+\/\d+$/.test(text)) return null;
  const denominator = BigInt(text.slice(slash + 1));
  if (denominator === 0n) return null;
  return { numerator: BigInt(text.slice(0, slash).replace('+', '')), denominator };
}

export const add = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? { numerator: a.numerator + b.numerator, denominator: a.denominator }
    : {
        numerator: a.numerator * b.denominator + b.numerator * a.denominator,
        denominator: a.denominator * b.denominator,
      };

export const negate = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));

export const multiply = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

/** @throws RangeError when b is 0. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const minimum = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
export const maximum = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);

/** The same fraction in lowest terms. */
export function reduce(a: Rational): Rational {
  let x = a.numerator < 0n ? -a.numerator : a.numerator;
  let y = a.denominator;
  while (y !== 0n) [x, y] = [y, x % y];
  return x <= 1n ? a : { numerator: a.numerator / x, denominator: a.denominator / x };
}

/** The largest whole number that is not above a. */
export function floorOf(a: Rational): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

/** The smallest whole number that is not below a. */
export const ceilingOf = (a: Rational): bigint => -floorOf(negate(a));

/**
 * Rounds half up (towards positive infinity) to whole units of 10^-decimals: floor((2n·10^k + d) / 2d).
 * Example: 8.625 with two decimals is 863n.
 */
export function roundHalfUp(a: Rational, decimals = 0): bigint {
  const scaled = a.numerator * 10n ** BigInt(decimals);
  return floorOf({ numerator: 2n * scaled + a.denominator, denominator: 2n * a.denominator });
}

/** Prints whole units of 10^-decimals as a plain decimal: (863n, 2) is "8.63". */
export function printUnits(units: bigint, decimals: number): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Prints a fraction rounded half up to so many decimals. */
export const printRounded = (a: Rational, decimals: number): string =>
  printUnits(roundHalfUp(a, decimals), decimals);

/** Prints a fraction exactly, in lowest terms: "25" or "1/3". */
export function printExact(a: Rational): string {
  const { numerator, denominator } = reduce(a);
  return denominator === 1n ? numerator.toString() : `${numerator}/${denominator}`;
}
