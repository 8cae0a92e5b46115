import { Controller } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Account, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { RoundTasksService } from './round-tasks.service';

@Controller()
export class RoundTasksController {
  constructor(private readonly tasks: RoundTasksService) {}

  @Route(endpoints.listRoundTasks)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listRoundTasks) query: QueryOf<typeof endpoints.listRoundTasks>,
  ): Promise<ResponseOf<typeof endpoints.listRoundTasks>> {
    return this.tasks.list(account, query);
  }
}
