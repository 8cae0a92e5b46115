import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  FUNCTION_SIGNATURES as FIRST_SIGNATURES,
  FUNCTIONS as FIRST_FUNCTIONS,
} from './1790000000000-first-security';
import { AUDIT_FUNCTIONS, AUDIT_SIGNATURES } from './1790100000000-accounts-audit';
import { RETENTION_FUNCTIONS, RETENTION_SIGNATURES } from './1790100000000-accounts-retention';
import {
  APPEND_ONLY,
  FORCED,
  FUNCTION_SIGNATURES,
  FUNCTIONS,
  GUARDED,
  POLICIES,
} from './1790100000000-accounts-security';
import {
  ACCOUNTS,
  ASSIGNMENTS,
  AUDIT,
  NEW_TABLES,
  SESSIONS,
  SETTINGS,
  UNDO,
} from './1790100000000-accounts-tables';

/** Of tables that were there before; those of new tables go with them. */
const OLDER_POLICIES = [
  ['account', ['account_read', 'account_insert', 'account_update']],
  ['account_role', ['account_role_read', 'account_role_insert', 'account_role_delete']],
  ['session', ['session_own']],
  ['evaluation_round', ['evaluation_round_assigned']],
  ['evaluator_mark', ['evaluator_mark_assigned']],
] as const;

const OLDER_GUARDED = ['account', 'account_role', 'session'];

const NEW_SIGNATURES = [...FUNCTION_SIGNATURES, ...AUDIT_SIGNATURES, ...RETENTION_SIGNATURES];

/** Accounts as issue 4 has them: second factor, lock, settings, hand-over, assignments, and the audit trail. */
export class Accounts1790100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const signature of FIRST_SIGNATURES) await runner.query(`drop function ${signature}`);
    for (const part of [ACCOUNTS, SESSIONS, SETTINGS, ASSIGNMENTS, AUDIT]) await runner.query(part);
    for (const table of [...GUARDED, ...FORCED]) {
      await runner.query(`alter table ${table} enable row level security`);
    }
    for (const table of FORCED) await runner.query(`alter table ${table} force row level security`);
    await runner.query(POLICIES);
    await runner.query(APPEND_ONLY);
    await runner.query(FUNCTIONS);
    await runner.query(AUDIT_FUNCTIONS);
    await runner.query(RETENTION_FUNCTIONS);
    for (const signature of NEW_SIGNATURES) {
      await runner.query(`revoke all on function ${signature} from public`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of NEW_SIGNATURES) {
      await runner.query(`drop function ${signature}`);
    }
    for (const [table, names] of OLDER_POLICIES) {
      for (const name of names) await runner.query(`drop policy ${name} on ${table}`);
    }
    for (const table of OLDER_GUARDED) await runner.query(`alter table ${table} disable row level security`);
    // Before the tables that hold what goes back to where it was.
    await runner.query(UNDO);
    for (const table of NEW_TABLES) await runner.query(`drop table ${table} cascade`);
    await runner.query(FIRST_FUNCTIONS);
    for (const signature of FIRST_SIGNATURES)
      await runner.query(`revoke all on function ${signature} from public`);
  }
}
