import { openApiDocument } from '@yuheng/backend/http/open-api';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { role, type Role } from '@yuheng/shared/contract/roles';

export const CITY: readonly Role[] = ['leader', 'programOfficer', 'inspector', 'finance'];
export const COUNTY: readonly Role[] = ['countyOfficer', 'countyApprover', 'countyFinance'];
export const BUSINESS: readonly Role[] = [...CITY, ...COUNTY];
export const EVALUATORS: readonly Role[] = ['evaluator', 'leadEvaluator'];
const SYSTEM: readonly Role[] = ['systemAdministrator'];
const SYSTEM_AND_SECURITY: readonly Role[] = ['systemAdministrator', 'securityAdministrator'];
const ANYBODY: readonly Role[] = role.options;
/** Open without sign-in (architecture.md section 9). */
export const OPEN = 'open';

/**
 * Who may call what, written down a second time. The rows are held against the OpenAPI document that the server itself
 * answers: an operation that it has and that has no row here fails, and so does a row without an operation.
 */
export const ALLOWED: Readonly<Record<string, readonly Role[] | typeof OPEN>> = {
  'GET /api/health': OPEN,
  'GET /api/openapi.json': OPEN,
  'POST /api/session': OPEN,
  'GET /api/session': OPEN,
  'DELETE /api/session': OPEN,
  'GET /api/session/options': OPEN,
  'GET /api/session/openid': OPEN,
  'GET /api/session/openid/callback': OPEN,
  'POST /api/first-administrator': OPEN,
  'POST /api/session/second-factor': ANYBODY,
  'GET /api/account': ANYBODY,
  'PUT /api/account/password': ANYBODY,
  'PUT /api/account/phone': ANYBODY,
  'GET /api/account/sessions': ANYBODY,
  'DELETE /api/account/sessions': ANYBODY,
  'DELETE /api/account/sessions/{session}': ANYBODY,
  'POST /api/account/second-factor': ANYBODY,
  'POST /api/account/second-factor/confirmation': ANYBODY,
  'POST /api/account/second-factor/recovery-codes': ANYBODY,
  'POST /api/account/second-factor/removal': ANYBODY,
  'GET /api/account/tokens': ANYBODY,
  'POST /api/account/tokens': ANYBODY,
  'DELETE /api/account/tokens/{token}': ANYBODY,
  'GET /api/administration/places': SYSTEM_AND_SECURITY,
  'GET /api/administration/accounts': SYSTEM_AND_SECURITY,
  'GET /api/administration/accounts/{account}': SYSTEM_AND_SECURITY,
  'POST /api/administration/accounts': SYSTEM,
  'PUT /api/administration/accounts/{account}': SYSTEM,
  'POST /api/administration/accounts/{account}/disabling': SYSTEM,
  'POST /api/administration/accounts/{account}/password-reset': SYSTEM,
  'POST /api/administration/accounts/{account}/second-factor-reset': SYSTEM,
  'POST /api/administration/accounts/{account}/unlocking': SYSTEM,
  'POST /api/administration/accounts/{account}/phone-disclosure': SYSTEM,
  'GET /api/administration/accounts/{account}/pending': SYSTEM,
  'POST /api/administration/accounts/{account}/hand-over': SYSTEM,
  'POST /api/administration/accounts/{account}/approval': ['securityAdministrator'],
  'GET /api/administration/security-settings': [...SYSTEM_AND_SECURITY, 'auditAdministrator'],
  'PUT /api/administration/security-settings': SYSTEM_AND_SECURITY,
  'GET /api/audit': ['auditAdministrator'],
  'GET /api/audit/export': ['auditAdministrator'],
  'GET /api/audit/seals': ANYBODY,
  'GET /api/assignments': EVALUATORS,
  'GET /api/assignments/{round}/{county}': EVALUATORS,
  'GET /api/overview': BUSINESS,
  'GET /api/counties': BUSINESS,
  'GET /api/counties/{county}': BUSINESS,
  'GET /api/inspections': BUSINESS,
  'GET /api/inspections/{county}/{month}': BUSINESS,
  'GET /api/sheets': BUSINESS,
  'GET /api/sheets/{kind}/{county}/{month}': BUSINESS,
  'PUT /api/sheets/{kind}/{county}/{month}/items/{item}': ['inspector', 'countyOfficer'],
  'GET /api/sheets/{kind}/{county}/{month}/items/{item}/history': BUSINESS,
  'PUT /api/sheets/{kind}/{county}/{month}/check': ['inspector', 'countyOfficer'],
  'POST /api/sheets/{kind}/{county}/{month}/confirmation': ['inspector', 'countyOfficer'],
  'POST /api/sheets/{kind}/{county}/{month}/submission': ['inspector', 'countyOfficer'],
  'POST /api/sheets/{kind}/{county}/{month}/return': ['programOfficer', 'countyApprover'],
  'POST /api/sheets/{kind}/{county}/{month}/approval': ['programOfficer', 'countyApprover'],
  'POST /api/sheets/{kind}/{county}/{month}/reopening': ['programOfficer'],
  'GET /api/sheets/{kind}/{county}/{month}/workbook': BUSINESS,
  'POST /api/sheets/{kind}/{county}/{month}/workbook': ['inspector', 'countyOfficer'],
  'POST /api/sheets/{kind}/{county}/{month}/workbook/{import}/application': ['inspector', 'countyOfficer'],
  'GET /api/sheets/{kind}/{county}/{month}/workbook/{import}/result': BUSINESS,
  'POST /api/counties/{county}/evidence': ['inspector', 'countyOfficer'],
  'GET /api/counties/{county}/evidence/{file}': BUSINESS,
  'POST /api/wage-lists/{county}/{month}': ['inspector', 'countyOfficer'],
  'PUT /api/wage-lists/{county}/columns': ['inspector', 'countyOfficer'],
  'GET /api/sheet-templates': BUSINESS,
  'PUT /api/sheet-templates/{kind}': ['programOfficer'],
  'GET /api/funds': BUSINESS,
  'GET /api/ledger': BUSINESS,
  'POST /api/ledger': ['finance', 'countyFinance', 'countyOfficer'],
  'POST /api/ledger/{entry}/reversal': ['finance', 'countyFinance', 'countyOfficer'],
  'GET /api/ledger/reconciliation': BUSINESS,
  'POST /api/ledger/reconciliation/explanations': ['countyOfficer'],
  'GET /api/filings': BUSINESS,
  'POST /api/filings': ['countyOfficer', 'countyFinance'],
  'POST /api/filings/withdrawal': ['programOfficer'],
  'GET /api/administration/invariants': CITY,
  'GET /api/roster': ['programOfficer', 'inspector', ...COUNTY],
  'GET /api/roster/months': BUSINESS,
  'POST /api/roster': ['countyOfficer'],
  'GET /api/roster/workbook': ['countyOfficer'],
  'POST /api/roster/workbook': ['countyOfficer'],
  'POST /api/roster/workbook/application': ['countyOfficer'],
  'PUT /api/roster/{assistant}': ['countyOfficer'],
  'POST /api/roster/{assistant}/off-post': ['countyOfficer'],
  'POST /api/roster/{assistant}/disclosure': [
    'programOfficer',
    'inspector',
    'countyOfficer',
    'countyApprover',
  ],
  'GET /api/duties': BUSINESS,
  'GET /api/duties/count': BUSINESS,
  'GET /api/burden': BUSINESS,
  'GET /api/duty-rules': BUSINESS,
  'PUT /api/duty-rules/{rule}': ['programOfficer'],
  'GET /api/holiday-tables': BUSINESS,
  'PUT /api/holiday-tables/{year}': ['programOfficer'],
  'GET /api/mailboxes': ['programOfficer'],
  'PUT /api/mailboxes/{party}/{place}': ['programOfficer'],
  'GET /api/years': CITY,
  'POST /api/years': ['programOfficer'],
  'POST /api/years/{year}/closing': ['programOfficer'],
  'POST /api/years/{year}/reopening': ['programOfficer'],
  'GET /api/findings': BUSINESS,
  'GET /api/findings/{finding}': BUSINESS,
  'POST /api/findings/{finding}/rectification': ['countyOfficer'],
  'POST /api/findings/{finding}/recheck': ['inspector'],
  'GET /api/doubts': ['inspector', 'countyOfficer', 'countyApprover'],
  'POST /api/doubts': ['inspector'],
  'POST /api/doubts/{doubt}/explanation': ['countyOfficer'],
  'POST /api/doubts/{doubt}/acceptance': ['inspector'],
  'POST /api/doubts/{doubt}/conversion': ['inspector'],
  'GET /api/goals': BUSINESS,
  'GET /api/goals/{program}/{county}/{year}': BUSINESS,
  'GET /api/goals/{program}/{county}/{year}/mid-year': BUSINESS,
  'PUT /api/goals/{program}/{county}/{year}': ['countyOfficer'],
  'POST /api/goals/{program}/{county}/{year}/submission': ['countyOfficer'],
  'POST /api/goals/{program}/{county}/{year}/return': ['programOfficer'],
  'POST /api/goals/{program}/{county}/{year}/review': ['programOfficer'],
  'POST /api/goals/{program}/{county}/{year}/agreement': ['finance'],
  'POST /api/goals/{program}/{county}/{year}/issue': ['programOfficer'],
  'POST /api/goals/{program}/{county}/{year}/adjustment': ['countyOfficer'],
  'PUT /api/goals/{program}/{county}/{year}/mid-year': ['countyOfficer'],
  'POST /api/goals/{program}/{county}/{year}/mid-year/submission': ['countyOfficer'],
  'POST /api/goals/{program}/{county}/{year}/mid-year/return': ['programOfficer'],
  'POST /api/goals/{program}/{county}/{year}/mid-year/approval': ['programOfficer'],
  'GET /api/self-evaluations': BUSINESS,
  'GET /api/goals/{program}/{county}/{year}/self-evaluation': [...BUSINESS, 'evaluator', 'leadEvaluator'],
  'PUT /api/goals/{program}/{county}/{year}/self-evaluation': ['countyOfficer'],
  'POST /api/goals/{program}/{county}/{year}/self-evaluation/submission': ['countyOfficer'],
  'POST /api/goals/{program}/{county}/{year}/self-evaluation/return': ['programOfficer'],
  'POST /api/goals/{program}/{county}/{year}/self-evaluation/approval': ['programOfficer'],
  'GET /api/publications': BUSINESS,
  'GET /api/publications/{year}': BUSINESS,
  'POST /api/publications/preview': ['programOfficer'],
  'POST /api/publications': ['programOfficer'],
  'GET /api/methods': [...BUSINESS, ...EVALUATORS],
  'GET /api/methods/versions/{version}': [...BUSINESS, ...EVALUATORS],
  'GET /api/methods/versions/{version}/workbook': [...BUSINESS, ...EVALUATORS],
  'GET /api/methods/versions/{version}/simulation': CITY,
  'POST /api/methods/drafts': ['programOfficer'],
  'GET /api/methods/drafts/{draft}': CITY,
  'PUT /api/methods/drafts/{draft}': ['programOfficer'],
  'DELETE /api/methods/drafts/{draft}': ['programOfficer'],
  'POST /api/methods/drafts/{draft}/publication': ['programOfficer'],
  'GET /api/methods/drafts/{draft}/workbook': CITY,
  'GET /api/methods/drafts/{draft}/simulation': CITY,
  'POST /api/methods/file': ['programOfficer'],
  'GET /api/scoring-runs': BUSINESS,
  'GET /api/scoring-runs/{run}': BUSINESS,
  'GET /api/scoring-runs/{run}/counties/{county}': BUSINESS,
  'GET /api/scoring-runs/{run}/certificate': CITY,
  'POST /api/scoring-runs': ['programOfficer'],
  'GET /api/allocation-runs': CITY,
  'GET /api/allocation-runs/{run}': CITY,
  'GET /api/allocation-runs/{run}/certificate': CITY,
  'POST /api/allocation-runs': ['programOfficer'],
};

/** One operation of the document. */
export interface Operation {
  readonly key: string;
  readonly name: EndpointName;
  readonly method: string;
  readonly roles: readonly Role[] | null;
}

export const OPERATIONS: readonly Operation[] = Object.entries(
  openApiDocument()['paths'] as Record<string, Record<string, Record<string, unknown>>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => ({
    key: `${method.toUpperCase()} ${path}`,
    name: one['operationId'] as EndpointName,
    method: method.toUpperCase(),
    roles: one['x-roles'] as readonly Role[] | null,
  })),
);
export const allowedFor = ({ key }: Operation): readonly Role[] => {
  const row = ALLOWED[key] ?? [];
  return row === OPEN ? role.options : row;
};
/** Operations that need a sign-in. */
export const GUARDED = OPERATIONS.filter(({ key }) => ALLOWED[key] !== OPEN);
