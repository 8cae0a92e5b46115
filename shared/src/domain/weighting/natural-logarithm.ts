const LN_2 = 0.6931471805599453;
const ROOT_OF_2 = 1.4142135623730951;

/**
 * Terms of the series below: |z| is at most 0.1716, so the first one left out is under 10^-19 of the sum.
 * (z² ≤ 0.02944, and 0.02944^12 ÷ 25 < 2 × 10^-20.)
 */
const TERMS = 12;

/**
 * The natural logarithm of a positive finite double, from additions, multiplications and divisions only. `Math.log`
 * may differ between machines in its last digit; these operations may not (IEEE 754), so that Node and the browser
 * agree to the byte. Good to about two units in the last place.
 *
 * Halving or doubling (exact) brings x into [√½, √2]; there ln m = 2 (z + z³/3 + z⁵/5 + …) with z = (m − 1)/(m + 1).
 * Example: ln 10 = 2.302585092994046. Anything that is no positive finite number gives NaN.
 */
export function naturalLogarithm(x: number): number {
  if (!(x > 0 && x < Infinity)) return Number.NaN;
  let mantissa = x;
  let exponent = 0;
  for (; mantissa > ROOT_OF_2; mantissa /= 2) exponent += 1;
  for (; mantissa < ROOT_OF_2 / 2; mantissa *= 2) exponent -= 1;
  const z = (mantissa - 1) / (mantissa + 1);
  let series = 0;
  for (let term = TERMS; term >= 0; term -= 1) series = series * z * z + 1 / (2 * term + 1);
  return exponent * LN_2 + 2 * z * series;
}

/**
 * e to the power x for |x| up to about 700, from basic operations only, like the logarithm: x = k ln 2 + r with
 * |r| ≤ 0.35, the series of e^r, and k doublings or halvings. Beyond that range it is Infinity or 0.
 * Example: e^1 = 2.718281828459045.
 */
export function naturalExponential(x: number): number {
  const doublings = Math.round(x / LN_2);
  const rest = x - doublings * LN_2;
  let power = 1;
  // 0.35^20 ÷ 20! is under 10^-27.
  for (let term = 20; term >= 1; term -= 1) power = 1 + (power * rest) / term;
  const factor = doublings < 0 ? 0.5 : 2;
  for (let step = Math.min(Math.abs(doublings), 2200); step > 0; step -= 1) power *= factor;
  return power;
}
