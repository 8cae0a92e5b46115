import { Injectable } from '@nestjs/common';
import type { QueryOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Indicators } from '@yuheng/shared/contract/indicators';
import { DataSource } from 'typeorm';
import { scoped } from '../database/scoped-transaction';
import type { SignedIn } from '../identity/signed-in';
import { DashboardsService } from './dashboards.service';
import { presentIndicators } from './present-indicators';

/** Which indicator needs work where, of the counties in scope: one scoped transaction and one answer. */
@Injectable()
export class IndicatorsPageService {
  constructor(
    private readonly source: DataSource,
    private readonly dashboards: DashboardsService,
  ) {}

  read(account: SignedIn, wanted: QueryOf<typeof endpoints.readIndicators>): Promise<Indicators> {
    return scoped(this.source, account.scope, async (tx) =>
      presentIndicators(await this.dashboards.pageOfYear(tx, account, wanted)),
    );
  }
}
