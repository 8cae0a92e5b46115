import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { DataSource } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import type { SignedIn } from '../../identity/signed-in';
import { ComputeScenarioService, type OfYear } from './compute-scenario.service';
import { StoreScenarioService } from './store-scenario.service';

type Wish = BodyOf<typeof endpoints.previewAllocationScenario>;

/**
 * What a save would store, computed while a name is being thought of: whoever saves sees before that the server comes to
 * the same, and that the policy was saved already. The proposal is kept, so that the save itself has nothing to compute.
 */
@Injectable()
export class PreviewScenarioService {
  constructor(
    private readonly source: DataSource,
    private readonly computing: ComputeScenarioService,
    private readonly storing: StoreScenarioService,
  ) {}

  async preview(
    account: SignedIn,
    ofYear: OfYear,
    wish: Wish,
  ): Promise<ResponseOf<typeof endpoints.previewAllocationScenario>> {
    const computed = await this.computing.compute(account, ofYear, wish);
    const existing = await scoped(this.source, account.scope, (tx) => this.storing.existing(tx, computed));
    const { headline } = computed.computed.proposal;
    return { headline, evidenceSha256: computed.evidenceSha256, existing };
  }
}
