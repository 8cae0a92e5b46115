import { Controller, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply } from 'fastify';
import type { Act } from '../audit/act';
import { asCertificateFile } from '../http/certificate-file';
import { Account, Acting, Body, Params, Query, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { CreateScoringRunService } from './create-scoring-run.service';
import { EvaluationsService } from './evaluations.service';
import { ScoringCertificates } from './scoring-certificates';

@Controller()
export class EvaluationsController {
  constructor(
    private readonly evaluations: EvaluationsService,
    private readonly creation: CreateScoringRunService,
    private readonly certificates: ScoringCertificates,
  ) {}

  @Route(endpoints.listScoringRuns)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listScoringRuns) query: QueryOf<typeof endpoints.listScoringRuns>,
  ): Promise<ResponseOf<typeof endpoints.listScoringRuns>> {
    return this.evaluations.list(account, query);
  }

  @Route(endpoints.readScoringRun)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readScoringRun) params: ParamsOf<typeof endpoints.readScoringRun>,
  ): Promise<ResponseOf<typeof endpoints.readScoringRun>> {
    return this.evaluations.read(account, params);
  }

  @Route(endpoints.explainScore)
  explain(
    @Account() account: SignedIn,
    @Params(endpoints.explainScore) params: ParamsOf<typeof endpoints.explainScore>,
  ): Promise<ResponseOf<typeof endpoints.explainScore>> {
    return this.evaluations.explain(account, params);
  }

  @Route(endpoints.createScoringRun)
  create(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.createScoringRun) body: BodyOf<typeof endpoints.createScoringRun>,
  ): Promise<ResponseOf<typeof endpoints.createScoringRun>> {
    return this.creation.create(act, account, body);
  }

  @Route(endpoints.readScoringCertificate)
  async certificate(
    @Account() account: SignedIn,
    @Params(endpoints.readScoringCertificate) params: ParamsOf<typeof endpoints.readScoringCertificate>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ResponseOf<typeof endpoints.readScoringCertificate>> {
    return asCertificateFile(await this.certificates.find(account, params), reply);
  }
}
