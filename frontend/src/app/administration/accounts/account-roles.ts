import type { Role } from '@yuheng/shared/contract/roles';
import { exclusionRefusals } from '@yuheng/shared/domain/accounts/role-exclusions';
import { fitsPlace, ROLE_OFFICES, type PlaceKind } from '@yuheng/shared/domain/accounts/role-places';

/** Every role, in the order of the contract. */
export const accountRoles = Object.keys(ROLE_OFFICES) as readonly Role[];

/** The roles as a form offers them: by where their holders sit, and the administrators apart. */
export const ROLE_GROUPS = [
  ['city', ['leader', 'programOfficer', 'inspector', 'finance']],
  ['county', ['countyOfficer', 'countyApprover', 'countyFinance', 'justiceOffice']],
  ['evaluators', ['leadEvaluator', 'evaluator']],
  ['administrators', ['systemAdministrator', 'securityAdministrator', 'auditAdministrator']],
] as const satisfies readonly (readonly [string, readonly Role[]])[];

/** Whether all of the roles may be held at a place of that kind. */
export const allFit = (roles: readonly Role[], kind: PlaceKind): boolean =>
  roles.every((role) => fitsPlace(role, kind));

/**
 * What never goes together, whatever the settings: which administrators have to be different people is a setting, and
 * the server says so when the account is stored.
 */
export const exclusions = (roles: readonly Role[]): ReturnType<typeof exclusionRefusals> =>
  exclusionRefusals(roles, { separateAudit: false, separateSecurity: false });
