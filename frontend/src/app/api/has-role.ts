import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import type { Role } from '@yuheng/shared/contract/roles';
import { Session } from './session';

/** Whether an account has one of the roles; nobody signed in has none. */
export const holds = (
  account: { readonly roles: readonly Role[] } | null,
  ...roles: readonly Role[]
): boolean => (account?.roles ?? []).some((one) => roles.includes(one));

/** Matches for accounts with one of the roles; who has none of them is led to the route behind, which says so. */
export const hasRole = (...roles: readonly Role[]): CanMatchFn => {
  return async () => {
    const session = inject(Session);
    try {
      await session.load();
    } catch {
      // The server does not answer: the guard of the frame leads to the sign-in page, which says so.
    }
    return holds(session.account(), ...roles);
  };
};
