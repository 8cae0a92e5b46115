import { parseDecimal } from '../../numbers/rational';
import { printNumber } from '../../scoring/numbers/numeral';
import { canonicalJson, type CanonicalValue } from '../../canonical-json';
import { compareCodePoints } from '../code-point-order';
import { FACTOR_IDS, type AllocationSettings, type PerformanceSettings } from './allocation-settings';

/** "0.90" and "0.9" are one; a text that is no decimal stays as it was written. */
function plain(text: string): string {
  const read = parseDecimal(text);
  return read === null ? text : printNumber(read);
}

/**
 * The one form of all settings that mean the same: decimals without needless zeros, factors in their stated order and
 * without those of weight 0, stated bounds by county. Two settings are the same where the canonical JSON of these is
 * (`sameSettings`); hashes that recognise duplicates are taken of it. Weights 2 : 2 and 1 : 1 stay apart, because they
 * were published differently.
 * Example: factors [{supervised, "0.50"}, {lastPosts, "1.0"}] become [{lastPosts, "1"}, {supervised, "0.5"}].
 */
export const canonicalSettings = (settings: AllocationSettings): AllocationSettings => ({
  factors: settings.factors
    .map(({ id, weight }) => ({ id, weight: plain(weight) }))
    .filter(({ weight }) => weight !== '0')
    .sort((a, b) => FACTOR_IDS.indexOf(a.id) - FACTOR_IDS.indexOf(b.id)),
  performance: canonicalPerformance(settings.performance),
  indicators: settings.indicators,
  window: { years: settings.window.years, lastMonth: settings.window.lastMonth },
  movablePosts: settings.movablePosts,
  floor: settings.floor,
  bounds: settings.bounds
    .map(({ county, floor, cap }) => ({
      county,
      ...(floor === undefined ? {} : { floor }),
      ...(cap === undefined ? {} : { cap }),
    }))
    .sort((a, b) => compareCodePoints(a.county, b.county)),
  maximumChange: canonicalChange(settings.maximumChange),
  phaseIn: settings.phaseIn && { firstYear: settings.phaseIn.firstYear, years: settings.phaseIn.years },
  firmness: {
    gate: settings.firmness.gate,
    threshold: plain(settings.firmness.threshold),
    scoreError: plain(settings.firmness.scoreError),
    weightUncertainty: plain(settings.firmness.weightUncertainty),
    runs: settings.firmness.runs,
    seed: settings.firmness.seed,
  },
  advancePercent: plain(settings.advancePercent),
  contractYearStart: settings.contractYearStart,
  method: settings.method,
});

/** Whether two settings mean the same. */
export const sameSettings = (one: AllocationSettings, other: AllocationSettings): boolean =>
  settingsText(one) === settingsText(other);

/** The canonical JSON of the canonical settings: what is hashed. */
export const settingsText = (settings: AllocationSettings): string =>
  canonicalJson(canonicalSettings(settings) as unknown as CanonicalValue);

function canonicalPerformance(performance: PerformanceSettings): PerformanceSettings {
  switch (performance.mode) {
    case 'none':
      return { mode: 'none' };
    case 'continuous': {
      const { from, to } = performance;
      return {
        mode: 'continuous',
        from: { score: plain(from.score), coefficient: plain(from.coefficient) },
        to: { score: plain(to.score), coefficient: plain(to.coefficient) },
      };
    }
    case 'gradeCoefficient': {
      const { excellent, good, fair, poor } = performance.coefficients;
      return {
        mode: 'gradeCoefficient',
        coefficients: {
          excellent: plain(excellent),
          good: plain(good),
          fair: plain(fair),
          poor: plain(poor),
        },
      };
    }
    case 'add':
      return { mode: 'add', weight: plain(performance.weight) };
  }
}

function canonicalChange(change: AllocationSettings['maximumChange']): AllocationSettings['maximumChange'] {
  if (change === null) return null;
  return 'parts' in change ? { parts: change.parts } : { ratio: plain(change.ratio) };
}
