import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Asked, Body, Params, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationScenariosService } from './allocation-scenarios.service';
import { ChangeScenarioService } from './change-scenario.service';
import { PreviewScenarioService } from './preview-scenario.service';
import { SaveScenarioService } from './save-scenario.service';

type OfScenario = ParamsOf<typeof endpoints.readAllocationScenario>;
type Naming = OfScenario & BodyOf<typeof endpoints.renameAllocationScenario>;
type Saying = OfScenario & BodyOf<typeof endpoints.commentAllocationScenario>;

@Controller()
export class AllocationScenariosController {
  constructor(
    private readonly scenarios: AllocationScenariosService,
    private readonly saving: SaveScenarioService,
    private readonly previews: PreviewScenarioService,
    private readonly changing: ChangeScenarioService,
  ) {}

  @Route(endpoints.listAllocationScenarios)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listAllocationScenarios) query: QueryOf<typeof endpoints.listAllocationScenarios>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationScenarios>> {
    return this.scenarios.list(account, query);
  }

  @Route(endpoints.readAllocationScenario)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readAllocationScenario) params: OfScenario,
  ): Promise<ResponseOf<typeof endpoints.readAllocationScenario>> {
    return this.scenarios.read(account, params);
  }

  @Route(endpoints.createAllocationScenario)
  create(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Query(endpoints.createAllocationScenario) query: QueryOf<typeof endpoints.createAllocationScenario>,
    @Body(endpoints.createAllocationScenario) body: BodyOf<typeof endpoints.createAllocationScenario>,
  ): Promise<ResponseOf<typeof endpoints.createAllocationScenario>> {
    return this.saving.save(act, account, query, body);
  }

  @Route(endpoints.previewAllocationScenario)
  preview(
    @Account() account: SignedIn,
    @Query(endpoints.previewAllocationScenario) query: QueryOf<typeof endpoints.previewAllocationScenario>,
    @Body(endpoints.previewAllocationScenario) body: BodyOf<typeof endpoints.previewAllocationScenario>,
  ): Promise<ResponseOf<typeof endpoints.previewAllocationScenario>> {
    return this.previews.preview(account, query, body);
  }

  @Route(endpoints.renameAllocationScenario)
  rename(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Asked(endpoints.renameAllocationScenario) asked: Naming,
  ): Promise<ResponseOf<typeof endpoints.renameAllocationScenario>> {
    return this.changing.rename(act, account, asked);
  }

  @Route(endpoints.commentAllocationScenario)
  comment(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Asked(endpoints.commentAllocationScenario) asked: Saying,
  ): Promise<ResponseOf<typeof endpoints.commentAllocationScenario>> {
    return this.changing.comment(act, account, asked);
  }

  @Route(endpoints.withdrawAllocationScenario)
  withdraw(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.withdrawAllocationScenario) params: OfScenario,
  ): Promise<ResponseOf<typeof endpoints.withdrawAllocationScenario>> {
    return this.changing.withdraw(act, account, params);
  }
}
