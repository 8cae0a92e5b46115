import type { Routes } from '@angular/router';

/** Pages of the audit administrator. */
export const AUDIT_ROUTES: Routes = [
  { path: '', pathMatch: 'full', loadComponent: async () => (await import('./audit-page')).AuditPage },
  { path: 'export', loadComponent: async () => (await import('./export-page')).ExportPage },
  { path: 'seals', loadComponent: async () => (await import('./seals-page')).SealsPage },
];
