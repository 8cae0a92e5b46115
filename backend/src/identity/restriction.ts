import type { Restriction } from '@yuheng/shared/contract/account';
import type { Role } from '@yuheng/shared/contract/roles';
import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';

/** What decides whether a session is free. */
export interface Standing {
  readonly demonstration: boolean;
  readonly roles: readonly Role[];
  readonly mustChange: boolean;
  readonly passwordChangedAt: Date;
  readonly method: 'password' | 'openId';
  readonly secondFactorEnrolled: boolean;
  readonly secondFactorAt: Date | null;
}

const DAY_MS = 24 * 60 * 60_000;

/** When the password of an account is too old; null where passwords do not age. */
export const passwordExpiresAt = (
  changedAt: Date,
  { passwordMaxAgeDays }: Pick<SecuritySettings, 'passwordMaxAgeDays'>,
): Date | null =>
  passwordMaxAgeDays === 0 ? null : new Date(changedAt.getTime() + passwordMaxAgeDays * DAY_MS);

export const secondFactorRequired = (
  { demonstration, roles }: Pick<Standing, 'demonstration' | 'roles'>,
  { secondFactorRoles }: Pick<SecuritySettings, 'secondFactorRoles'>,
): boolean => !demonstration && roles.some((one) => secondFactorRoles.includes(one));

/**
 * What a session has to do before it reaches anything else, the second factor before the password: who holds a stolen
 * password alone must not be the one to change it. Demonstration accounts are exempt from all of it.
 */
export function restrictionOf(standing: Standing, settings: SecuritySettings, now: Date): Restriction | null {
  if (standing.demonstration) return null;
  const { secondFactorEnrolled, secondFactorAt, method } = standing;
  if (secondFactorEnrolled && !secondFactorAt) return 'second-factor';
  const expires = passwordExpiresAt(standing.passwordChangedAt, settings);
  const tooOld = method === 'password' && expires !== null && expires <= now;
  if (method === 'password' && (standing.mustChange || tooOld)) return 'password-change';
  // A provider that asked for a second factor itself has given one, though none is enrolled here.
  const lacking = !secondFactorEnrolled && !secondFactorAt;
  return lacking && secondFactorRequired(standing, settings) ? 'second-factor-enrolment' : null;
}
