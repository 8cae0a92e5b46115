import { Controller } from '@nestjs/common';
import type { QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import { Account, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationQuestionService } from './allocation-question.service';

@Controller()
export class AllocationQuestionController {
  constructor(private readonly question: AllocationQuestionService) {}

  @Route(endpoints.readAllocationQuestion)
  read(
    @Account() account: SignedIn,
    @Query(endpoints.readAllocationQuestion) query: QueryOf<typeof endpoints.readAllocationQuestion>,
  ): Promise<ResponseOf<typeof endpoints.readAllocationQuestion>> {
    return this.question.read(account, query);
  }
}
