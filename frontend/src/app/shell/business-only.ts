import { inject } from '@angular/core';
import { Router, type CanActivateChildFn } from '@angular/router';
import { Session } from '../api/session';

/** An account without a page of figures is led to the first page, which says so, whatever address it was given. */
export const businessOnly: CanActivateChildFn = () =>
  inject(Session).readsBusiness() ? true : inject(Router).createUrlTree(['/']);
