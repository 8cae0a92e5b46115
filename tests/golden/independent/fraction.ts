/** A number of a case as it stands in JSON: 0.5, "0.5", "1e-3" or "1/2". */
export type Numeral = number | string;

/** An exact fraction in lowest terms; the denominator is positive. Written apart from the engine's on purpose. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 1n) return { n, d };
  const sign = d < 0n ? -1n : 1n;
  const common = greatestCommonDivisor(n < 0n ? -n : n, d * sign);
  return { n: (n * sign) / common, d: (d * sign) / common };
}

export const ZERO = fraction(0n);
export const ONE = fraction(1n);

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Reads a numeral exactly; a JSON number is taken by its printed digits. Throws for anything else. */
export function read(numeral: Numeral): Fraction {
  if (Number.isSafeInteger(numeral)) return fraction(BigInt(numeral));
  const text = String(numeral);
  const slash = text.indexOf('/');
  if (slash > 0) return fraction(BigInt(text.slice(0, slash)), BigInt(text.slice(slash + 1)));
  const match = DECIMAL.exec(text);
  if (!match) throw new Error(`${text} is no numeral.`);
  const [, sign, whole = '', places = '', exponent = '0'] = match;
  const digits = BigInt(whole + places) * (sign === '-' ? -1n : 1n);
  const shift = Number(exponent) - places.length;
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift)) : fraction(digits, 10n ** BigInt(-shift));
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d);
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n);
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, ZERO);
export const whole = (value: bigint | number): Fraction => fraction(BigInt(value));

/** Negative, 0 or positive, as a is below, at or above b. */
export function order(a: Fraction, b: Fraction): number {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const least = (a: Fraction, b: Fraction): Fraction => (order(a, b) <= 0 ? a : b);
export const greatest = (a: Fraction, b: Fraction): Fraction => (order(a, b) >= 0 ? a : b);

/** The largest whole number that is not above the fraction. */
export function floorOf({ n, d }: Fraction): bigint {
  const quotient = n / d;
  return n % d < 0n ? quotient - 1n : quotient;
}

export const ceilingOf = ({ n, d }: Fraction): bigint => -floorOf({ n: -n, d });

/** The fraction as a count of 10^-places, a half going up. */
export const roundedTo = (value: Fraction, places: number): bigint =>
  floorOf(plus(times(value, whole(10n ** BigInt(places))), fraction(1n, 2n)));

export const isWhole = ({ n, d }: Fraction): boolean => d === 1n && n >= 0n;
