import type { AllocationRun } from '@yuheng/shared/contract/allocation-runs';
import { TRIAL_LABEL } from '@yuheng/shared/domain/allocation/deciding/decision-in-words';
import type {
  AllocationProposal,
  ProposedCounty,
} from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';

/** What of a run is told in words and steps; the parts themselves have a table of their own. */
export type StoredAnswer = Pick<
  AllocationRun,
  'label' | 'headline' | 'lastYear' | 'pool' | 'policy' | 'peopleEffect' | 'warnings' | 'counties'
>;

/** What a run of a scenario is stored with; runs of before hold a `StoredAnswer`. */
export interface ProposedAnswer {
  readonly lastYear: AllocationRun['lastYear'];
  readonly proposal: AllocationProposal;
}

/** A stored answer as a run tells it, whichever way it was stored. */
export const toldRun = (answer: StoredAnswer | ProposedAnswer): StoredAnswer =>
  'proposal' in answer ? toldProposal(answer) : answer;

const toldProposal = ({ lastYear, proposal }: ProposedAnswer): StoredAnswer => ({
  label: TRIAL_LABEL,
  headline: proposal.headline,
  lastYear,
  pool: proposal.pool,
  policy: [...proposal.policy],
  peopleEffect: {
    personsReduced: proposal.peopleEffect.personsReduced,
    text: proposal.peopleEffect.text,
  },
  warnings: proposal.warnings.map(({ text }) => text),
  counties: proposal.counties.map(toldCounty),
});

const toldCounty = ({ certainty, steps, ...one }: ProposedCounty): StoredAnswer['counties'][number] => ({
  county: one.county,
  name: one.county,
  lastPart: one.lastPart,
  lastFen: one.lastFen,
  part: one.part,
  fen: one.fen,
  change: one.change,
  proposedPart: one.proposedPart,
  ...(certainty && {
    certainty: {
      steadiness: certainty.steadiness,
      word: certainty.word,
      heldRuns: certainty.heldRuns,
      runs: certainty.runs,
      heldPercent: certainty.heldPercent,
      text: certainty.text,
    },
  }),
  score: one.score,
  floor: one.floor,
  reason: one.reason,
  steps: steps.map(({ label, expression, result }) => ({ label, expression, result })),
});
