import { Injectable } from '@nestjs/common';
import type { BodyOf, QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { Settings } from '../../config/settings';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationEvidenceService, type FoundEvidence } from '../evidence/allocation-evidence.service';
import { refusalsOfSettings } from '../policies/allocation-policies.service';
import { ProposingService } from '../proposing/proposing.service';
import { RefusedProposals } from './refused-proposals.service';
import type { ToStore } from './store-scenario.service';

export type OfYear = QueryOf<typeof endpoints.createAllocationScenario>;
export type Wish = BodyOf<typeof endpoints.createAllocationScenario>;
/** What is computed from: without the name, which changes nothing. */
type Computing = Pick<Wish, 'settings' | 'scoringRun'>;
export type Computed = Pick<ToStore, 'evidence' | 'evidenceSha256' | 'computed'>;

/** Works out what is to be saved from evidence that is read anew. No transaction is open while it is computed. */
@Injectable()
export class ComputeScenarioService {
  constructor(
    private readonly source: DataSource,
    private readonly evidence: AllocationEvidenceService,
    private readonly proposing: ProposingService,
    private readonly refused: RefusedProposals,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException not-found, refused; unavailable where it cannot be computed now */
  async compute(account: SignedIn, ofYear: OfYear, { settings, scoringRun }: Computing): Promise<Computed> {
    const refusals = refusalsOfSettings(settings);
    if (refusals.length > 0) throw new ProblemException('refused', undefined, refusals);
    const { evidence, sha256: evidenceSha256 } = await this.found(account, ofYear, scoringRun);
    const computed = await this.proposing.propose({ evidence, evidenceSha256, settings });
    if (!computed.ok) throw this.refused.told(computed.refusals, { evidence, settings });
    return { evidence, evidenceSha256, computed: computed.value };
  }

  private async found(
    account: SignedIn,
    { program, year }: OfYear,
    scoringRun: string | null,
  ): Promise<FoundEvidence> {
    const asOf = this.settings.clock.today();
    const snapshot = await scoped(this.source, account.scope, async (tx) => {
      const ofYear = await this.evidence.ofYear(tx, { program, year, asOf });
      return this.evidence.snapshot(tx, ofYear, scoringRun);
    });
    if (!snapshot) throw new ProblemException('not-found');
    if (snapshot.evidence === null) throw new ProblemException('refused', snapshot.obstacle);
    return snapshot;
  }
}
