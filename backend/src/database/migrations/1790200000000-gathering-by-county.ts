import type { GatheringPart } from './1790200000000-gathering-part';

/** What follows the county in each index: the rest of what the rows are asked for. */
const BY_COUNTY: Readonly<Record<string, string>> = {
  program_post: 'program_id, year',
  filing: 'program_id, year',
  ledger_entry: 'program_id, year',
  wage_month: 'program_id, month',
  workload_month: 'program_id, month',
  inspection: 'program_id, month',
  inspection_result: 'program_id, month',
  finding: 'program_id, month',
  doubt: 'program_id, month',
  sheet: 'program_id, kind, month',
  sheet_value: 'program_id, kind, month',
  sheet_event: 'program_id, kind, month',
};

/**
 * Primary keys begin with the city, and the scope of a transaction names counties: with these the scope is an index
 * condition, however many other counties there are.
 */
export const COUNTIES: GatheringPart = {
  up: Object.entries(BY_COUNTY).map(
    ([table, rest]) => `create index ix_${table}__county on ${table} (county_id, ${rest})`,
  ),
  down: Object.keys(BY_COUNTY).map((table) => `drop index ix_${table}__county`),
};
