import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  APPEND_ONLY,
  BUSINESS_TABLES,
  CITY_IN_SCOPE,
  CITY_TABLES,
  COUNTY_IN_SCOPE,
  COUNTY_TABLES,
  FUNCTION_SIGNATURES,
  FUNCTIONS,
  policies,
  publishedPolicies,
  RUN_POLICIES,
  SCOPED,
} from './1790000000000-first-security';
import {
  EVALUATION,
  GATHERED,
  IDENTITY,
  INSPECTIONS,
  PUBLICATIONS,
  REFERENCE,
} from './1790000000000-first-tables';

/** Every table in the order in which it can be dropped. */
const DROP_ORDER = [
  'allocation_part',
  'allocation_run',
  'scoring_result',
  'scoring_run',
  'evaluator_mark',
  'evaluation_round',
  'evaluation_method',
  'finding',
  'inspection_result',
  'inspection',
  'inspection_template',
  'workload_month',
  'filing',
  'wage_month',
  'fund_movement',
  'program_post',
  'publication_amount',
  'publication_program',
  'publication',
  'one_time_link',
  'session',
  'account_role',
  'account',
  'program',
  'place_name',
  'place',
  'installation',
];

export class First1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [REFERENCE, IDENTITY, PUBLICATIONS, GATHERED, INSPECTIONS, EVALUATION, APPEND_ONLY]) {
      await runner.query(part);
    }
    for (const table of SCOPED) {
      await runner.query(
        `alter table ${table} enable row level security; alter table ${table} force row level security;`,
      );
    }
    await runner.query(policies(COUNTY_TABLES, COUNTY_IN_SCOPE));
    await runner.query(policies(CITY_TABLES, CITY_IN_SCOPE));
    await runner.query(publishedPolicies(BUSINESS_TABLES));
    await runner.query(RUN_POLICIES);
    await runner.query(FUNCTIONS);
    for (const signature of FUNCTION_SIGNATURES)
      await runner.query(`revoke all on function ${signature} from public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTION_SIGNATURES) await runner.query(`drop function ${signature}`);
    for (const table of DROP_ORDER) await runner.query(`drop table ${table} cascade`);
    await runner.query('drop function refuse_change()');
  }
}
