import { Controller, Req, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Act } from '../../audit/act';
import { asAttachment } from '../../http/attachment';
import { Account, Acting, Address, Body, Params, Query, Route, Target } from '../../http/route';
import { DOCUMENT, readUpload } from '../../http/upload';
import type { SignedIn } from '../../identity/signed-in';
import { DecisionChecksService } from './decision-checks.service';
import type { DecisionTarget } from './decision-door.service';
import { DecisionFilesService } from './decision-files.service';
import { DecisionStepsService } from './decision-steps.service';
import { DecisionsService } from './decisions.service';
import { SubmitDecisionService } from './submit-decision.service';

@Controller()
export class DecisionsController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly submission: SubmitDecisionService,
    private readonly steps: DecisionStepsService,
    private readonly checks: DecisionChecksService,
    private readonly files: DecisionFilesService,
  ) {}

  @Route(endpoints.listAllocationDecisions)
  list(
    @Account() account: SignedIn,
    @Query(endpoints.listAllocationDecisions) query: QueryOf<typeof endpoints.listAllocationDecisions>,
  ): Promise<ResponseOf<typeof endpoints.listAllocationDecisions>> {
    return this.decisions.list(account, query);
  }

  @Route(endpoints.readAllocationDecision)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readAllocationDecision)
    { decision }: ParamsOf<typeof endpoints.readAllocationDecision>,
  ): Promise<ResponseOf<typeof endpoints.readAllocationDecision>> {
    return this.decisions.read(account, decision);
  }

  @Route(endpoints.submitAllocationDecision)
  submit(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.submitAllocationDecision) body: BodyOf<typeof endpoints.submitAllocationDecision>,
  ): Promise<ResponseOf<typeof endpoints.submitAllocationDecision>> {
    return this.submission.submit(act, account, body);
  }

  @Route(endpoints.takeDecisionStep)
  take(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.takeDecisionStep) target: DecisionTarget,
    @Body(endpoints.takeDecisionStep) body: BodyOf<typeof endpoints.takeDecisionStep>,
  ): Promise<ResponseOf<typeof endpoints.takeDecisionStep>> {
    return this.steps.take(act, account, target, body);
  }

  @Route(endpoints.checkDecisionEntry)
  check(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.checkDecisionEntry) target: DecisionTarget,
    @Body(endpoints.checkDecisionEntry) body: BodyOf<typeof endpoints.checkDecisionEntry>,
  ): Promise<ResponseOf<typeof endpoints.checkDecisionEntry>> {
    return this.checks.check(act, account, target, body);
  }

  @Route(endpoints.uploadDecisionFile)
  async storeFile(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Address(endpoints.uploadDecisionFile)
    of: ParamsOf<typeof endpoints.uploadDecisionFile> & QueryOf<typeof endpoints.uploadDecisionFile>,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.uploadDecisionFile>> {
    return this.files.store(act, account, of, await readUpload(request, DOCUMENT));
  }

  @Route(endpoints.readDecisionFile)
  async download(
    @Account() account: SignedIn,
    @Params(endpoints.readDecisionFile) params: ParamsOf<typeof endpoints.readDecisionFile>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { name, mediaType, bytes } = await this.files.download(account, params);
    asAttachment(reply, name);
    void reply.type(mediaType).header('cache-control', 'no-store');
    return Readable.from([bytes]);
  }
}
