import type { CanActivateFn } from '@angular/router';
import { signedIn } from './signed-in';

/** A wall opens by the code of its link, which stands behind the #; without one by signing in. */
export const opensWall: CanActivateFn = (route, state) => (route.fragment ? true : signedIn(route, state));
