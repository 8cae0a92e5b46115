import type { Routes } from '@angular/router';
import { hasRole } from '../api/has-role';

const forbidden = {
  data: { text: 'shell.forbidden.administration' },
  loadComponent: async () => (await import('../shell/forbidden')).Forbidden,
};

/** Pages of the administrators. Each is followed by what it says to whom it is not for. */
export const ADMINISTRATION_ROUTES: Routes = [
  { path: '', pathMatch: 'full', redirectTo: 'accounts' },
  {
    path: 'accounts',
    canMatch: [hasRole('systemAdministrator', 'securityAdministrator')],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadComponent: async () => (await import('./accounts/accounts-page')).AccountsPage,
      },
      {
        path: 'new',
        canMatch: [hasRole('systemAdministrator')],
        loadComponent: async () => (await import('./accounts/new-account-page')).NewAccountPage,
      },
      { path: 'new', ...forbidden },
      {
        path: ':account',
        loadComponent: async () => (await import('./accounts/account-page')).AdministeredAccountPage,
      },
      {
        path: ':account/change',
        canMatch: [hasRole('systemAdministrator')],
        loadComponent: async () => (await import('./accounts/change-account-page')).ChangeAccountPage,
      },
      { path: ':account/change', ...forbidden },
      {
        path: ':account/hand-over',
        canMatch: [hasRole('systemAdministrator')],
        loadComponent: async () => (await import('./accounts/hand-over-page')).HandOverPage,
      },
      { path: ':account/hand-over', ...forbidden },
    ],
  },
  { path: 'accounts', children: [{ path: '**', ...forbidden }] },
  {
    path: 'years',
    canMatch: [hasRole('programOfficer')],
    loadComponent: async () => (await import('./years/years-page')).YearsPage,
  },
  {
    path: 'duty-rules',
    canMatch: [hasRole('programOfficer')],
    loadComponent: async () => (await import('./duty-rules/duty-rules-page')).DutyRulesPage,
  },
  { path: 'duty-rules', ...forbidden, data: { text: 'shell.forbidden.dutyRules' } },
  {
    path: 'holidays',
    canMatch: [hasRole('programOfficer')],
    loadComponent: async () => (await import('./holidays/holidays-page')).HolidaysPage,
  },
  { path: 'holidays', ...forbidden, data: { text: 'shell.forbidden.dutyRules' } },
  {
    path: 'mailboxes',
    canMatch: [hasRole('programOfficer')],
    loadComponent: async () => (await import('./mailboxes/mailboxes-page')).MailboxesPage,
  },
  { path: 'mailboxes', ...forbidden, data: { text: 'shell.forbidden.mailboxes' } },
  { path: 'years', ...forbidden, data: { text: 'shell.forbidden.years' } },
  {
    path: 'templates',
    canMatch: [hasRole('programOfficer')],
    loadComponent: async () => (await import('./templates/templates-page')).TemplatesPage,
  },
  { path: 'templates', ...forbidden, data: { text: 'shell.forbidden.templates' } },
  {
    path: 'security',
    canMatch: [hasRole('systemAdministrator', 'securityAdministrator', 'auditAdministrator')],
    loadComponent: async () => (await import('./security/security-page')).SecurityPage,
  },
  { path: 'security', ...forbidden },
];
