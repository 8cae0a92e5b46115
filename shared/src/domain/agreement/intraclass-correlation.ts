import { add, rational, subtract, type Rational } from '../numbers/rational';
import { nearestDouble } from '../weighting/nearest-double';
import { isWithoutVariation, meanSquares, type MeanSquares } from './mean-squares';
import { fQuantile } from './quantiles';
import type { Interval, Ratings } from './ratings';

/**
 * The six forms of Shrout and Fleiss: 1 each thing has raters of its own, 2 the same raters, a sample of many
 * (absolute agreement), 3 the same raters, the only ones of interest (consistency); of one rater, or of the mean of k.
 */
export const ICC_FORMS = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
export type IccForm = (typeof ICC_FORMS)[number];

export interface IccEstimate {
  /** Exact; null where the form divides by 0, or by so little that the result is beyond the range of doubles. */
  readonly value: Rational | null;
  /** The 95 % interval; null where it has an end that is not finite. */
  readonly interval: Interval | null;
}

/**
 * Intraclass correlations of complete ratings in all six forms, with 95 % intervals (P. E. Shrout and J. L. Fleiss,
 * Psych. Bull. 86, 1979; K. O. McGraw and S. P. Wong, Psych. Methods 1, 1996). Null when all ratings are equal.
 *
 * The formulas are taken as they are published: with hardly any difference between the rated things the forms "2,k"
 * and their intervals may leave −1 … 1 or turn round. `tooFewToJudge` holds such an interval to say nothing.
 *
 * Example: the six targets and four judges of Shrout and Fleiss give 0.17, 0.29, 0.71, 0.44, 0.62, 0.91.
 */
export function intraclassCorrelation(ratings: Ratings): Readonly<Record<IccForm, IccEstimate>> | null {
  const squares = meanSquares(ratings);
  if (isWithoutVariation(squares)) return null;
  const values = valuesOf(squares);
  const intervals = intervalsOf(squares);
  const estimate = (form: IccForm): IccEstimate => ({
    value: finite(values[form]),
    interval: intervals[form].every(Number.isFinite) ? intervals[form] : null,
  });
  return {
    '1,1': estimate('1,1'),
    '2,1': estimate('2,1'),
    '3,1': estimate('3,1'),
    '1,k': estimate('1,k'),
    '2,k': estimate('2,k'),
    '3,k': estimate('3,k'),
  };
}

const finite = (value: Rational | null): Rational | null =>
  value && Number.isFinite(nearestDouble(value)) ? value : null;

const times = (factor: Rational | number, { numerator, denominator }: Rational): Rational => {
  const by = typeof factor === 'number' ? rational(factor) : factor;
  return { numerator: by.numerator * numerator, denominator: by.denominator * denominator };
};

const over = (above: Rational, below: Rational): Rational | null =>
  below.numerator === 0n
    ? null
    : rational(above.numerator * below.denominator, above.denominator * below.numerator);

function valuesOf(squares: MeanSquares): Readonly<Record<IccForm, Rational | null>> {
  const { things, raters, rows, columns, error, within } = squares;
  const bias = times(rational(1, things), subtract(columns, error));
  const [agreeing, consistent] = [subtract(rows, within), subtract(rows, error)];
  return {
    '1,1': over(agreeing, add(rows, times(raters - 1, within))),
    '2,1': over(consistent, add(add(rows, times(raters - 1, error)), times(raters, bias))),
    '3,1': over(consistent, add(rows, times(raters - 1, error))),
    '1,k': over(agreeing, rows),
    '2,k': over(consistent, add(rows, bias)),
    '3,k': over(consistent, rows),
  };
}

const TAIL = 0.025;

function intervalsOf(squares: MeanSquares): Readonly<Record<IccForm, Interval>> {
  const { things: n, raters: k } = squares;
  // As shares of their sum, so that no rating is too large or too small for a double.
  const whole = [squares.rows, squares.columns, squares.error].reduce(add);
  const share = (square: Rational): number => {
    const exact = over(square, whole);
    return exact ? nearestDouble(exact) : 0;
  };
  const [rows, columns] = [share(squares.rows), share(squares.columns)];
  const [error, within] = [share(squares.error), share(squares.within)];
  const oneWay = ratioEnds(rows, within, { things: n - 1, rest: n * (k - 1) });
  const consistency = ratioEnds(rows, error, { things: n - 1, rest: (n - 1) * (k - 1) });
  const agreement = agreementEnds({ n, k, rows, columns, error });
  const single = ({ above, below }: End): number => (above - below) / (above + (k - 1) * below);
  const mean = ({ above, below }: End): number => 1 - below / above;
  return {
    '1,1': [single(oneWay.low), single(oneWay.high)],
    '2,1': agreement.single,
    '3,1': [single(consistency.low), single(consistency.high)],
    '1,k': [mean(oneWay.low), mean(oneWay.high)],
    '2,k': agreement.mean,
    '3,k': [mean(consistency.low), mean(consistency.high)],
  };
}

/** One end of the interval of F = above ÷ below, kept apart because the lower part may be 0. */
interface End {
  readonly above: number;
  readonly below: number;
}

function ratioEnds(
  rows: number,
  rest: number,
  degrees: { readonly things: number; readonly rest: number },
): { readonly low: End; readonly high: End } {
  return {
    low: { above: rows, below: rest * fQuantile(TAIL, degrees.things, degrees.rest) },
    high: { above: rows * fQuantile(TAIL, degrees.rest, degrees.things), below: rest },
  };
}

/**
 * Absolute agreement: F has n − 1 and v degrees of freedom, v after Satterthwaite. With a and b as in McGraw and Wong
 * a · columns + b · error is just the mean square of the rows, which saves the division by 1 − ICC. Raters
 * who agree on everything have 1 … 1.
 */
function agreementEnds(given: {
  readonly n: number;
  readonly k: number;
  readonly rows: number;
  readonly columns: number;
  readonly error: number;
}): { readonly single: Interval; readonly mean: Interval } {
  const { n, k, rows, columns, error } = given;
  if (columns === 0 && error === 0) return { single: [1, 1], mean: [1, 1] };
  const a = (rows - error) / (columns + (n - 1) * error);
  const b = 1 + (n - 1) * a;
  const v =
    rows === 0 ? 0 : rows ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  // With v degrees of freedom in the numerator both quantiles stay finite however small v is.
  const low = rows * fQuantile(1 - TAIL, v, n - 1);
  const high = rows * fQuantile(TAIL, v, n - 1);
  const single = (scaled: number): number =>
    (n * (scaled - error)) / (k * columns + (k * n - k - n) * error + n * scaled);
  const mean = (scaled: number): number => (n * (scaled - error)) / (columns - error + n * scaled);
  return { single: [single(low), single(high)], mean: [mean(low), mean(high)] };
}
