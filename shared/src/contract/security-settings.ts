import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { role } from './roles';

/** What the security of a city's installation is set to; every bound keeps it above what 等保 level 2 asks for. */
export const securitySettings = z.strictObject({
  passwordLength: z.int().min(8).max(64),
  /** Of small letters, capitals, digits and other characters. */
  passwordClasses: z.int().min(1).max(4),
  passwordHistory: z.int().min(0).max(24),
  /** 0: a password does not age. */
  passwordMaxAgeDays: z.int().min(0).max(730),
  lockAfter: z.int().min(3).max(10),
  lockMinutes: z.int().min(1).max(60),
  lockMaxMinutes: z.int().min(1).max(1440),
  idleMinutes: z.int().min(5).max(480),
  lifetimeHours: z.int().min(1).max(24),
  /** Accounts with one of these roles sign in with a second factor. */
  secondFactorRoles: z.array(role),
  secondFactorForApprovals: z.boolean(),
  /** System and audit administrator are never the same account. */
  separateAudit: z.boolean(),
  /** New accounts, changed roles or places and every new way to sign in wait for the security administrator. */
  separateSecurity: z.boolean(),
  /** Personal data of a disabled account is erased after so long. */
  retentionMonths: z.int().min(6).max(120),
  tokenMaxDays: z.int().min(1).max(366),
});
export type SecuritySettings = z.infer<typeof securitySettings>;

export const DEFAULT_SECURITY_SETTINGS: SecuritySettings = {
  passwordLength: 12,
  passwordClasses: 3,
  passwordHistory: 5,
  passwordMaxAgeDays: 90,
  lockAfter: 5,
  lockMinutes: 1,
  lockMaxMinutes: 60,
  idleMinutes: 60,
  lifetimeHours: 12,
  secondFactorRoles: ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
  secondFactorForApprovals: true,
  separateAudit: true,
  separateSecurity: false,
  retentionMonths: 24,
  tokenMaxDays: 180,
};

const stored = z.object({ version: z.int(), settings: securitySettings });

export const securitySettingEndpoints = {
  readSecuritySettings: {
    method: 'GET',
    path: '/api/administration/security-settings',
    permission: 'securitySetting:read',
    summary: 'Rules of passwords, locks, sessions, second factor and separation of duties.',
    status: 200,
    response: stored,
    problems: ['invalid-request'],
  },
  changeSecuritySettings: {
    method: 'PUT',
    path: '/api/administration/security-settings',
    permission: 'securitySetting:change',
    summary:
      'Change the rules; `version` is the one that was read, so that nobody overwrites another’s change.',
    body: z.strictObject({
      version: z.int(),
      settings: securitySettings,
      reason: z.string().trim().min(1).max(500),
      code: z.string().max(40).optional(),
    }),
    act: 'securitySettings.change',
    status: 200,
    response: stored,
    problems: [
      'invalid-request',
      'second-factor-required',
      'conflict',
      'refused',
      'too-large',
      'unsupported-media-type',
      'too-many-requests',
    ],
  },
} as const satisfies Record<string, Endpoint>;
