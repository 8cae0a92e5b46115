import type { Account } from '@yuheng/shared/contract/session';
import type { Role } from '@yuheng/shared/contract/roles';
import { holds } from '../api/has-role';

interface OwnPage {
  readonly id: 'accounts' | 'security' | 'audit' | 'evaluations' | 'methods';
  readonly path: string;
  readonly roles: readonly Role[];
}

/** Pages of those who see no business data, in the order of the navigation. */
const OWN_PAGES: readonly OwnPage[] = [
  {
    id: 'accounts',
    path: '/administration/accounts',
    roles: ['systemAdministrator', 'securityAdministrator'],
  },
  { id: 'audit', path: '/audit', roles: ['auditAdministrator'] },
  {
    id: 'security',
    path: '/administration/security',
    roles: ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
  },
  { id: 'evaluations', path: '/evaluations', roles: ['evaluator', 'leadEvaluator'] },
  { id: 'methods', path: '/methods', roles: ['evaluator', 'leadEvaluator'] },
];

/** What is offered to an account beside the pages of figures. */
export const ownPages = (account: Account | null): readonly OwnPage[] =>
  OWN_PAGES.filter(({ roles }) => holds(account, ...roles));

/** Where an account without pages of figures begins: the security administrator with the rules; null: it has no page. */
export const startOf = (account: Account | null): string | null => {
  const onlySecurity =
    holds(account, 'securityAdministrator') && !holds(account, 'systemAdministrator', 'auditAdministrator');
  return onlySecurity ? '/administration/security' : (ownPages(account)[0]?.path ?? null);
};
