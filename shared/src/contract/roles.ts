import * as z from 'zod';

export const role = z.enum([
  'leader',
  'programOfficer',
  'inspector',
  'finance',
  'countyOfficer',
  'countyApprover',
  'countyFinance',
  'justiceOffice',
  'evaluator',
  'leadEvaluator',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
]);
export type Role = z.infer<typeof role>;

/** Roles that read the whole city, and roles that read their own county. Administrators see no business data. */
export const CITY_READERS = [
  'leader',
  'programOfficer',
  'inspector',
  'finance',
] as const satisfies readonly Role[];
export const COUNTY_READERS = [
  'countyOfficer',
  'countyApprover',
  'countyFinance',
] as const satisfies readonly Role[];

const READERS: readonly Role[] = [...CITY_READERS, ...COUNTY_READERS];

/**
 * Who may call what. Every endpoint names one of these; a route without one fails to start.
 * `anyone` needs no sign-in, `signedIn` any account.
 */
export const PERMISSIONS = {
  anyone: null,
  signedIn: role.options,
  'overview:read': READERS,
  'county:read': READERS,
  'indicator:read': READERS,
  /** The wall shows the whole city; without a sign-in a link opens it, which program officers give out. */
  'wall:read': CITY_READERS,
  'wallLink:keep': ['programOfficer'],
  'inspection:read': READERS,
  /** Inspectors write inspection sheets, county officers their own county's figures; which kind is theirs the service says. */
  'sheet:read': READERS,
  'sheet:write': ['inspector', 'countyOfficer'],
  'sheet:approve': ['programOfficer', 'countyApprover'],
  'sheet:reopen': ['programOfficer'],
  'sheetTemplate:read': READERS,
  'sheetTemplate:publish': ['programOfficer'],
  /** Documents of a county; each is found only by who reads what names it. */
  'evidence:read': READERS,
  'evidence:store': ['inspector', 'countyOfficer'],
  'fund:read': READERS,
  /** People with masked numbers; leadership and finance read the counts. */
  'roster:read': ['programOfficer', 'inspector', ...COUNTY_READERS],
  'roster:count': READERS,
  'roster:keep': ['countyOfficer'],
  /** Whole numbers, for a reason that the trail keeps. */
  'roster:disclose': ['programOfficer', 'inspector', 'countyOfficer', 'countyApprover'],
  'finding:read': READERS,
  'finding:rectify': ['countyOfficer'],
  'finding:recheck': ['inspector'],
  /** 疑点（待核实） is seen by its county and the inspectors only. */
  'doubt:read': ['inspector', 'countyOfficer', 'countyApprover'],
  'doubt:explain': ['countyOfficer'],
  'doubt:decide': ['inspector'],
  'duty:read': READERS,
  'burden:read': READERS,
  'dutyRule:change': ['programOfficer'],
  'holidayTable:load': ['programOfficer'],
  /** Mailboxes of bureaus, to which reminders go; none of a person. */
  'mailbox:keep': ['programOfficer'],
  'year:read': CITY_READERS,
  'year:manage': ['programOfficer'],
  /** Each of them its own links of the money: the service says which. */
  'ledger:enter': ['finance', 'countyFinance', 'countyOfficer'],
  'reconciliation:explain': ['countyOfficer'],
  'filing:enter': ['countyOfficer', 'countyFinance'],
  /** Not by those who entered it. */
  'filing:withdraw': ['programOfficer'],
  /** The figures of every county stand in what it finds. */
  'invariant:read': CITY_READERS,
  'goal:read': READERS,
  'goal:write': ['countyOfficer'],
  'goal:review': ['programOfficer'],
  'goal:agree': ['finance'],
  /** Evaluators read what the counties assigned to them say of themselves; they never write it (财预〔2021〕6号). */
  'selfEvaluation:read': [...READERS, 'evaluator', 'leadEvaluator'],
  'publication:read': READERS,
  'publication:load': ['programOfficer'],
  /** Counties and evaluators need the criteria. */
  'method:read': [...READERS, 'evaluator', 'leadEvaluator'],
  'methodDraft:read': CITY_READERS,
  'method:write': ['programOfficer'],
  'evaluation:read': [...READERS, 'evaluator', 'leadEvaluator'],
  /** Department and self-evaluations by the bureau, the re-check by finance: which kind is theirs the service says. */
  'evaluation:organise': ['programOfficer', 'finance'],
  'evaluation:evaluate': ['evaluator', 'leadEvaluator'],
  /** Scans of a round and what is said of marks in work: never the county's to read. */
  'roundPaper:read': [...CITY_READERS, 'evaluator', 'leadEvaluator'],
  'scoringRun:read': READERS,
  'scoringRun:create': ['programOfficer'],
  /** A county reads its own; outside evaluators those who lead the round. */
  'reply:read': [...READERS, 'leadEvaluator'],
  /** Each kind of evaluation by the bureau that organises it: the service says which. */
  'reply:open': ['programOfficer', 'finance'],
  'reply:write': ['countyOfficer'],
  'reply:submit': ['countyApprover'],
  'reply:rule': ['leadEvaluator'],
  'agreement:read': ['leader', 'programOfficer', 'finance', 'leadEvaluator'],
  'deliberation:record': ['leadEvaluator'],
  'evaluationResult:read': [...READERS, 'leadEvaluator'],
  'evaluationResult:finalise': ['programOfficer', 'finance'],
  'allocationRun:read': CITY_READERS,
  /** Policies, scenarios, and what is submitted to be decided. */
  'allocation:write': ['programOfficer'],
  'allocation:comment': CITY_READERS,
  /** Which step is whose, and who may check whose entry, the domain says. */
  'allocation:decide': ['leader', 'programOfficer', 'finance'],
  /** A county reads its own, after the decision. */
  'allocationNotice:read': READERS,
  'allocationNotice:acknowledge': ['countyOfficer', 'countyApprover'],
  /** A certificate holds the values of all counties. */
  'certificate:read': CITY_READERS,
  'place:read': ['systemAdministrator', 'securityAdministrator'],
  'account:read': ['systemAdministrator', 'securityAdministrator'],
  'account:manage': ['systemAdministrator'],
  'account:approve': ['securityAdministrator'],
  'securitySetting:read': ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'],
  /** The system administrator only where security is not a duty of its own (a setting). */
  'securitySetting:change': ['systemAdministrator', 'securityAdministrator'],
  'audit:read': ['auditAdministrator'],
  'assignment:read': ['evaluator', 'leadEvaluator'],
  /** Evaluators within their access; a county reads the list of documents and its own slips only: the service says. */
  'fieldwork:read': [...CITY_READERS, 'countyOfficer', 'countyApprover', 'evaluator', 'leadEvaluator'],
  'fieldwork:ask': ['programOfficer', 'evaluator', 'leadEvaluator'],
  'fieldwork:settle': ['countyOfficer', 'evaluator', 'leadEvaluator'],
  'fieldwork:enter': ['evaluator', 'leadEvaluator'],
  /** Working papers: never the county’s own people. */
  'fieldwork:paper': [...CITY_READERS, 'evaluator', 'leadEvaluator'],
  /** An original may say where it was taken. */
  'fieldwork:original': ['programOfficer', 'evaluator', 'leadEvaluator'],
  /** The workspace: what is assigned to oneself. */
  'score:enter': ['evaluator', 'leadEvaluator'],
  /** What was submitted; whose and from when the service and the database say. */
  'scoreSheet:read': [...CITY_READERS, 'evaluator', 'leadEvaluator'],
  'scoreSheet:reopen': ['leadEvaluator'],
  /** What evaluators ask a county to show. */
  'evidenceRequest:read': READERS,
  'evidenceRequest:answer': ['countyOfficer'],
} as const satisfies Record<string, readonly Role[] | null>;

export type Permission = keyof typeof PERMISSIONS;

export const mayDo = (permission: Permission, roles: readonly Role[]): boolean => {
  const allowed: readonly Role[] | null = PERMISSIONS[permission];
  return allowed === null || roles.some((one) => allowed.includes(one));
};
