import type { LeafSource } from '../../scoring/explaining/explanation-step';
import type { IndicatorValue } from '../../scoring/method';
import type { MetricResult } from '../metric';

/** What one leaf is scored on, and where it came from. */
export interface LeafValues {
  readonly value: IndicatorValue;
  readonly source: LeafSource;
  /** The metric behind a leaf that is computed from facts. */
  readonly metric?: MetricResult;
}

export const MISSING: IndicatorValue = { state: 'missing' };
