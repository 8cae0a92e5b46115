import type { AdministeredAccount } from '@yuheng/shared/contract/accounts';
import type { Account } from '@yuheng/shared/contract/session';
import { holds } from '../../api/has-role';
import { stateOf } from './account-state-mark';

/** What is done to an account in one step, each after a question. */
export type AccountAct =
  'approve' | 'unlock' | 'resetPassword' | 'resetSecondFactor' | 'disclosePhone' | 'disable';

/** What has a page of its own. */
export type AccountPage = 'change' | 'hand-over';

const ADMINISTRATORS = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;

export const isOwn = (account: AdministeredAccount, reader: Account | null): boolean =>
  account.username === reader?.username;

/** The acts that the server would not refuse out of hand; what depends on more is offered, and refused with its reason. */
export function actsOn(account: AdministeredAccount, reader: Account | null, now: number): AccountAct[] {
  const state = stateOf(account, now);
  if (state === 'disabled') return [];
  const manages = holds(reader, 'systemAdministrator');
  const changeable = manages && !account.demonstration && !isOwn(account, reader);
  const offered: readonly (readonly [AccountAct, boolean])[] = [
    [
      'approve',
      holds(reader, 'securityAdministrator') &&
        account.state === 'pending' &&
        account.enteredBy !== reader?.username,
    ],
    ['unlock', manages && state === 'locked'],
    ['resetPassword', changeable],
    ['resetSecondFactor', changeable && account.secondFactor],
    ['disclosePhone', manages && account.phone !== null],
    ['disable', changeable],
  ];
  return offered.filter(([, allowed]) => allowed).map(([act]) => act);
}

/** The pages that lead on from an account: its form, and handing a clerk's work over. */
export function pagesOf(account: AdministeredAccount, reader: Account | null): AccountPage[] {
  if (!holds(reader, 'systemAdministrator') || account.state === 'disabled' || account.demonstration)
    return [];
  return canBeHandedOver(account, reader) ? ['change', 'hand-over'] : ['change'];
}

/** A clerk's account that is in use; administrators have no business that could be pending. */
export const canBeHandedOver = (account: AdministeredAccount, reader: Account | null): boolean =>
  account.state === 'active' &&
  !account.demonstration &&
  !isOwn(account, reader) &&
  !holds(account, ...ADMINISTRATORS);
