import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Query, Route, Target } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { ReadSelfEvaluationService } from './read-self-evaluation.service';
import { SelfEvaluationSummaryService } from './self-evaluation-summary.service';
import { SelfEvaluationsService } from './self-evaluations.service';

type Form = ResponseOf<typeof endpoints.readSelfEvaluation>;
/** One county's form, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };

@Controller()
export class SelfEvaluationsController {
  constructor(
    private readonly forms: SelfEvaluationsService,
    private readonly reading: ReadSelfEvaluationService,
    private readonly summaries: SelfEvaluationSummaryService,
  ) {}

  @Route(endpoints.listSelfEvaluations)
  list(
    @Account() by: SignedIn,
    @Query(endpoints.listSelfEvaluations) query: QueryOf<typeof endpoints.listSelfEvaluations>,
  ): Promise<ResponseOf<typeof endpoints.listSelfEvaluations>> {
    return this.summaries.list(by, query);
  }

  @Route(endpoints.readSelfEvaluation)
  read(
    @Account() by: SignedIn,
    @Params(endpoints.readSelfEvaluation) address: ParamsOf<typeof endpoints.readSelfEvaluation>,
  ): Promise<Form> {
    return this.reading.read(by, address);
  }

  @Route(endpoints.saveSelfEvaluation)
  save(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.saveSelfEvaluation)
    { version, ...address }: VersionOf<typeof endpoints.saveSelfEvaluation>,
    @Body(endpoints.saveSelfEvaluation) { answers }: BodyOf<typeof endpoints.saveSelfEvaluation>,
  ): Promise<Form> {
    return this.forms.change(act, by, address, { name: 'save', lock: version, answers });
  }

  @Route(endpoints.submitSelfEvaluation)
  submit(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.submitSelfEvaluation)
    { version, ...address }: VersionOf<typeof endpoints.submitSelfEvaluation>,
    @Body(endpoints.submitSelfEvaluation) _: BodyOf<typeof endpoints.submitSelfEvaluation>,
  ): Promise<Form> {
    return this.forms.change(act, by, address, { name: 'submit', lock: version });
  }

  @Route(endpoints.returnSelfEvaluation)
  giveBack(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.returnSelfEvaluation)
    { version, ...address }: VersionOf<typeof endpoints.returnSelfEvaluation>,
    @Body(endpoints.returnSelfEvaluation) { reason }: BodyOf<typeof endpoints.returnSelfEvaluation>,
  ): Promise<Form> {
    return this.forms.change(act, by, address, { name: 'return', lock: version, reason });
  }

  @Route(endpoints.approveSelfEvaluation)
  approve(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.approveSelfEvaluation)
    { version, ...address }: VersionOf<typeof endpoints.approveSelfEvaluation>,
    @Body(endpoints.approveSelfEvaluation) { code }: BodyOf<typeof endpoints.approveSelfEvaluation>,
  ): Promise<Form> {
    return this.forms.change(act, by, address, { name: 'approve', lock: version, code });
  }
}
