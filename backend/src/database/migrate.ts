import type { QueryRunner } from 'typeorm';
import { createDataSource } from './data-source';

/** Any number, the same in every server: only one of them migrates at a time. */
const MIGRATION_LOCK = 7_264_150;

/** What the application role may do with a table; every other one, all of whose rows are in some scope, it may fill and change. */
const RIGHTS: Readonly<Record<string, string>> = {
  installation: 'select',
  place: 'select',
  place_name: 'select',
  program: 'select',
  scoring_run: 'select, insert',
  scoring_result: 'select, insert',
  allocation_run: 'select, insert',
  allocation_part: 'select, insert',
  allocation_policy: 'select, insert',
  allocation_scenario: 'select, insert, update',
  allocation_comment: 'select, insert',
  split_table: 'select, insert',
  split_table_amount: 'select, insert',
  allocation_decision: 'select, insert, update',
  allocation_decision_entry: 'select, insert, update (checked_by, checked_at, check_reason, rejected)',
  allocation_decision_file: 'select, insert',
  allocation_notice: 'select, insert, update (read_on, read_by, read_at)',
  issue_plan: 'select, insert',
  account: 'select, insert, update',
  account_role: 'select, insert, delete',
  credential: 'select, update',
  former_password: 'select, insert, delete',
  hand_over: 'select, insert',
  security_setting: 'select, update',
  evaluation_method: 'select, insert',
  evaluation_assignment: 'select, insert, delete',
  evaluation_firm: 'select, insert, update',
  round_member: 'select, insert, update',
  interest_declaration: 'select, insert, update',
  round_file: 'select, insert',
  round_step: 'select, insert',
  round_comment: 'select, insert, update',
  deliberation: 'select, insert',
  draft_result: 'select, insert',
  reply_ruling: 'select, insert',
  round_finalisation: 'select, insert',
  self_summary: 'select, insert',
  evaluator_mark: 'select, insert, delete',
  score_sheet: 'select, insert, update',
  score_entry: 'select, insert, update',
  score_entry_version: 'select, insert',
  score_phrase: 'select, insert, delete',
  score_pack: 'select, insert',
  score_pack_return: 'select, insert, update',
  ledger_entry: 'select, insert',
  ledger_balance: 'select',
  closed_month: 'select, insert, update',
  reconciliation_explanation: 'select, insert',
  doubt_event: 'select, insert',
  finding_event: 'select, insert',
  evidence_file: 'select, insert',
  goal_event: 'select, insert',
  holiday_table: 'select, insert',
  duty_rule: 'select, insert',
  closed_year: 'select, insert',
  office_mailbox: 'select, insert, update',
  field_record: 'select, insert, update',
  field_record_version: 'select, insert',
  field_signature: 'select, insert',
  field_file: 'select, insert, update',
  field_sample: 'select, insert, update',
  survey: 'select, insert, update',
  survey_token: 'select, insert',
  survey_answer: 'select',
  wall_link: 'select, insert, update (revoked_by, revoked_at)',
  sheet_template: 'select, insert',
  sheet_value: 'select, insert',
  sheet_event: 'select, insert',
};
/** Reached through the functions of the migrations alone. */
const CLOSED = ['one_time_link', 'sign_in_failure', 'daily_work', 'audit_entry', 'audit_seal'];

/**
 * Brings the schema up to date under an advisory lock, then grants the application role what it needs and no more.
 * @returns the names of the migrations that ran.
 */
export async function migrate(ownerUrl: string, appRole: string): Promise<string[]> {
  const source = await createDataSource(ownerUrl, 2).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await source.runMigrations();
    const [{ owner }] = (await runner.query('select current_user as owner')) as [{ owner: string }];
    // In one transaction: a server that is still serving must not find its rights revoked in between.
    if (owner !== appRole) {
      await runner.startTransaction();
      await grant(runner, appRole);
      await runner.commitTransaction();
    }
    return ran.map((one) => one.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

async function grant(runner: QueryRunner, appRole: string): Promise<void> {
  const role = `"${appRole.replaceAll('"', '""')}"`;
  const tables = (await runner.query(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
  )) as { name: string }[];
  await runner.query(`grant usage on schema public to ${role}`);
  for (const { name } of tables) {
    await runner.query(`revoke all on ${name} from ${role}`);
    if (CLOSED.includes(name)) continue;
    const rights = RIGHTS[name] ?? 'select, insert, update, delete';
    await runner.query(`grant ${rights} on ${name} to ${role}`);
  }
  await runner.query(`grant execute on all functions in schema public to ${role}`);
}
