import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { AccountApprovalService } from './account-approval.service';
import { AccountMeasuresService } from './account-measures.service';
import { HandOverService } from './hand-over.service';

/** Measures on one account, each for a stated reason; approval and hand-over. */
@Controller()
export class AccountMeasuresController {
  constructor(
    private readonly measures: AccountMeasuresService,
    private readonly handOvers: HandOverService,
    private readonly approval: AccountApprovalService,
  ) {}

  @Route(endpoints.disableAccount)
  disable(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.disableAccount) { account }: ParamsOf<typeof endpoints.disableAccount>,
    @Body(endpoints.disableAccount) body: BodyOf<typeof endpoints.disableAccount>,
  ): Promise<ResponseOf<typeof endpoints.disableAccount>> {
    return this.measures.disable(act, by, account, body);
  }

  @Route(endpoints.resetPassword)
  resetPassword(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.resetPassword) { account }: ParamsOf<typeof endpoints.resetPassword>,
    @Body(endpoints.resetPassword) body: BodyOf<typeof endpoints.resetPassword>,
  ): Promise<ResponseOf<typeof endpoints.resetPassword>> {
    return this.measures.resetPassword(act, by, account, body);
  }

  @Route(endpoints.resetSecondFactor)
  resetSecondFactor(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.resetSecondFactor) { account }: ParamsOf<typeof endpoints.resetSecondFactor>,
    @Body(endpoints.resetSecondFactor) body: BodyOf<typeof endpoints.resetSecondFactor>,
  ): Promise<ResponseOf<typeof endpoints.resetSecondFactor>> {
    return this.measures.resetSecondFactor(act, by, account, body);
  }

  @Route(endpoints.unlockAccount)
  unlock(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.unlockAccount) { account }: ParamsOf<typeof endpoints.unlockAccount>,
    @Body(endpoints.unlockAccount) body: BodyOf<typeof endpoints.unlockAccount>,
  ): Promise<ResponseOf<typeof endpoints.unlockAccount>> {
    return this.measures.unlock(act, by, account, body);
  }

  @Route(endpoints.disclosePhone)
  disclosePhone(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.disclosePhone) { account }: ParamsOf<typeof endpoints.disclosePhone>,
    @Body(endpoints.disclosePhone) body: BodyOf<typeof endpoints.disclosePhone>,
  ): Promise<ResponseOf<typeof endpoints.disclosePhone>> {
    return this.measures.disclosePhone(act, by, account, body);
  }

  @Route(endpoints.handOverAccount)
  handOver(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.handOverAccount) { account }: ParamsOf<typeof endpoints.handOverAccount>,
    @Body(endpoints.handOverAccount) body: BodyOf<typeof endpoints.handOverAccount>,
  ): Promise<ResponseOf<typeof endpoints.handOverAccount>> {
    return this.handOvers.handOver(act, by, account, body);
  }

  @Route(endpoints.approveAccount)
  approve(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.approveAccount) { account }: ParamsOf<typeof endpoints.approveAccount>,
    @Body(endpoints.approveAccount) body: BodyOf<typeof endpoints.approveAccount>,
  ): Promise<ResponseOf<typeof endpoints.approveAccount>> {
    return this.approval.approve(act, by, account, body);
  }
}
