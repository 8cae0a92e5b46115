import type { PerformancePolicy, ScorePoint } from '../allocation/allocation';
import {
  ceilingOf,
  compare,
  floorOf,
  multiply,
  rational,
  subtract,
  type Rational,
} from '../numbers/rational';
import { DEFAULT_GRADE_BOUNDARIES } from '../scoring/grade';

/** Scores are tried in hundredths of a point, the unit in which totals are printed. */
export const STEPS_PER_POINT = 100;

const HIGHEST = rational(100);
const LOWEST = rational(0);

const inSteps = (points: Rational): Rational => multiply(points, rational(STEPS_PER_POINT));
/** The fewest steps that reach a distance, and the fewest that pass it; 1 at the least. */
const reaching = (distance: Rational): number => Math.max(1, Number(ceilingOf(inSteps(distance))));
const passing = (distance: Rational): number => Math.max(1, Number(floorOf(inSteps(distance))) + 1);

/**
 * How many hundredths of a point a score must rise (fall) to be worth trying, ascending: every step at which the
 * coefficient or the share of the scores may change, and none at which it cannot, because it is flat there.
 * Empty where the policy does not look at scores, or the score stands at its end already.
 */
export function stepsToTry(
  score: Rational,
  performance: PerformancePolicy,
  rising: boolean,
): readonly number[] {
  switch (performance.mode) {
    case 'none':
      return [];
    case 'gradeCoefficient':
      return gradeSteps(score, rising);
    case 'continuous':
      return onTheLine(score, performance, rising);
    case 'add':
      return upTo(1, roomOf(score, rising));
  }
}

/** Whole steps between the score and the end of the scale. */
const roomOf = (score: Rational, rising: boolean): number =>
  Number(floorOf(inSteps(rising ? subtract(HIGHEST, score) : subtract(score, LOWEST))));

const upTo = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);

function gradeSteps(score: Rational, rising: boolean): readonly number[] {
  const room = roomOf(score, rising);
  return Object.values(DEFAULT_GRADE_BOUNDARIES)
    .flatMap((edge: Rational) => {
      const above = compare(score, edge) >= 0;
      if (above === rising) return [];
      return [rising ? reaching(subtract(edge, score)) : passing(subtract(score, edge))];
    })
    .filter((steps) => steps <= room)
    .sort((a, b) => a - b);
}

/** On the straight line between the two points of a continuous coefficient; beyond them it stays as it is. */
function onTheLine(
  score: Rational,
  { from, to }: { readonly from: ScorePoint; readonly to: ScorePoint },
  rising: boolean,
): readonly number[] {
  const [start, end] = rising ? [from.score, to.score] : [to.score, from.score];
  const distance = (edge: Rational) => (rising ? subtract(edge, score) : subtract(score, edge));
  const beforeLine = distance(start).numerator > 0n;
  if (distance(end).numerator <= 0n) return [];
  const first = beforeLine ? passing(distance(start)) : 1;
  return upTo(first, Math.min(reaching(distance(end)), roomOf(score, rising)));
}
