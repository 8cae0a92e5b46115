import type { Bilingual } from '../../bilingual';
import { canonicalJson, type CanonicalValue } from '../../canonical-json';
import { compareCodePoints } from '../code-point-order';
import type { AllocationSettings } from './allocation-settings';
import { canonicalSettings } from './canonical-settings';
import { boundsInWords, SETTING_IDS, settingInWords } from './settings-in-words';

/** One setting that differs. `setting` is one of `SETTING_IDS`, or `bounds/` with the id of a county. */
export interface SettingsChange {
  readonly setting: string;
  readonly before: Bilingual;
  readonly after: Bilingual;
}

/**
 * What differs between two policies, in the order in which settings are told; the stated bounds county by county, by id.
 * Empty where they mean the same, however they were written. Its sentences name no county: whoever prints them does.
 * Example: maximumChange from 增减不超过1个名额 to 增减不超过2个名额.
 */
export function settingsChanges(
  before: AllocationSettings,
  after: AllocationSettings,
): readonly SettingsChange[] {
  const [was, is] = [canonicalSettings(before), canonicalSettings(after)];
  return SETTING_IDS.flatMap((setting) => {
    if (setting === 'bounds') return boundChanges(was, is);
    if (textOf(was[setting]) === textOf(is[setting])) return [];
    return [{ setting, before: settingInWords(setting, was), after: settingInWords(setting, is) }];
  });
}

const textOf = (value: unknown): string => canonicalJson(value as CanonicalValue);

function boundChanges(was: AllocationSettings, is: AllocationSettings): readonly SettingsChange[] {
  const [old, now] = [was, is].map(({ bounds }) => new Map(bounds.map((one) => [one.county, one])));
  const counties = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort(compareCodePoints);
  return counties.flatMap((county) => {
    const [before, after] = [boundsInWords(old?.get(county)), boundsInWords(now?.get(county))];
    return before.zh === after.zh ? [] : [{ setting: `bounds/${county}`, before, after }];
  });
}
