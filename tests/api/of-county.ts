import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { DECIDED_DECISION } from '../support/given-decision';
import { evidenceOf } from './cases/evidence';
import { importResultOf } from './cases/imports';
import type { Given } from './requests';

/** Where a county stands in the request, the same request for another county. */
export const OF_COUNTY: Partial<Record<EndpointName, (county: string, known: Given) => string>> = {
  readCounty: (county) => `/api/counties/${county}?program=assistants&year=2025`,
  readInspection: (county) => `/api/inspections/${county}/2025-02?program=assistants`,
  readSheet: (county) => `/api/sheets/inspection/${county}/2025-02?program=assistants`,
  readSheetItemHistory: (county) =>
    `/api/sheets/inspection/${county}/2025-02/items/staffOnPost/history?program=assistants`,
  downloadSheetWorkbook: (county) => `/api/sheets/inspection/${county}/2025-02/workbook?program=assistants`,
  downloadImportResult: importResultOf,
  downloadEvidence: evidenceOf,
  readGoal: (county) => `/api/goals/assistants/${county}/2025`,
  readSelfEvaluation: (county) => `/api/goals/assistants/${county}/2025/self-evaluation`,
  readMidYear: (county) => `/api/goals/assistants/${county}/2025/mid-year`,
  readAllocationNotice: (county) => `/api/allocation-decisions/${DECIDED_DECISION}/notices/${county}`,
  explainScore: (county, { finalisedRun }) => `/api/scoring-runs/${finalisedRun}/counties/${county}`,
};
