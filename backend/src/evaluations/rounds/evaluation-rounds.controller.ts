import { Controller, Req, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Act } from '../../audit/act';
import { asAttachment } from '../../http/attachment';
import { Account, Acting, Body, Params, Query, Route, Target } from '../../http/route';
import { DOCUMENT, readUpload } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { RoundFilesService } from './round-files.service';
import { RoundStepsService } from './round-steps.service';
import { RoundsService } from './rounds.service';

@Controller()
export class EvaluationRoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly steps: RoundStepsService,
    private readonly files: RoundFilesService,
  ) {}

  @Route(endpoints.listEvaluations)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listEvaluations) query: QueryOf<typeof endpoints.listEvaluations>,
  ): Promise<ResponseOf<typeof endpoints.listEvaluations>> {
    return this.rounds.list(account, query);
  }

  @Route(endpoints.createEvaluation)
  create(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.createEvaluation) body: BodyOf<typeof endpoints.createEvaluation>,
  ): Promise<ResponseOf<typeof endpoints.createEvaluation>> {
    return this.rounds.create(act, account, body);
  }

  @Route(endpoints.readEvaluation)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readEvaluation) { round }: ParamsOf<typeof endpoints.readEvaluation>,
  ): Promise<ResponseOf<typeof endpoints.readEvaluation>> {
    return this.rounds.read(account, round);
  }

  @Route(endpoints.changeEvaluation)
  change(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.changeEvaluation)
    target: ParamsOf<typeof endpoints.changeEvaluation> & { readonly version: number },
    @Body(endpoints.changeEvaluation) body: BodyOf<typeof endpoints.changeEvaluation>,
  ): Promise<ResponseOf<typeof endpoints.changeEvaluation>> {
    return this.rounds.change(act, account, target, body);
  }

  @Route(endpoints.registerStep)
  register(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.registerStep) { round }: ParamsOf<typeof endpoints.registerStep>,
    @Body(endpoints.registerStep) body: BodyOf<typeof endpoints.registerStep>,
  ): Promise<ResponseOf<typeof endpoints.registerStep>> {
    return this.steps.register(act, account, round, body);
  }

  @Route(endpoints.startScoring)
  startScoring(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.startScoring) { round }: ParamsOf<typeof endpoints.startScoring>,
    @Body(endpoints.startScoring) body: BodyOf<typeof endpoints.startScoring>,
  ): Promise<ResponseOf<typeof endpoints.startScoring>> {
    return this.steps.startScoring(act, account, round, body);
  }

  @Route(endpoints.storeRoundFile)
  async storeFile(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.storeRoundFile) { round }: ParamsOf<typeof endpoints.storeRoundFile>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.storeRoundFile>> {
    return this.files.store(act, account, round, await readUpload(request, DOCUMENT));
  }

  @Route(endpoints.downloadRoundFile)
  async download(
    @Account() account: SignedIn,
    @Params(endpoints.downloadRoundFile) params: ParamsOf<typeof endpoints.downloadRoundFile>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { name, mediaType, bytes } = await this.files.download(account, params);
    asAttachment(reply, name);
    void reply.type(mediaType).header('cache-control', 'no-store');
    return Readable.from([bytes]);
  }
}
