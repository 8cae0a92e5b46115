import { compare, rational } from '../numbers/rational';
import type { Rational } from '../numbers/rational';

/** 等级 优良中差. */
export type Grade = 'excellent' | 'good' | 'fair' | 'poor';

/** From the highest to the lowest. */
export const GRADES: readonly Grade[] = ['excellent', 'good', 'fair', 'poor'];

export const GRADE_WORDS: Readonly<Record<Grade, { readonly zh: string; readonly en: string }>> = {
  excellent: { zh: '优', en: 'excellent' },
  good: { zh: '良', en: 'good' },
  fair: { zh: '中', en: 'fair' },
  poor: { zh: '差', en: 'poor' },
};

/** The lowest percent of full marks at which each grade begins. */
export interface GradeBoundaries {
  readonly excellent: Rational;
  readonly good: Rational;
  readonly fair: Rational;
}

/** 优 [90,100], 良 [80,90), 中 [60,80), 差 [0,60) (rules.md section 4); a setting of the method elsewhere. */
export const DEFAULT_GRADE_BOUNDARIES: GradeBoundaries = {
  excellent: rational(90),
  good: rational(80),
  fair: rational(60),
};

/**
 * The grade of a total, given as a percent of full marks (total as printed × 100 ÷ full marks).
 * The intervals are half-open: exactly 90 is excellent, 89.99 is good. Nothing is rounded here, so the caller passes
 * the total as printed. Example: 97.24 of 100 marks is excellent, 80.99 of 90 marks is 89.99 percent, hence good.
 */
export function gradeOf(percent: Rational, boundaries: GradeBoundaries = DEFAULT_GRADE_BOUNDARIES): Grade {
  if (compare(percent, boundaries.excellent) >= 0) return 'excellent';
  if (compare(percent, boundaries.good) >= 0) return 'good';
  return compare(percent, boundaries.fair) >= 0 ? 'fair' : 'poor';
}
