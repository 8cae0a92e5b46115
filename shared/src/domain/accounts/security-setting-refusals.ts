import { refusal, type Refusal } from '../refusal';

/** How long too many wrong passwords close a sign-in: the first time, and at most. */
export interface LockTimes {
  readonly lockMinutes: number;
  readonly lockMaxMinutes: number;
}

/**
 * The settings that have to fit one another. The wait after too many wrong passwords doubles from the first one up to
 * the longest, so that the first is never longer than the longest.
 */
export function securitySettingRefusals({ lockMinutes, lockMaxMinutes }: LockTimes): readonly Refusal[] {
  if (lockMinutes <= lockMaxMinutes) return [];
  return [
    refusal(
      '/settings/lockMaxMinutes',
      `最长锁定时间（${lockMaxMinutes}分钟）不得短于首次锁定时间（${lockMinutes}分钟），请改正。`,
      `The longest lock (${lockMaxMinutes} minutes) must not be shorter than the first one (${lockMinutes} minutes): correct it.`,
    ),
  ];
}
