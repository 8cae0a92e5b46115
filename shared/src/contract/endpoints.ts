import { accountEndpoints } from './account';
import { accountAdministrationEndpoints } from './accounts';
import { allocationDecisionEndpoints } from './allocation-decisions';
import { allocationHistoryEndpoints } from './allocation-history';
import { allocationPolicyEndpoints } from './allocation-policies';
import { allocationRunEndpoints } from './allocation-runs';
import { allocationScenarioEndpoints } from './allocation-scenarios';
import { assignmentEndpoints } from './assignments';
import { auditEndpoints } from './audit';
import { burdenEndpoints } from './burden';
import { countyEndpoints } from './counties';
import { countyComparisonEndpoints } from './county-comparisons';
import { engineEndpoints } from './engine-endpoints';
import { evaluationMethodEndpoints } from './evaluation-methods';
import { evaluationRoundEndpoints } from './evaluation-rounds';
import { evaluationTeamEndpoints } from './evaluation-teams';
import { evidenceEndpoints } from './evidence';
import { fieldworkEndpoints } from './fieldwork';
import { evidenceRequestEndpoints } from './evidence-requests';
import { findingEndpoints } from './findings';
import { deliberationEndpoints } from './deliberations';
import { dutyEndpoints } from './duties';
import { evaluationResultEndpoints } from './evaluation-results';
import { fundEndpoints } from './funds';
import { importEndpoints } from './imports';
import { goalEndpoints } from './goals';
import { roundTaskEndpoints } from './round-tasks';
import { selfEvaluationEndpoints } from './self-evaluations';
import { indicatorEndpoints } from './indicators';
import { inspectionEndpoints } from './inspections';
import { ledgerEndpoints } from './ledger';
import { mailboxEndpoints } from './mailboxes';
import { overviewEndpoints } from './overview';
import { publicationEndpoints } from './publications';
import { replyEndpoints } from './replies';
import { rosterEndpoints } from './roster';
import { rosterImportEndpoints } from './roster-imports';
import { packPhotoEndpoints } from './pack-photos';
import { scorePackEndpoints } from './score-packs';
import { scorePhraseEndpoints } from './score-phrases';
import { scoreSheetEndpoints } from './score-sheets';
import { scoringRunEndpoints } from './scoring-runs';
import { securitySettingEndpoints } from './security-settings';
import { sessionEndpoints } from './session';
import { sheetTemplateEndpoints } from './sheet-templates';
import { sheetEndpoints } from './sheets';
import { surveyEndpoints } from './surveys';
import { systemEndpoints } from './system';
import { wageListEndpoints } from './wage-lists';
import { wallEndpoints } from './wall';
import { yearEndpoints } from './years';

/** Every endpoint of the program. */
export const endpoints = {
  ...systemEndpoints,
  ...sessionEndpoints,
  ...accountEndpoints,
  ...accountAdministrationEndpoints,
  ...securitySettingEndpoints,
  ...auditEndpoints,
  ...assignmentEndpoints,
  ...overviewEndpoints,
  ...countyEndpoints,
  ...countyComparisonEndpoints,
  ...indicatorEndpoints,
  ...wallEndpoints,
  ...inspectionEndpoints,
  ...sheetEndpoints,
  ...sheetTemplateEndpoints,
  ...importEndpoints,
  ...evidenceEndpoints,
  ...wageListEndpoints,
  ...findingEndpoints,
  ...fundEndpoints,
  ...ledgerEndpoints,
  ...rosterEndpoints,
  ...rosterImportEndpoints,
  ...dutyEndpoints,
  ...mailboxEndpoints,
  ...burdenEndpoints,
  ...yearEndpoints,
  ...goalEndpoints,
  ...selfEvaluationEndpoints,
  ...publicationEndpoints,
  ...evaluationMethodEndpoints,
  ...fieldworkEndpoints,
  ...surveyEndpoints,
  ...roundTaskEndpoints,
  ...evaluationRoundEndpoints,
  ...evaluationTeamEndpoints,
  ...scoringRunEndpoints,
  ...deliberationEndpoints,
  ...replyEndpoints,
  ...evaluationResultEndpoints,
  ...allocationRunEndpoints,
  ...engineEndpoints,
  ...allocationPolicyEndpoints,
  ...allocationScenarioEndpoints,
  ...allocationDecisionEndpoints,
  ...allocationHistoryEndpoints,
  ...scoreSheetEndpoints,
  ...scorePackEndpoints,
  ...packPhotoEndpoints,
  ...scorePhraseEndpoints,
  ...evidenceRequestEndpoints,
} as const;

export type EndpointName = keyof typeof endpoints;
