import type { Role } from '@yuheng/shared/contract/roles';
import type { AccountRoleEntity } from '../identity/accounts/account-role.entity';
import type { AccountEntity } from '../identity/accounts/account.entity';
import type { DemonstrationCounty } from './demonstration-county';
import type { CredentialEntity } from '../identity/passwords/credential.entity';
import { DEMONSTRATION_DAY } from './demonstration-day';
import { nameBasedUuid } from './name-based-uuid';

export interface DemonstrationAccounts {
  readonly accounts: AccountEntity[];
  readonly credentials: CredentialEntity[];
  readonly roles: AccountRoleEntity[];
}

interface Person {
  readonly username: string;
  readonly role: Role;
  /** Without the name of a place, which stands beside it on the page and may be an anonymous one. */
  readonly name: string;
  readonly placeId: string;
}

const CITY_PEOPLE: readonly (readonly [username: string, role: Role, name: string])[] = [
  ['leader', 'leader', '演示·局领导'],
  ['officer-1', 'programOfficer', '演示·业务科经办一'],
  ['officer-2', 'programOfficer', '演示·业务科经办二'],
  ['inspector', 'inspector', '演示·督查人员一'],
  ['inspector-2', 'inspector', '演示·督查人员二'],
  ['finance', 'finance', '演示·市财政经办人'],
  ['lead-evaluator', 'leadEvaluator', '演示·主评人'],
  ['evaluator-1', 'evaluator', '演示·评价人员一'],
  ['evaluator-2', 'evaluator', '演示·评价人员二'],
  ['evaluator-3', 'evaluator', '演示·评价人员三'],
  ['system-admin', 'systemAdministrator', '演示·系统管理员'],
  ['security-admin', 'securityAdministrator', '演示·安全管理员'],
  ['audit-admin', 'auditAdministrator', '演示·审计管理员'],
];

const countyPeople = ({ id, firstOffice }: DemonstrationCounty): Person[] => [
  { username: `county-${id}`, role: 'countyOfficer', name: '演示·县级经办人', placeId: id },
  { username: `county-${id}-approver`, role: 'countyApprover', name: '演示·县级审核人', placeId: id },
  { username: `county-${id}-finance`, role: 'countyFinance', name: '演示·县级财政经办人', placeId: id },
  { username: `office-${id}-1`, role: 'justiceOffice', name: '演示·司法所经办人', placeId: firstOffice },
];

/** The day of the demonstration: the accounts are as old as its figures. */
const MADE_AT = new Date(`${DEMONSTRATION_DAY}T00:00:00Z`);

/** Nobody entered them and nobody had to approve them: they come with the demonstration. */
const NEVER_ENTERED = {
  disabledAt: null,
  disabledReason: null,
  version: 1,
  createdAt: MADE_AT,
  enteredBy: null,
  approvedAt: MADE_AT,
  approvedBy: null,
  openIdSubject: null,
} as const;

/** The same in every installation. */
export const accountIdOf = (username: string): string => nameBasedUuid(`account/${username}`);

/** Of somebody of the city; the user name itself for anybody else. */
export const demonstrationNameOf = (username: string): string =>
  CITY_PEOPLE.find(([one]) => one === username)?.[2] ?? username;

/** The accounts of architecture.md section 9, one role each, with ids that are the same in every installation. */
export function demonstrationAccounts(
  cityId: string,
  counties: readonly DemonstrationCounty[],
  passwordHash: string,
): DemonstrationAccounts {
  const people: Person[] = [
    ...CITY_PEOPLE.map(([username, role, name]) => ({ username, role, name, placeId: cityId })),
    ...counties.flatMap(countyPeople),
  ];
  return {
    accounts: people.map(({ username, name, placeId }) => ({
      accountId: accountIdOf(username),
      username,
      name,
      placeId,
      demonstration: true,
      ...NEVER_ENTERED,
    })),
    credentials: people.map(({ username }) => ({
      accountId: accountIdOf(username),
      passwordHash,
      changedAt: MADE_AT,
      mustChange: false,
    })),
    roles: people.map(({ username, role }) => ({ accountId: accountIdOf(username), role })),
  };
}
