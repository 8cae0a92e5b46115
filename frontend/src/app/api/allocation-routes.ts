import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { Route } from './route';

/** Of next year's split: policies, scenarios, decisions, notices and former years; a part of ROUTES. */
export const ALLOCATION_ROUTES = {
  listAllocationRuns: { method: 'GET', path: '/api/allocation-runs' },
  readAllocationRun: { method: 'GET', path: '/api/allocation-runs/:run' },
  readAllocationCertificate: { method: 'GET', path: '/api/allocation-runs/:run/certificate' },
  listAllocationPolicies: { method: 'GET', path: '/api/allocation-policies' },
  checkAllocationPolicy: { method: 'POST', path: '/api/allocation-policies/check' },
  publishAllocationPolicy: { method: 'POST', path: '/api/allocation-policies', idempotent: true },
  readAllocationQuestion: { method: 'GET', path: '/api/allocation-question' },
  listAllocationScenarios: { method: 'GET', path: '/api/allocation-scenarios' },
  readAllocationScenario: { method: 'GET', path: '/api/allocation-scenarios/:scenario' },
  createAllocationScenario: { method: 'POST', path: '/api/allocation-scenarios', idempotent: true },
  previewAllocationScenario: { method: 'POST', path: '/api/allocation-scenarios/preview' },
  renameAllocationScenario: { method: 'PUT', path: '/api/allocation-scenarios/:scenario/name' },
  commentAllocationScenario: {
    method: 'POST',
    path: '/api/allocation-scenarios/:scenario/comments',
    idempotent: true,
  },
  withdrawAllocationScenario: { method: 'DELETE', path: '/api/allocation-scenarios/:scenario' },
  listAllocationDecisions: { method: 'GET', path: '/api/allocation-decisions' },
  readAllocationDecision: { method: 'GET', path: '/api/allocation-decisions/:decision' },
  submitAllocationDecision: { method: 'POST', path: '/api/allocation-decisions', idempotent: true },
  takeDecisionStep: {
    method: 'POST',
    path: '/api/allocation-decisions/:decision/steps',
    idempotent: true,
  },
  checkDecisionEntry: {
    method: 'POST',
    path: '/api/allocation-decisions/:decision/check',
    idempotent: true,
  },
  uploadDecisionFile: { method: 'POST', path: '/api/allocation-decisions/:decision/files' },
  readDecisionFile: { method: 'GET', path: '/api/allocation-decisions/:decision/files/:file' },
  listAllocationNotices: { method: 'GET', path: '/api/allocation-notices' },
  readAllocationNotice: { method: 'GET', path: '/api/allocation-decisions/:decision/notices/:county' },
  acknowledgeAllocationNotice: {
    method: 'POST',
    path: '/api/allocation-decisions/:decision/notices/:county/reading',
  },
  readAllocationHistory: { method: 'GET', path: '/api/allocation-history' },
  downloadSplitTemplate: { method: 'GET', path: '/api/allocation-history/template' },
  previewSplitTable: { method: 'POST', path: '/api/allocation-history/preview' },
  loadSplitTable: { method: 'POST', path: '/api/allocation-history' },
} as const satisfies { readonly [N in EndpointName]?: Route<N> };
