import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';

type Keys<Value> = {
  [Key in keyof SecuritySettings]: SecuritySettings[Key] extends Value ? Key : never;
}[keyof SecuritySettings];
export type NumberSetting = Keys<number>;
export type SwitchSetting = Keys<boolean>;

/** Least and greatest value, as the contract has them (a test holds this table to it). */
export const BOUNDS: Readonly<Record<NumberSetting, readonly [least: number, most: number]>> = {
  passwordLength: [8, 64],
  passwordClasses: [1, 4],
  passwordHistory: [0, 24],
  passwordMaxAgeDays: [0, 730],
  lockAfter: [3, 10],
  lockMinutes: [1, 60],
  lockMaxMinutes: [1, 1440],
  idleMinutes: [5, 480],
  lifetimeHours: [1, 24],
  retentionMonths: [6, 120],
  tokenMaxDays: [1, 366],
};

/** The settings by what they are about, each group with its numbers and its switches. */
export const SETTING_GROUPS: readonly {
  readonly id: string;
  readonly numbers: readonly NumberSetting[];
  readonly switches: readonly SwitchSetting[];
  /** The roles that sign in with a second factor stand in this group. */
  readonly roles?: true;
}[] = [
  {
    id: 'password',
    numbers: ['passwordLength', 'passwordClasses', 'passwordHistory', 'passwordMaxAgeDays'],
    switches: [],
  },
  { id: 'lock', numbers: ['lockAfter', 'lockMinutes', 'lockMaxMinutes'], switches: [] },
  { id: 'session', numbers: ['idleMinutes', 'lifetimeHours'], switches: [] },
  { id: 'secondFactor', numbers: [], switches: ['secondFactorForApprovals'], roles: true },
  { id: 'duties', numbers: [], switches: ['separateAudit', 'separateSecurity'] },
  { id: 'data', numbers: ['retentionMonths', 'tokenMaxDays'], switches: [] },
];

/** A number as it was typed: whole and within its bounds, or null. */
export function readSetting(key: NumberSetting, text: string): number | null {
  const [least, most] = BOUNDS[key];
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}
