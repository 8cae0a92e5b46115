import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import { allocationQuestion } from '@yuheng/shared/domain/allocation/evidence/allocation-input';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import { canonicalSettings } from '@yuheng/shared/domain/allocation/settings/canonical-settings';
import type { CanonicalRecord } from '@yuheng/shared/domain/certificates/certificate';
import { printedFirmness, printedInput } from '@yuheng/shared/domain/certificates/printed-input';
import { accepted, type Outcome } from '@yuheng/shared/domain/refusal';

export interface ToPropose {
  readonly evidence: AllocationEvidence;
  /** SHA-256 of the evidence's canonical JSON. */
  readonly evidenceSha256: string;
  readonly settings: AllocationSettings;
}

/** What a run is stored with. */
export interface FrozenProposal {
  readonly proposal: AllocationProposal;
  /**
   * What the engine computed from, written out, so that the run's certificate needs nothing else; and what the run was
   * told with: the settings, and the hash of the evidence.
   */
  readonly inputs: CanonicalRecord;
}

/** The whole proposal, and the inputs that are frozen with it. Takes up to a second: in a thread of its own. */
export function frozenProposal({ evidence, evidenceSha256, settings }: ToPropose): Outcome<FrozenProposal> {
  const canonical = canonicalSettings(settings);
  const question = allocationQuestion(evidence, canonical);
  if (!question.ok) return question;
  const proposal = proposeSplit(evidence, canonical, 'whole');
  if (!proposal.ok) return proposal;
  const { input, firmness } = question.value;
  const { counties } = proposal.value;
  return accepted({
    proposal: proposal.value,
    inputs: {
      ...printedInput(input),
      // Without the gate nothing is held back by the simulation, and the parts follow from the input alone.
      ...(canonical.firmness.gate ? { stability: printedFirmness(firmness) } : {}),
      basis: {
        year: evidence.year,
        publication: evidence.lastSplit.publication,
        evidenceSha256,
        settings: canonical as unknown as CanonicalRecord,
        units: counties.map(({ county, lastFen, onPost }) => ({ id: county, lastFen, onPost })),
      },
    },
  });
}
