import { Controller } from '@nestjs/common';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Account, Params, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { InspectionsService } from './inspections.service';

@Controller()
export class InspectionsController {
  constructor(private readonly inspections: InspectionsService) {}

  @Route(endpoints.listInspections)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listInspections) query: QueryOf<typeof endpoints.listInspections>,
  ): Promise<ResponseOf<typeof endpoints.listInspections>> {
    return this.inspections.list(account, query);
  }

  @Route(endpoints.readInspection)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readInspection) params: ParamsOf<typeof endpoints.readInspection>,
    @Query(endpoints.readInspection) query: QueryOf<typeof endpoints.readInspection>,
  ): Promise<ResponseOf<typeof endpoints.readInspection>> {
    return this.inspections.read(account, { ...params, ...query });
  }
}
