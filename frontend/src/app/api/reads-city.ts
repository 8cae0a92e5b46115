import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import { Session } from './session';

/** Matches for roles that read the whole city; who may not is led to the route behind, which says so. */
export const readsCity: CanMatchFn = async () => {
  const session = inject(Session);
  try {
    await session.load();
  } catch {
    // The server does not answer: the guard of the frame leads to the sign-in page, which says so.
  }
  return session.readsCity();
};
