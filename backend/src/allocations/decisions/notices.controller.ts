import { Controller } from '@nestjs/common';
import type { ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Params, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { NoticesService } from './notices.service';

@Controller()
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Route(endpoints.listAllocationNotices)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listAllocationNotices) query: QueryOf<typeof endpoints.listAllocationNotices>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationNotices>> {
    return this.notices.list(account, query);
  }

  @Route(endpoints.readAllocationNotice)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readAllocationNotice) key: ParamsOf<typeof endpoints.readAllocationNotice>,
  ): Promise<ResponseOf<typeof endpoints.readAllocationNotice>> {
    return this.notices.read(account, key);
  }

  @Route(endpoints.acknowledgeAllocationNotice)
  acknowledge(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.acknowledgeAllocationNotice)
    key: ParamsOf<typeof endpoints.acknowledgeAllocationNotice>,
  ): Promise<ResponseOf<typeof endpoints.acknowledgeAllocationNotice>> {
    return this.notices.acknowledge(act, account, key);
  }
}
