/** Ids in paths that are called otherwise than the kind of thing that they name. */
const KINDS: Readonly<Record<string, string>> = {
  round: 'evaluationRound',
  scenario: 'allocationScenario',
  draft: 'methodDraft',
  decision: 'allocationDecision',
  entry: 'ledgerEntry',
  firm: 'evaluationFirm',
  request: 'evidenceRequest',
  rule: 'dutyRule',
  year: 'programYear',
  party: 'officeMailbox',
};

/**
 * The kind of thing that an act is about, by the first id of its path, so that what a door refuses is found in the trail
 * beside what a service did. The sheets' `:kind` names no thing by itself: there the act says whether a sheet is meant.
 */
export function kindOfPathId(id: string, act: string): string {
  if (id === 'kind') return act.startsWith('sheetTemplate.') ? 'sheetTemplate' : 'sheet';
  return KINDS[id] ?? id;
}
