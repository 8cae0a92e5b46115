import { bilingual } from '../../bilingual';
import { exactSumOf } from '../../scoring/numbers/exact-sum';
import { DEFAULT_GRADE_BOUNDARIES, GRADES, gradeOf, type Grade } from '../../scoring/grade';
import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  printRounded,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '../../numbers/rational';
import type { AllocationQuestion } from '../evidence/allocation-input';
import { printFigure } from '../explaining/print-figure';
import { shareOf, shareStages } from '../shares';
import type { ProposalWarning } from './allocation-proposal';
import { postsSplit } from './posts-split';

const HUNDREDTH = rational(1, 100);

/** A grade's edge within one point of a score: its distance, and the grade beyond it. */
interface NearEdge {
  readonly distance: Rational;
  readonly beyond: Grade;
  readonly rises: boolean;
}

/** Scores move in hundredths of a point: a score that stands on the edge itself falls out of its grade by one of them. */
function nearEdges(score: Rational): readonly NearEdge[] {
  const own = GRADES.indexOf(gradeOf(score));
  const edges: NearEdge[] = [];
  const above = own > 0 ? lowestOf(GRADES[own - 1]) : null;
  const below = lowestOf(GRADES[own]);
  if (above && compare(subtract(above, score), ONE) <= 0) {
    edges.push({ distance: subtract(above, score), beyond: GRADES[own - 1] ?? 'excellent', rises: true });
  }
  const fall = below && add(subtract(score, below), HUNDREDTH);
  if (fall && compare(fall, ONE) <= 0) {
    edges.push({ distance: fall, beyond: GRADES[own + 1] ?? 'poor', rises: false });
  }
  return edges;
}

const lowestOf = (grade: Grade | undefined): Rational | null =>
  grade === undefined || grade === 'poor' ? null : DEFAULT_GRADE_BOUNDARIES[grade];

/**
 * The cliffs of 按等级取系数: for each county within one point of a grade's edge, how far it is, what its coefficient would
 * become and how many posts that is worth, all else equal, before bounds and rounding. Empty in other modes, and where
 * both grades have one coefficient.
 * Example: 89.6 points with 1.1 from 90 on and 1 below, of 25 of 150 posts: 0.4 points are worth 25 × 1.1 × 150 ÷ 152.5 −
 * 25 = 2.0 posts.
 */
export function gradeCliffs({ input }: AllocationQuestion): readonly ProposalWarning[] {
  const { performance } = input.policy;
  if (performance.mode !== 'gradeCoefficient') return [];
  const { coefficients } = performance;
  const { factors } = shareStages(input);
  const weights = input.units.map(({ score }, unit) =>
    multiply(shareOf(factors, unit), coefficients[gradeOf(score ?? ZERO)]),
  );
  const sum = exactSumOf(weights);
  return input.units.flatMap(({ id, score = ZERO }, unit) =>
    nearEdges(score).flatMap(({ distance, beyond, rises }) => {
      const [now, then] = [coefficients[gradeOf(score)], coefficients[beyond]];
      if (compare(now, then) === 0) return [];
      const own = multiply(shareOf(factors, unit), then);
      const others = subtract(sum, weights[unit] ?? ZERO);
      const all = add(others, own);
      if (all.numerator === 0n) return [];
      const worth = postsSplit(subtract(divide(own, all), divide(weights[unit] ?? ZERO, sum)), input);
      const size = printRounded(worth.numerator < 0n ? subtract(ZERO, worth) : worth, 1);
      const [points, from, to] = [distance, now, then].map(printFigure);
      return [
        {
          kind: 'gradeCliff' as const,
          county: id,
          text: rises
            ? bilingual(
                `差 ${points} 分跨入上一等级，系数由 ${from} 变为 ${to}，约合 ${size} 个名额（未计上下限和取整）`,
                `${points} points below the next grade: the coefficient would go from ${from} to ${to}, about ${size} posts before bounds and rounding`,
              )
            : bilingual(
                `再低 ${points} 分落入下一等级，系数由 ${from} 变为 ${to}，约合 ${size} 个名额（未计上下限和取整）`,
                `${points} points above the grade below: the coefficient would go from ${from} to ${to}, about ${size} posts before bounds and rounding`,
              ),
        },
      ];
    }),
  );
}
