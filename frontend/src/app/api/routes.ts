import type { EndpointName, endpoints } from '@yuheng/shared/contract/endpoints';

type Endpoints = typeof endpoints;
interface Method<N extends EndpointName> {
  readonly method: Endpoints[N]['method'];
  readonly path: Endpoints[N]['path'];
}
/** What is sent with a key, so that a repeated request is not done again. */
type Keyed<N extends EndpointName> = Endpoints[N] extends { readonly idempotent: true }
  ? { readonly idempotent: true }
  : unknown;
type Route<N extends EndpointName> = Method<N> & Keyed<N>;

/**
 * Method and path of the endpoints that the web uses. The contract's own table carries zod schemas, which a browser
 * that trusts its server has no use for (27 kB); so only its types cross, and the compiler refuses a line below that
 * does not say exactly what the contract says.
 */
export const ROUTES = {
  signIn: { method: 'POST', path: '/api/session' },
  readSession: { method: 'GET', path: '/api/session' },
  signOut: { method: 'DELETE', path: '/api/session' },
  confirmSession: { method: 'POST', path: '/api/session/second-factor' },
  readSignInOptions: { method: 'GET', path: '/api/session/options' },
  beginOpenId: { method: 'GET', path: '/api/session/openid' },
  makeFirstAdministrator: { method: 'POST', path: '/api/first-administrator' },
  readAccount: { method: 'GET', path: '/api/account' },
  changePassword: { method: 'PUT', path: '/api/account/password' },
  changePhone: { method: 'PUT', path: '/api/account/phone' },
  listSessions: { method: 'GET', path: '/api/account/sessions' },
  endSession: { method: 'DELETE', path: '/api/account/sessions/:session' },
  endOtherSessions: { method: 'DELETE', path: '/api/account/sessions' },
  beginSecondFactor: { method: 'POST', path: '/api/account/second-factor' },
  confirmSecondFactor: { method: 'POST', path: '/api/account/second-factor/confirmation' },
  renewRecoveryCodes: { method: 'POST', path: '/api/account/second-factor/recovery-codes' },
  removeSecondFactor: { method: 'POST', path: '/api/account/second-factor/removal' },
  listAccessTokens: { method: 'GET', path: '/api/account/tokens' },
  createAccessToken: { method: 'POST', path: '/api/account/tokens' },
  revokeAccessToken: { method: 'DELETE', path: '/api/account/tokens/:token' },
  listPlaces: { method: 'GET', path: '/api/administration/places' },
  listAccounts: { method: 'GET', path: '/api/administration/accounts' },
  readAdministeredAccount: { method: 'GET', path: '/api/administration/accounts/:account' },
  createAccount: { method: 'POST', path: '/api/administration/accounts' },
  changeAccount: { method: 'PUT', path: '/api/administration/accounts/:account' },
  disableAccount: { method: 'POST', path: '/api/administration/accounts/:account/disabling' },
  resetPassword: { method: 'POST', path: '/api/administration/accounts/:account/password-reset' },
  resetSecondFactor: { method: 'POST', path: '/api/administration/accounts/:account/second-factor-reset' },
  unlockAccount: { method: 'POST', path: '/api/administration/accounts/:account/unlocking' },
  disclosePhone: { method: 'POST', path: '/api/administration/accounts/:account/phone-disclosure' },
  readPending: { method: 'GET', path: '/api/administration/accounts/:account/pending' },
  handOverAccount: { method: 'POST', path: '/api/administration/accounts/:account/hand-over' },
  approveAccount: { method: 'POST', path: '/api/administration/accounts/:account/approval' },
  readSecuritySettings: { method: 'GET', path: '/api/administration/security-settings' },
  changeSecuritySettings: { method: 'PUT', path: '/api/administration/security-settings' },
  listAuditEntries: { method: 'GET', path: '/api/audit' },
  exportAudit: { method: 'GET', path: '/api/audit/export' },
  listAuditSeals: { method: 'GET', path: '/api/audit/seals' },
  listAssignments: { method: 'GET', path: '/api/assignments' },
  readOverview: { method: 'GET', path: '/api/overview' },
  listCounties: { method: 'GET', path: '/api/counties' },
  readCounty: { method: 'GET', path: '/api/counties/:county' },
  listInspections: { method: 'GET', path: '/api/inspections' },
  readInspection: { method: 'GET', path: '/api/inspections/:county/:month' },
  listSheets: { method: 'GET', path: '/api/sheets' },
  readSheet: { method: 'GET', path: '/api/sheets/:kind/:county/:month' },
  saveSheetItem: { method: 'PUT', path: '/api/sheets/:kind/:county/:month/items/:item' },
  readSheetItemHistory: { method: 'GET', path: '/api/sheets/:kind/:county/:month/items/:item/history' },
  confirmSheetUnchanged: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/confirmation',
    idempotent: true,
  },
  submitSheet: { method: 'POST', path: '/api/sheets/:kind/:county/:month/submission', idempotent: true },
  returnSheet: { method: 'POST', path: '/api/sheets/:kind/:county/:month/return', idempotent: true },
  approveSheet: { method: 'POST', path: '/api/sheets/:kind/:county/:month/approval', idempotent: true },
  reopenSheet: { method: 'POST', path: '/api/sheets/:kind/:county/:month/reopening', idempotent: true },
  readRoster: { method: 'GET', path: '/api/roster' },
  readRosterMonths: { method: 'GET', path: '/api/roster/months' },
  enterAssistant: { method: 'POST', path: '/api/roster', idempotent: true },
  changeAssistant: { method: 'PUT', path: '/api/roster/:assistant' },
  takeOffPost: { method: 'POST', path: '/api/roster/:assistant/off-post' },
  discloseAssistant: { method: 'POST', path: '/api/roster/:assistant/disclosure' },
  readFunds: { method: 'GET', path: '/api/funds' },
  listGoals: { method: 'GET', path: '/api/goals' },
  readGoal: { method: 'GET', path: '/api/goals/:program/:county/:year' },
  readMidYear: { method: 'GET', path: '/api/goals/:program/:county/:year/mid-year' },
  saveGoal: { method: 'PUT', path: '/api/goals/:program/:county/:year', idempotent: true },
  submitGoal: { method: 'POST', path: '/api/goals/:program/:county/:year/submission', idempotent: true },
  returnGoal: { method: 'POST', path: '/api/goals/:program/:county/:year/return', idempotent: true },
  reviewGoal: { method: 'POST', path: '/api/goals/:program/:county/:year/review', idempotent: true },
  agreeGoal: { method: 'POST', path: '/api/goals/:program/:county/:year/agreement', idempotent: true },
  issueGoal: { method: 'POST', path: '/api/goals/:program/:county/:year/issue', idempotent: true },
  adjustGoal: { method: 'POST', path: '/api/goals/:program/:county/:year/adjustment', idempotent: true },
  saveMidYear: { method: 'PUT', path: '/api/goals/:program/:county/:year/mid-year', idempotent: true },
  submitMidYear: {
    method: 'POST',
    path: '/api/goals/:program/:county/:year/mid-year/submission',
    idempotent: true,
  },
  returnMidYear: {
    method: 'POST',
    path: '/api/goals/:program/:county/:year/mid-year/return',
    idempotent: true,
  },
  approveMidYear: {
    method: 'POST',
    path: '/api/goals/:program/:county/:year/mid-year/approval',
    idempotent: true,
  },
  listPublications: { method: 'GET', path: '/api/publications' },
  readPublication: { method: 'GET', path: '/api/publications/:year' },
  previewPublication: { method: 'POST', path: '/api/publications/preview' },
  loadPublication: { method: 'POST', path: '/api/publications' },
  listScoringRuns: { method: 'GET', path: '/api/scoring-runs' },
  readScoringRun: { method: 'GET', path: '/api/scoring-runs/:run' },
  explainScore: { method: 'GET', path: '/api/scoring-runs/:run/counties/:county' },
  readScoringCertificate: { method: 'GET', path: '/api/scoring-runs/:run/certificate' },
  createScoringRun: { method: 'POST', path: '/api/scoring-runs' },
  listAllocationRuns: { method: 'GET', path: '/api/allocation-runs' },
  readAllocationRun: { method: 'GET', path: '/api/allocation-runs/:run' },
  readAllocationCertificate: { method: 'GET', path: '/api/allocation-runs/:run/certificate' },
  createAllocationRun: { method: 'POST', path: '/api/allocation-runs' },
} as const satisfies { readonly [N in EndpointName]?: Route<N> };

/** The name of an endpoint that the web may call. */
export type Call = keyof typeof ROUTES;
