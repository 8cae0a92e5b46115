import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Query, Route, Target } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { YearsService } from './years.service';

type YearOf = ParamsOf<typeof endpoints.closeYear> & { readonly version: number };

@Controller()
export class YearsController {
  constructor(private readonly years: YearsService) {}

  @Route(endpoints.listYears)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listYears) { program }: QueryOf<typeof endpoints.listYears>,
  ): Promise<ResponseOf<typeof endpoints.listYears>> {
    return this.years.list(account, program);
  }

  @Route(endpoints.openYear)
  open(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.openYear) body: BodyOf<typeof endpoints.openYear>,
  ): Promise<ResponseOf<typeof endpoints.openYear>> {
    return this.years.open(act, account, body);
  }

  @Route(endpoints.closeYear)
  close(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.closeYear) target: YearOf,
    @Body(endpoints.closeYear) body: BodyOf<typeof endpoints.closeYear>,
  ): Promise<ResponseOf<typeof endpoints.closeYear>> {
    return this.years.close(act, account, { ...target, body });
  }

  @Route(endpoints.reopenYear)
  reopen(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.reopenYear) target: YearOf,
    @Body(endpoints.reopenYear) body: BodyOf<typeof endpoints.reopenYear>,
  ): Promise<ResponseOf<typeof endpoints.reopenYear>> {
    return this.years.reopen(act, account, { ...target, body });
  }
}
