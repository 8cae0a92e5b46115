import {
  compare,
  divide,
  multiply,
  parseDecimal,
  printRounded,
  rational,
  ZERO,
  type Rational,
} from '../numbers/rational';
import { dimensionsOf, type Dimension } from '../scoring/groups/dimensions';
import { DEFAULT_SCORE_DECIMALS, type Method } from '../scoring/method';
import { aggregateOf } from '../scoring/rules/evaluator';
import type { ScoreAnswer } from '../scoring/score';

/** With fewer counties a median tells one county another's marks. */
export const FEWEST_FOR_A_MEDIAN = 5;

export interface ShareOfDimension {
  readonly id: string;
  /** Percent of the dimension's applicable marks with two decimals; null where nothing of it applies or a leaf is missing. */
  readonly share: string | null;
}

export interface CityMedians {
  /** How many counties have a total. */
  readonly counties: number;
  readonly total: string;
  readonly dimensions: readonly ShareOfDimension[];
}

const HUNDRED = rational(100);

function exactShare({ marks, score }: Dimension): Rational | null {
  const [full, reached] = [parseDecimal(marks), parseDecimal(score ?? '')];
  if (!full || !reached || compare(full, ZERO) <= 0) return null;
  return multiply(divide(reached, full), HUNDRED);
}

/**
 * 得分率 by dimension: score ÷ marks that apply, in percent, so that dimensions of different weight stand on one scale.
 * Rounded half up to two decimals. Example: 29.67 of 30 is 98.90.
 */
export const sharesOf = (method: Method, answer: ScoreAnswer): readonly ShareOfDimension[] =>
  dimensionsOf(method, answer).map((one) => {
    const share = exactShare(one);
    return { id: one.id, share: share && printRounded(share, 2) };
  });

/**
 * The medians of a result over the counties of a city: of the total, and of each dimension's share. Of an even count the
 * mean of the middle two, exactly, then rounded half up (totals as the method prints them, shares to two decimals).
 * Counties without a total are left out. Null with fewer than five: nobody's marks can be read off another's.
 * Example: totals 90, 92, 93, 95, 97 have the median 93.
 */
export function cityMedians(method: Method, answers: readonly ScoreAnswer[]): CityMedians | null {
  const complete = answers.flatMap((answer) => {
    const total = parseDecimal(answer.total ?? '');
    return total ? [{ total, dimensions: dimensionsOf(method, answer) }] : [];
  });
  if (complete.length < FEWEST_FOR_A_MEDIAN) return null;
  const total = aggregateOf(
    complete.map((one) => one.total),
    'median',
  );
  return {
    counties: complete.length,
    total: printRounded(total, method.scoreDecimals ?? DEFAULT_SCORE_DECIMALS),
    dimensions: dimensionsOf(method).map(({ id }, place) => {
      const shares = complete.flatMap(({ dimensions }) => {
        const found = dimensions[place];
        const share = found ? exactShare(found) : null;
        return share ? [share] : [];
      });
      const share = shares.length < FEWEST_FOR_A_MEDIAN ? null : aggregateOf(shares, 'median');
      return { id, share: share && printRounded(share, 2) };
    }),
  };
}
