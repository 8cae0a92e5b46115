import type { AllocationDecision, DecisionHead } from '@yuheng/shared/contract/allocation-decisions';
import { DECISION_STEP_NAMES } from '@yuheng/shared/domain/allocation/deciding/decision-names';
import { both, DRAFT, givenScenario } from '../scenarios/given-scenario';
import type { Entry } from './step-lines';

export const DECISION = '77777777-7777-4777-8777-777777777777';
const { proposal, settings, counties, inputsSha256, id: scenario, run } = givenScenario();

/** The entry of one step, taken in the program. */
export const givenEntry = (number: number, step: Entry['step'], more: Partial<Entry> = {}): Entry => ({
  number,
  step,
  name: DECISION_STEP_NAMES[step],
  outcome: 'taken',
  way: 'program',
  on: '2026-03-19',
  documentNumber: null,
  reason: null,
  file: null,
  enteredBy: '演示·经办',
  enteredAt: '2026-03-19T02:00:00Z',
  checkedBy: null,
  checkedAt: null,
  checkReason: null,
  rejected: false,
  ...more,
});

/** A decision that was submitted and waits for the meeting. */
export const givenDecision = (more: Partial<AllocationDecision> = {}): AllocationDecision => ({
  id: DECISION,
  program: 'assistants',
  year: 2026,
  asOf: '2026-03-20',
  demonstration: true,
  scenario,
  scenarioName: '绩效20%',
  run,
  stage: 'submitted',
  stageName: both('已报送'),
  next: 'collectiveDecision',
  amends: '玉司发〔2014〕67号',
  corrects: null,
  correctedBy: null,
  documentNumber: null,
  decidedOn: null,
  submittedBy: '演示·经办',
  submittedAt: '2026-03-19T02:00:00Z',
  label: both(DRAFT),
  sentence: both('2026年3月19日报送；待党组会（局长办公会）集体研究。'),
  version: 3,
  entries: [givenEntry(1, 'submission')],
  awaitingCheck: null,
  acts: [],
  obstacles: [],
  staffingOpinion: null,
  settings,
  changes: [],
  counties,
  proposal,
  inputsSha256,
  engineVersion: '1.3.0',
  snapshotSha256: null,
  notices: [],
  ...more,
});

/** The same as the list shows it. */
export function givenDecisionHead(more: Partial<AllocationDecision> = {}): DecisionHead {
  const one = givenDecision(more);
  const { id, scenarioName, stage, stageName, next, amends, corrects, correctedBy } = one;
  const { documentNumber, decidedOn, submittedBy, submittedAt, label, sentence } = one;
  return {
    ...{ id, scenario, scenarioName, run, stage, stageName, next, awaitingCheck: one.awaitingCheck !== null },
    ...{
      amends,
      corrects,
      correctedBy,
      documentNumber,
      decidedOn,
      submittedBy,
      submittedAt,
      label,
      sentence,
    },
  };
}
