import { FormControl, FormGroup } from '@angular/forms';
import type { Role } from '@yuheng/shared/contract/roles';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import { securitySettingRefusals } from '@yuheng/shared/domain/accounts/security-setting-refusals';
import { BOUNDS, readSetting, type NumberSetting, type SwitchSetting } from './setting-groups';

const NUMBERS = Object.keys(BOUNDS) as NumberSetting[];
const SWITCHES = ['secondFactorForApprovals', 'separateAudit', 'separateSecurity'] as const;

/** Names with a value each, made from their list. */
const each = <Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;

/** The settings as they are typed: numbers as text, so that what is wrong stays to be corrected. */
export const settingsForm = () =>
  new FormGroup({
    numbers: new FormGroup<Record<NumberSetting, FormControl<string>>>(
      each(
        NUMBERS,
        (key) =>
          new FormControl('', {
            nonNullable: true,
            validators: ({ value }) => (readSetting(key, String(value)) === null ? { bounds: true } : null),
          }),
      ),
    ),
    switches: new FormGroup<Record<SwitchSetting, FormControl<boolean>>>(
      each(SWITCHES, () => new FormControl(false, { nonNullable: true })),
    ),
    secondFactorRoles: new FormControl<readonly Role[]>([], { nonNullable: true }),
  });
export type SettingsForm = ReturnType<typeof settingsForm>;

export function fill(form: SettingsForm, settings: SecuritySettings): void {
  form.setValue({
    numbers: each(NUMBERS, (key) => String(settings[key])),
    switches: each(SWITCHES, (key) => settings[key]),
    secondFactorRoles: settings.secondFactorRoles,
  });
}

/** What stands in the form, roles in their official order; null while a number is none or out of its bounds. */
export function typedSettings(form: SettingsForm): SecuritySettings | null {
  if (form.invalid) return null;
  const { numbers, switches, secondFactorRoles } = form.getRawValue();
  return {
    ...each(NUMBERS, (key) => Number(numbers[key])),
    ...switches,
    secondFactorRoles: [...secondFactorRoles],
  };
}

/** Numbers that do not go together. */
export const clashing = (settings: SecuritySettings | null): boolean =>
  settings !== null && securitySettingRefusals(settings).length > 0;
