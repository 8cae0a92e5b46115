import type { CanMatchFn, Routes } from '@angular/router';
import { ROLE_GUIDES } from './roles/role-guides';

/** An address with a role that does not exist leads nowhere, and says so. */
const isRole: CanMatchFn = (_, segments) => ROLE_GUIDES.some(({ role }) => role === segments[0]?.path);

export const HELP_ROUTES: Routes = [
  { path: '', pathMatch: 'full', loadComponent: async () => (await import('./help-page')).HelpPage },
  { path: 'terms', loadComponent: async () => (await import('./terms/terms-page')).TermsPage },
  {
    path: ':role',
    canMatch: [isRole],
    loadComponent: async () => (await import('./help-page')).HelpPage,
  },
];
