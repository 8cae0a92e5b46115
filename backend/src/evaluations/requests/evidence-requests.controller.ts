import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route, Target } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { EvidenceAskingService } from './evidence-asking.service';
import { EvidenceRequestsService } from './evidence-requests.service';

@Controller()
export class EvidenceRequestsController {
  constructor(
    private readonly requests: EvidenceRequestsService,
    private readonly asking: EvidenceAskingService,
  ) {}

  @Route(endpoints.listEvidenceRequests)
  list(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listEvidenceRequests>> {
    return this.requests.list(account);
  }

  @Route(endpoints.requestEvidence)
  ask(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.requestEvidence) { round }: ParamsOf<typeof endpoints.requestEvidence>,
    @Body(endpoints.requestEvidence) body: BodyOf<typeof endpoints.requestEvidence>,
  ): Promise<ResponseOf<typeof endpoints.requestEvidence>> {
    return this.asking.ask(act, account, round, body);
  }

  @Route(endpoints.answerEvidenceRequest)
  answer(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.answerEvidenceRequest)
    target: ParamsOf<typeof endpoints.answerEvidenceRequest> & { readonly version: number },
    @Body(endpoints.answerEvidenceRequest) body: BodyOf<typeof endpoints.answerEvidenceRequest>,
  ): Promise<ResponseOf<typeof endpoints.answerEvidenceRequest>> {
    return this.requests.answer(act, account, target, body);
  }
}
