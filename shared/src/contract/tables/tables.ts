import type { ResponseOf } from '../endpoint';
import type { EndpointName, endpoints } from '../endpoints';
import { burdenTable } from './burden-table';
import { dutiesTable } from './duties-table';
import { evaluationResultsTable } from './evaluation-results-table';
import { findingsTable } from './findings-table';
import { goalsTable } from './goals-table';
import { ledgerTable } from './ledger-table';
import { rosterTable } from './roster-table';
import { selfEvaluationsTable } from './self-evaluations-table';
import { sheetGridTable } from './sheet-grid-table';
import type { Table } from './table';

type TableOf<N extends EndpointName> = (answer: ResponseOf<(typeof endpoints)[N]>) => Table;

/**
 * The lists that are tables as well: a GET of one that asks for .xlsx or CSV in `Accept` is answered with it as a file, all
 * pages of the list together.
 */
export const TABLES = {
  listSheets: sheetGridTable,
  readLedger: ledgerTable,
  listFindings: findingsTable,
  listDuties: dutiesTable,
  readRoster: rosterTable,
  listGoals: goalsTable,
  listSelfEvaluations: selfEvaluationsTable,
  readBurden: burdenTable,
  readEvaluationResults: evaluationResultsTable,
} as const satisfies { readonly [N in EndpointName]?: TableOf<N> };

export const isTable = (name: string): name is keyof typeof TABLES => name in TABLES;
