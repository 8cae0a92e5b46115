import { Controller } from '@nestjs/common';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Account, Params, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { ComparisonService } from './comparison.service';
import { CountyPageService } from './county-page.service';
import { DashboardsService } from './dashboards.service';
import { FundsPageService } from './funds-page.service';
import { IndicatorsPageService } from './indicators-page.service';

@Controller()
export class DashboardsController {
  constructor(
    private readonly dashboards: DashboardsService,
    private readonly countyPage: CountyPageService,
    private readonly comparisons: ComparisonService,
    private readonly fundsPage: FundsPageService,
    private readonly indicatorsPage: IndicatorsPageService,
  ) {}

  @Route(endpoints.readOverview)
  overview(
    @Account() account: SignedIn,
    @Query(endpoints.readOverview) query: QueryOf<typeof endpoints.readOverview>,
  ): Promise<ResponseOf<typeof endpoints.readOverview>> {
    return this.dashboards.overview(account, query);
  }

  @Route(endpoints.compareCounties)
  compare(
    @Account() account: SignedIn,
    @Query(endpoints.compareCounties) query: QueryOf<typeof endpoints.compareCounties>,
  ): Promise<ResponseOf<typeof endpoints.compareCounties>> {
    return this.comparisons.read(account, query);
  }

  @Route(endpoints.readCounty)
  county(
    @Account() account: SignedIn,
    @Params(endpoints.readCounty) params: ParamsOf<typeof endpoints.readCounty>,
    @Query(endpoints.readCounty) query: QueryOf<typeof endpoints.readCounty>,
  ): Promise<ResponseOf<typeof endpoints.readCounty>> {
    return this.countyPage.read(account, params, query);
  }

  @Route(endpoints.readFunds)
  funds(
    @Account() account: SignedIn,
    @Query(endpoints.readFunds) query: QueryOf<typeof endpoints.readFunds>,
  ): Promise<ResponseOf<typeof endpoints.readFunds>> {
    return this.fundsPage.read(account, query);
  }

  @Route(endpoints.readIndicators)
  indicators(
    @Account() account: SignedIn,
    @Query(endpoints.readIndicators) query: QueryOf<typeof endpoints.readIndicators>,
  ): Promise<ResponseOf<typeof endpoints.readIndicators>> {
    return this.indicatorsPage.read(account, query);
  }
}
