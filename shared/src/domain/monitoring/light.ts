import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { compare, multiply, rational } from '../numbers/rational';
import type { Rational } from '../numbers/rational';

/** 正常 / 关注 / 预警 against the county's own target; `none` where nothing is due yet. Never a grade. */
export type Light = 'normal' | 'attention' | 'warning' | 'none';

export const LIGHT_WORDS: Readonly<Record<Light, Bilingual>> = {
  normal: bilingual('正常', 'normal'),
  attention: bilingual('关注', 'attention'),
  warning: bilingual('预警', 'warning'),
  none: bilingual('未到期', 'not due'),
};

/** What is watched every month, as shares of persons or items. */
export type WatchedRate = 'onPostRate' | 'wageTimeliness' | 'socialInsuranceCoverage' | 'inspectionAverage';

/** What a target may be issued for: the same, and findings rectified in time, which is counted over the year. */
export type TargetedRate = WatchedRate | 'rectificationTimeliness';

export interface LightSettings {
  /** A value under this share of its target is a warning. */
  readonly warningBelow: Rational;
  /** Targets in percent that count where none was issued to the county. */
  readonly targets: Readonly<Record<TargetedRate, Rational>>;
}

export const DEFAULT_LIGHT_SETTINGS: LightSettings = {
  warningBelow: rational(9, 10),
  targets: {
    onPostRate: rational(95),
    wageTimeliness: rational(100),
    socialInsuranceCoverage: rational(100),
    inspectionAverage: rational(100),
    rectificationTimeliness: rational(100),
  },
};

/** Why a light is not normal, in a sentence with the month it comes from. */
export interface LightReason {
  readonly light: 'attention' | 'warning';
  readonly text: Bilingual;
}

/** A value under 90 percent of its target warns, one under its target asks for attention (rules.md section 7). */
export function lightOfValue(percent: Rational, target: Rational, settings: LightSettings): Light {
  if (compare(percent, target) >= 0) return 'normal';
  return compare(percent, multiply(target, settings.warningBelow)) < 0 ? 'warning' : 'attention';
}

/** The light of several reasons: the worst of them; without one it is normal where anything is due, else none. */
export function lightOf(reasons: readonly LightReason[], due: boolean): Light {
  if (reasons.some((one) => one.light === 'warning')) return 'warning';
  if (reasons.length > 0) return 'attention';
  return due ? 'normal' : 'none';
}
