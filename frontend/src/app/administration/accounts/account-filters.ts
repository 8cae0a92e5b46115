import type { ParamMap } from '@angular/router';
import { accountRoles } from './account-roles';
import type { CallOptions } from '../../api/client';

/** Which accounts are listed; the keys are those of the address and of the request. */
export type AccountQuery = CallOptions<'listAccounts'>['query'];

const STATES = ['active', 'pending', 'disabled'] as const;

/** The conditions in an address; what it cannot mean is left out, so that a misspelt address still shows a list. */
export function readAccountQuery(query: ParamMap): AccountQuery {
  const role = accountRoles.find((one) => one === query.get('role'));
  const state = STATES.find((one) => one === query.get('state'));
  const place = query.get('place');
  const search = query.get('search');
  const page = Number(query.get('page') ?? 1);
  return {
    ...(search ? { search: search.slice(0, 50) } : {}),
    ...(role ? { role } : {}),
    ...(place ? { place: place.slice(0, 50) } : {}),
    ...(state ? { state } : {}),
    ...(Number.isInteger(page) && page > 1 && page <= 10_000 ? { page } : {}),
  };
}

/** Whether any condition stands; the number of the page is none. */
export const hasConditions = ({ page: _, ...conditions }: AccountQuery): boolean =>
  Object.keys(conditions).length > 0;
