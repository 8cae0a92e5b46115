import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import type { Outcome } from '@yuheng/shared/domain/refusal';

/** One question to the worker; what is not answered is asked of another one. */
export interface ProposingQuestion {
  readonly id: number;
  readonly evidence: AllocationEvidence;
  readonly settings: AllocationSettings;
  readonly depth: 'quick' | 'whole';
}
export interface ProposingAnswer {
  readonly id: number;
  readonly outcome: Outcome<AllocationProposal>;
}

// Apart from the page, so that ten thousand simulations never hold up a key or a scroll.
addEventListener('message', ({ data }: MessageEvent<ProposingQuestion>) => {
  const { id, evidence, settings, depth } = data;
  postMessage({ id, outcome: proposeSplit(evidence, settings, depth) } satisfies ProposingAnswer);
});
