import { Controller } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Account, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { BurdenService } from './burden.service';

@Controller()
export class BurdenController {
  constructor(private readonly burden: BurdenService) {}

  @Route(endpoints.readBurden)
  read(
    @Account() account: SignedIn,
    @Query(endpoints.readBurden) query: QueryOf<typeof endpoints.readBurden>,
  ): Promise<ResponseOf<typeof endpoints.readBurden>> {
    return this.burden.read(account, query);
  }
}
