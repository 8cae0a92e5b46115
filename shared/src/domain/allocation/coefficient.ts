import {
  add,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  subtract,
  type Rational,
} from '../numbers/rational';
import { gradeOf } from '../scoring/grade';
import type { PerformancePolicy } from './allocation';

export type CoefficientPolicy = Exclude<PerformancePolicy, { readonly mode: 'none' | 'add' }>;

/**
 * The performance coefficient that multiplies a unit's workload share, exactly.
 * gradeCoefficient: that of the grade of the score. continuous: the straight line between the two points, and
 * beyond them the coefficient of the nearer point. It never falls as the score rises.
 * Example: from (60, 0.90) to (100, 1.10) a score of 92 gives 0.90 + 32/40 × 0.20 = 1.06.
 */
export function coefficientOf(score: Rational, policy: CoefficientPolicy): Rational {
  if (policy.mode === 'gradeCoefficient') return policy.coefficients[gradeOf(score)];
  const { from, to } = policy;
  if (compare(score, from.score) <= 0) return from.coefficient;
  if (compare(score, to.score) >= 0) return to.coefficient;
  const way = divide(subtract(score, from.score), subtract(to.score, from.score));
  const line = add(from.coefficient, multiply(way, subtract(to.coefficient, from.coefficient)));
  return minimum(maximum(line, from.coefficient), to.coefficient);
}
