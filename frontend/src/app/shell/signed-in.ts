import { inject } from '@angular/core';
import { Router, type CanActivateFn } from '@angular/router';
import { Session } from '../api/session';

/** Pages of figures need an account; who has none signs in first and comes back to the page that was asked for. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  try {
    await session.load();
  } catch {
    // The server does not answer: the sign-in page says so and offers to try again.
  }
  return session.account()
    ? true
    : router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } });
};
