import { Controller } from '@nestjs/common';
import type { BodyOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { AllocationPoliciesService } from './allocation-policies.service';
import { PublishAllocationPolicyService } from './publish-allocation-policy.service';

@Controller()
export class AllocationPoliciesController {
  constructor(
    private readonly policies: AllocationPoliciesService,
    private readonly publication: PublishAllocationPolicyService,
  ) {}

  @Route(endpoints.listAllocationPolicies)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listAllocationPolicies) query: QueryOf<typeof endpoints.listAllocationPolicies>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationPolicies>> {
    return this.policies.list(account, query);
  }

  @Route(endpoints.checkAllocationPolicy)
  check(
    @Account() account: SignedIn,
    @Query(endpoints.checkAllocationPolicy) query: QueryOf<typeof endpoints.checkAllocationPolicy>,
    @Body(endpoints.checkAllocationPolicy) body: BodyOf<typeof endpoints.checkAllocationPolicy>,
  ): Promise<ResponseOf<typeof endpoints.checkAllocationPolicy>> {
    return this.policies.check(account, query, body);
  }

  @Route(endpoints.publishAllocationPolicy)
  publish(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Query(endpoints.publishAllocationPolicy) query: QueryOf<typeof endpoints.publishAllocationPolicy>,
    @Body(endpoints.publishAllocationPolicy) body: BodyOf<typeof endpoints.publishAllocationPolicy>,
  ): Promise<ResponseOf<typeof endpoints.publishAllocationPolicy>> {
    return this.publication.publish(act, account, query, body);
  }
}
