import { Injectable } from '@nestjs/common';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import type { SignedIn } from '../../identity/signed-in';
import { settingsSha256 } from '../policies/settings-sha256';
import { AllocationScenariosService } from './allocation-scenarios.service';
import { ComputeScenarioService, type OfYear, type Wish } from './compute-scenario.service';
import { StoreScenarioService } from './store-scenario.service';

type Saved = ResponseOf<typeof endpoints.createAllocationScenario>;

/**
 * Saves a policy as a scenario. Should the evidence change between its reading and the save, the scenario says of itself
 * that it is stale.
 */
@Injectable()
export class SaveScenarioService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly computing: ComputeScenarioService,
    private readonly storing: StoreScenarioService,
    private readonly scenarios: AllocationScenariosService,
    private readonly settings: Settings,
  ) {}

  async save(act: Act, account: SignedIn, ofYear: OfYear, wish: Wish): Promise<Saved> {
    act.note({ object: { kind: 'allocation', id: `${ofYear.program}/${ofYear.year}` } });
    const computed = await this.computing.compute(account, ofYear, wish);
    const { name, settings } = wish;
    return this.trail.record(act, account.scope, async (tx) => {
      const { scenario, run, existing } = await this.storing.store(tx, {
        ...computed,
        ...{ cityId: account.cityId, name, settings },
        by: account.username,
        at: this.settings.clock.now(),
      });
      act.note({
        object: { kind: 'allocationScenario', id: scenario },
        after: { title: name, run, sha256: settingsSha256(settings), existing },
      });
      const justRead = { scoringRun: wish.scoringRun, sha256: computed.evidenceSha256 };
      return { scenario: await this.scenarios.find(tx, scenario, justRead), existing };
    });
  }
}
