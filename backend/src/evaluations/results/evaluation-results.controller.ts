import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Query, Route } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { EvaluationFindingsService } from './evaluation-findings.service';
import { EvaluationResultsService } from './evaluation-results.service';
import { FinalisationService } from './finalisation.service';

@Controller()
export class EvaluationResultsController {
  constructor(
    private readonly results: EvaluationResultsService,
    private readonly finalisation: FinalisationService,
    private readonly findings: EvaluationFindingsService,
  ) {}

  @Route(endpoints.readEvaluationResults)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readEvaluationResults) { round }: ParamsOf<typeof endpoints.readEvaluationResults>,
    @Query(endpoints.readEvaluationResults) { number }: QueryOf<typeof endpoints.readEvaluationResults>,
  ): Promise<ResponseOf<typeof endpoints.readEvaluationResults>> {
    return this.results.read(account, { round, number });
  }

  @Route(endpoints.finaliseRound)
  finalise(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.finaliseRound) { round }: ParamsOf<typeof endpoints.finaliseRound>,
    @Body(endpoints.finaliseRound) body: BodyOf<typeof endpoints.finaliseRound>,
  ): Promise<ResponseOf<typeof endpoints.finaliseRound>> {
    return this.finalisation.finalise(act, account, round, body);
  }

  @Route(endpoints.raiseEvaluationFinding)
  raise(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.raiseEvaluationFinding) { round }: ParamsOf<typeof endpoints.raiseEvaluationFinding>,
    @Body(endpoints.raiseEvaluationFinding) body: BodyOf<typeof endpoints.raiseEvaluationFinding>,
  ): Promise<ResponseOf<typeof endpoints.raiseEvaluationFinding>> {
    return this.findings.raise(act, account, round, body);
  }
}
