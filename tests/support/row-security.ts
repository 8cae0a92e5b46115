import type { Client } from 'pg';
import type { TestServer } from './server';

export type Kind =
  | 'county'
  /** Of a county like those, and changed by nobody who may see it. */
  | 'countyRecord'
  | 'city'
  /** Of a round and county, for its team and the city; the county itself reads what belongs to a signed slip. */
  | 'workingPaper'
  | 'business'
  /** Common to the business of the city, and frozen once it is there. */
  | 'published'
  | 'run'
  | 'result'
  | 'assignment'
  | 'own'
  /** Working papers of an account; of others only once submitted, by who leads the round and by the city. */
  | 'paper'
  | 'account'
  | 'handOver'
  | 'setting'
  | 'reference'
  /** Of the whole city: read in any business scope, only ever added to. */
  | 'history'
  | 'closed'
  | 'none';

/**
 * What each table is to row-level security. The list is compared with the catalog: a table that nobody has thought
 * about fails the test.
 */
export const TABLES: Readonly<Record<string, Kind>> = {
  inspection: 'county',
  inspection_result: 'county',
  finding: 'county',
  finding_event: 'countyRecord',
  doubt: 'county',
  doubt_event: 'countyRecord',
  ledger_entry: 'countyRecord',
  ledger_balance: 'countyRecord',
  reconciliation_explanation: 'countyRecord',
  closed_month: 'business',
  wage_month: 'county',
  filing: 'county',
  workload_month: 'county',
  program_post: 'county',
  assistant: 'county',
  assistant_post: 'county',
  performance_goal: 'county',
  goal_event: 'countyRecord',
  mid_year_form: 'county',
  self_evaluation: 'county',
  self_summary: 'city',
  sheet: 'county',
  sheet_value: 'countyRecord',
  sheet_event: 'countyRecord',
  sheet_import: 'county',
  evidence_file: 'countyRecord',
  wage_list_heading: 'county',
  evidence_request: 'county',
  evaluator_mark: 'city',
  method_draft: 'city',
  allocation_run: 'city',
  allocation_part: 'city',
  allocation_policy: 'city',
  allocation_scenario: 'city',
  allocation_comment: 'city',
  split_table: 'city',
  split_table_amount: 'city',
  allocation_decision: 'city',
  allocation_decision_entry: 'city',
  allocation_decision_file: 'city',
  allocation_notice: 'countyRecord',
  issue_plan: 'countyRecord',
  office_mailbox: 'city',
  mail_outbox: 'city',
  wall_link: 'city',
  boundary_map: 'city',
  inspection_template: 'business',
  sheet_template: 'history',
  evaluation_method: 'published',
  evaluation_round: 'business',
  score_sheet: 'paper',
  score_entry: 'paper',
  score_entry_version: 'paper',
  score_phrase: 'paper',
  score_pack: 'paper',
  score_pack_return: 'paper',
  evaluation_firm: 'city',
  round_file: 'city',
  round_comment: 'city',
  round_step: 'history',
  deliberation: 'city',
  draft_result: 'history',
  round_finalisation: 'history',
  reply_sheet: 'county',
  county_reply: 'county',
  reply_ruling: 'countyRecord',
  round_member: 'assignment',
  interest_declaration: 'assignment',
  document_request: 'county',
  field_record: 'workingPaper',
  field_record_version: 'city',
  field_signature: 'workingPaper',
  field_file: 'workingPaper',
  field_sample: 'city',
  survey: 'city',
  survey_token: 'city',
  survey_answer: 'city',
  publication: 'business',
  publication_program: 'business',
  publication_amount: 'business',
  scoring_run: 'run',
  scoring_result: 'result',
  installation: 'reference',
  place: 'reference',
  place_name: 'reference',
  program: 'reference',
  evaluation_assignment: 'assignment',
  account: 'account',
  account_role: 'account',
  account_contact: 'own',
  credential: 'own',
  former_password: 'own',
  second_factor: 'own',
  recovery_code: 'own',
  access_token: 'own',
  session: 'own',
  idempotency_key: 'own',
  hand_over: 'handOver',
  security_setting: 'setting',
  sign_in_failure: 'closed',
  one_time_link: 'closed',
  daily_work: 'closed',
  audit_entry: 'closed',
  audit_seal: 'closed',
  holiday_table: 'history',
  duty_rule: 'history',
  closed_year: 'history',
  migrations: 'none',
};

/** Tables of some kinds. */
export const tablesOf = (...kinds: Kind[]): string[] =>
  Object.keys(TABLES).filter((table) => kinds.includes(TABLES[table] as Kind));
/** Tables whose rows belong to the business of a county or of the city. */
export const SCOPED = tablesOf(
  'county',
  'countyRecord',
  'city',
  'workingPaper',
  'business',
  'published',
  'run',
  'result',
);
export const DUTIES = ['accounts', 'security', 'audit'];

export interface ScopeOfTest {
  readonly counties?: string[];
  readonly city?: string;
  readonly account?: string;
  readonly duties?: string[];
}

/** Runs statements under a scope and always rolls back. */
export async function under<Row>(
  client: Client,
  { counties = [], city = '', account = '', duties = [] }: ScopeOfTest,
  ...statements: string[]
): Promise<Row[]> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('yuheng.scope', $1, true), set_config('yuheng.city', $2, true),
              set_config('yuheng.account', $3, true), set_config('yuheng.duties', $4, true)`,
      [counties.join(','), city, account, duties.join(',')],
    );
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
    return rows;
  } finally {
    await client.query('rollback');
  }
}

export const countOf = async (client: Client, table: string, scope: ScopeOfTest) =>
  (await under<{ rows: number }>(client, scope, `select count(*)::int as rows from ${table}`))[0]?.rows;

/** The id of an account. */
export const idOf = async (server: TestServer, username: string): Promise<string> =>
  (
    await server.sql<{ id: string }>('select account_id as id from account where username = $1', [username])
  )[0]?.id ?? '';
