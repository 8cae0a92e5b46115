import type { endpoints, EndpointName } from '@yuheng/shared/contract/endpoints';

/** Every endpoint that is no GET. */
type ChangingEndpoint = {
  [Name in EndpointName]: (typeof endpoints)[Name]['method'] extends 'GET' ? never : Name;
}[EndpointName];

const ACCOUNT = ['account', 'account_role', 'account_contact', 'credential', 'access_token'];
/** A stage act and what the engine scores from it. */
const SHEETS = [
  'sheet',
  'sheet_value',
  'sheet_event',
  'inspection',
  'inspection_result',
  'wage_month',
  'workload_month',
  'finding',
  'finding_event',
  'doubt',
  'doubt_event',
  'ledger_entry',
  'ledger_balance',
];
const SECOND_FACTOR = ['second_factor', 'recovery_code'];

/**
 * The tables in which each endpoint that changes something may leave rows or change them; one without a line here does
 * not compile. What no valid request wrote must be as it was.
 */
export const WRITES: Readonly<Record<ChangingEndpoint, readonly string[]>> = {
  signIn: SECOND_FACTOR,
  signOut: [],
  confirmSession: SECOND_FACTOR,
  makeFirstAdministrator: [...ACCOUNT, 'one_time_link'],
  changePassword: ['credential', 'former_password'],
  changePhone: ['account_contact'],
  endSession: [],
  endOtherSessions: [],
  beginSecondFactor: SECOND_FACTOR,
  confirmSecondFactor: SECOND_FACTOR,
  renewRecoveryCodes: SECOND_FACTOR,
  removeSecondFactor: SECOND_FACTOR,
  createAccessToken: ['access_token'],
  revokeAccessToken: ['access_token'],
  createAccount: ACCOUNT,
  changeAccount: ACCOUNT,
  disableAccount: ACCOUNT,
  resetPassword: [...ACCOUNT, 'former_password'],
  resetSecondFactor: [...ACCOUNT, ...SECOND_FACTOR],
  unlockAccount: [],
  disclosePhone: [],
  handOverAccount: [...ACCOUNT, 'hand_over'],
  approveAccount: ['account'],
  changeSecuritySettings: ['security_setting'],
  enterAssistant: ['assistant', 'assistant_post'],
  changeAssistant: ['assistant', 'assistant_post'],
  takeOffPost: ['assistant', 'assistant_post'],
  discloseAssistant: [],
  previewRosterWorkbook: [],
  importRoster: ['assistant', 'assistant_post'],
  changeDutyRule: ['duty_rule'],
  loadHolidayTable: ['holiday_table'],
  changeMailbox: ['office_mailbox'],
  openYear: ['program_post'],
  closeYear: ['closed_year'],
  reopenYear: ['closed_year'],
  saveSheetItem: ['sheet', 'sheet_value'],
  setInspectionCheck: ['sheet', 'sheet_event'],
  confirmSheetUnchanged: SHEETS,
  submitSheet: SHEETS,
  returnSheet: SHEETS,
  approveSheet: SHEETS,
  reopenSheet: SHEETS,
  storeEvidence: ['evidence_file'],
  previewSheetWorkbook: ['sheet_import'],
  applySheetWorkbook: ['sheet', 'sheet_value', 'sheet_import'],
  previewWageList: ['sheet_import'],
  nameWageColumns: ['wage_list_heading'],
  publishSheetTemplate: ['sheet_template', 'inspection_template'],
  enterLedgerEntry: ['ledger_entry', 'ledger_balance'],
  reverseLedgerEntry: ['ledger_entry', 'ledger_balance'],
  explainReconciliation: ['reconciliation_explanation'],
  createFiling: ['filing'],
  withdrawFiling: ['filing'],
  saveGoal: ['performance_goal', 'goal_event'],
  submitGoal: ['performance_goal', 'goal_event'],
  returnGoal: ['performance_goal', 'goal_event'],
  reviewGoal: ['performance_goal', 'goal_event'],
  agreeGoal: ['performance_goal', 'goal_event'],
  issueGoal: ['performance_goal', 'goal_event'],
  adjustGoal: ['performance_goal', 'goal_event'],
  saveMidYear: ['mid_year_form'],
  submitMidYear: ['mid_year_form'],
  returnMidYear: ['mid_year_form'],
  approveMidYear: ['mid_year_form'],
  previewPublication: [],
  loadPublication: ['publication', 'publication_program', 'publication_amount'],
  rectifyFinding: ['finding', 'finding_event'],
  recheckFinding: ['finding', 'finding_event'],
  raiseDoubt: ['doubt', 'doubt_event'],
  explainDoubt: ['doubt', 'doubt_event'],
  acceptDoubt: ['doubt', 'doubt_event'],
  convertDoubt: ['doubt', 'doubt_event', 'finding', 'finding_event'],
  createScoringRun: ['scoring_run', 'scoring_result'],
  createAllocationRun: ['allocation_run', 'allocation_part'],
};

/** Tables that only ever grow: a row that stood there before stands there still, whatever was asked. */
export const APPEND_ONLY = [
  'finding_event',
  'doubt_event',
  'publication',
  'publication_program',
  'publication_amount',
  'scoring_run',
  'scoring_result',
  'allocation_run',
  'allocation_part',
  'ledger_entry',
  'reconciliation_explanation',
  'goal_event',
  'audit_entry',
  'audit_seal',
  'sheet_template',
  'sheet_value',
  'sheet_event',
  'holiday_table',
  'duty_rule',
  'closed_year',
];

/** Kept by the program itself with every request: sessions in use, failed sign-ins, the trail, the work of the day. */
export const KEPT_BY_THE_PROGRAM = ['session', 'sign_in_failure', 'audit_entry', 'audit_seal', 'daily_work'];
