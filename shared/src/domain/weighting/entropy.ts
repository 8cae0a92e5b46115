import { compare, divide, ONE, subtract, ZERO, type Rational } from '../numbers/rational';
import { wholeWeights } from '../apportionment/whole-weights';
import { accepted, refusal, refused, type Outcome } from '../refusal';
import type { EntropyColumn, EntropyDirection, EntropyInput, EntropyNormalisation } from './entropy-input';
import { entropyRefusals } from './entropy-refusals';
import { explainEntropy, type EntropyExplanation } from './explain-entropy';
import { naturalLogarithm } from './natural-logarithm';
import { nearestDouble } from './nearest-double';
import { twelveDigits } from './twelve-digits';

export interface EntropyAnswer {
  /** 0 … 1, one a column; 1 where the units do not differ, and so also where the range is zero. */
  readonly entropies: readonly number[];
  /** In the order of the columns; 0 or more, sum 1. */
  readonly weights: readonly number[];
  readonly explanation?: EntropyExplanation;
}

/**
 * Weights from how much the units differ in each indicator (熵权法; C. E. Shannon 1948; C.-L. Hwang and K. Yoon,
 * Multiple Attribute Decision Making, 1981): column shares p, entropy e = −k Σ p ln p with k = 1 ÷ ln(rows) and
 * 0 · ln 0 = 0, weight (1 − e) ÷ Σ(1 − e).
 *
 * Shares: 'min-max' takes (x − min) or (max − x), 'sum' takes x or 1/x, each divided by the column's sum (the range of
 * min-max cancels out). They are exact until here, so a column is found to be of zero range exactly: it tells nothing,
 * has entropy 1 and weight 0. 1 − e is taken as (k/n) Σ((1+u) ln(1+u) − u) with u = np − 1, which is the same and keeps
 * its digits where the shares hardly differ. Sums run from the smallest term, so the order of the rows changes nothing.
 * Figures are rounded to 12 significant digits.
 *
 * Refuses, with the pointer: fewer than two rows, no columns, rows of different lengths, directions of another number
 * than columns; under 'sum' values that are not positive; every column of zero range; a column too long for so many
 * rows (`tooLongAt`).
 *
 * Example: [[1, 5], [2, 5]], min-max: entropies 0 and 1, weights 1 and 0.
 */
export function entropy(
  input: EntropyInput,
  options: { readonly explain?: boolean } = {},
): Outcome<EntropyAnswer> {
  const refusals = entropyRefusals(input);
  if (refusals.length > 0) return refused(refusals);
  const columns = input.directions.map((direction, column) => {
    const values = input.matrix.map((row) => row[column] ?? ZERO);
    return columnOf(termsOf(values, direction, input.normalise), isConstant(values));
  });
  const information = ascendingSum(columns.map((column) => column.information));
  if (!(information > 0)) return refused([NOTHING_DIFFERS]);
  const weights = columns.map((column) => twelveDigits(column.information / information));
  return accepted({
    entropies: columns.map((column) => twelveDigits(column.entropy)),
    weights,
    ...(options.explain ? { explanation: explainEntropy(input, columns, weights) } : {}),
  });
}

const NOTHING_DIFFERS = refusal(
  '/matrix',
  '各指标在各单位之间均无差异，无法据以确定权重，请核对数据',
  'No indicator differs between the units, so that no weight can be found; check the figures',
);

const isConstant = (values: readonly Rational[]): boolean =>
  values.every((value) => compare(value, values[0] ?? ZERO) === 0);

/** What a column's shares are proportional to: exact, 0 or more. */
function termsOf(
  values: readonly Rational[],
  direction: EntropyDirection,
  normalise: EntropyNormalisation,
): readonly Rational[] {
  if (normalise === 'sum') return direction === 'max' ? values : values.map((value) => divide(ONE, value));
  const extreme = values.reduce((found, value) => {
    const order = compare(value, found);
    return (direction === 'max' ? order < 0 : order > 0) ? value : found;
  }, values[0] ?? ZERO);
  return values.map((value) => (direction === 'max' ? subtract(value, extreme) : subtract(extreme, value)));
}

function columnOf(terms: readonly Rational[], constant: boolean): EntropyColumn {
  if (constant) return { shares: [], entropy: 1, information: 0 };
  const { numerators } = wholeWeights(terms);
  const rows = numerators.length;
  const total = numerators.reduce((sum, numerator) => sum + numerator, 0n);
  const shares = numerators.map((numerator) => nearestDouble({ numerator, denominator: total }));
  const excesses = numerators.map((numerator) =>
    nearestDouble({ numerator: BigInt(rows) * numerator - total, denominator: total }),
  );
  const logarithm = naturalLogarithm(rows);
  return {
    shares,
    entropy:
      ascendingSum(shares.map((share) => (share === 0 ? 0 : -share * naturalLogarithm(share)))) / logarithm,
    information: ascendingSum(excesses.map(excessInformation)) / rows / logarithm,
  };
}

/** (1 + u) ln(1 + u) − u for u ≥ −1; near 0 by its series u² (1/2 − u/6 + u²/12 − …), whose 20th term is under 10^-22. */
function excessInformation(u: number): number {
  if (u <= -1) return 1;
  if (Math.abs(u) > 0.1) return (1 + u) * naturalLogarithm(1 + u) - u;
  let series = 0;
  for (let term = 20; term >= 0; term -= 1) series = 1 / ((term + 1) * (term + 2)) - u * series;
  return u * u * series;
}

const ascendingSum = (terms: readonly number[]): number =>
  [...terms].sort((a, b) => a - b).reduce((sum, term) => sum + term, 0);
