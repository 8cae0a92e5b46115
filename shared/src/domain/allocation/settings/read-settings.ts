import type { PerformancePolicy } from '../allocation';
import { parseDecimal, type Rational } from '../../numbers/rational';
import type { FirmnessSettings } from '../../simulation/allocate-where-firm';
import type {
  AllocationSettings,
  DecimalText,
  PerformanceSettings,
  SettingsPoint,
} from './allocation-settings';

/** A decimal of settings or evidence that passed their checks. @throws RangeError for a text that is no decimal. */
export function requiredDecimal(text: DecimalText): Rational {
  const read = parseDecimal(text);
  if (read === null) throw new RangeError(`"${text}" is not a decimal.`);
  return read;
}

const pointOf = ({ score, coefficient }: SettingsPoint) => ({
  score: requiredDecimal(score),
  coefficient: requiredDecimal(coefficient),
});

/** The performance part as the engine computes with it. @throws RangeError for a text that is no decimal. */
export function readPerformance(performance: PerformanceSettings): PerformancePolicy {
  switch (performance.mode) {
    case 'none':
      return performance;
    case 'continuous':
      return { mode: 'continuous', from: pointOf(performance.from), to: pointOf(performance.to) };
    case 'gradeCoefficient': {
      const { excellent, good, fair, poor } = performance.coefficients;
      return {
        mode: 'gradeCoefficient',
        coefficients: {
          excellent: requiredDecimal(excellent),
          good: requiredDecimal(good),
          fair: requiredDecimal(fair),
          poor: requiredDecimal(poor),
        },
      };
    }
    case 'add':
      return { mode: 'add', weight: requiredDecimal(performance.weight) };
  }
}

/** 有把握才调整 as the engine computes with it. @throws RangeError for a text that is no decimal. */
export const readFirmness = ({ firmness }: AllocationSettings): FirmnessSettings => ({
  seed: firmness.seed,
  runs: firmness.runs,
  scoreError: requiredDecimal(firmness.scoreError),
  weightUncertainty: requiredDecimal(firmness.weightUncertainty),
  threshold: requiredDecimal(firmness.threshold),
});
