import { Controller, Res } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import type { Act } from '../audit/act';
import { asFile } from '../http/as-file';
import { Account, Acting, Address, Body, Params, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { MethodDraftsService, type DraftTarget } from './method-drafts.service';
import { MethodFilesService } from './method-files.service';
import { MethodsService } from './methods.service';
import { PublishMethodService } from './publish-method.service';
import { SimulateMethodService, type SimulationWish } from './simulate-method.service';

type DraftKey = ParamsOf<typeof endpoints.readMethodDraft>;

@Controller()
export class MethodDraftsController {
  constructor(
    private readonly methods: MethodsService,
    private readonly drafts: MethodDraftsService,
    private readonly publication: PublishMethodService,
    private readonly simulation: SimulateMethodService,
    private readonly files: MethodFilesService,
  ) {}

  @Route(endpoints.createMethodDraft)
  create(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Query(endpoints.createMethodDraft) { program }: QueryOf<typeof endpoints.createMethodDraft>,
    @Body(endpoints.createMethodDraft) { from }: BodyOf<typeof endpoints.createMethodDraft>,
  ): Promise<ResponseOf<typeof endpoints.createMethodDraft>> {
    return this.drafts.create(act, account, program, from);
  }

  @Route(endpoints.readMethodDraft)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readMethodDraft) { draft }: DraftKey,
  ): Promise<ResponseOf<typeof endpoints.readMethodDraft>> {
    return this.methods.readDraft(account, draft);
  }

  @Route(endpoints.saveMethodDraft)
  save(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.saveMethodDraft) target: DraftTarget,
    @Body(endpoints.saveMethodDraft) content: BodyOf<typeof endpoints.saveMethodDraft>,
  ): Promise<ResponseOf<typeof endpoints.saveMethodDraft>> {
    return this.drafts.save(act, account, target, content);
  }

  @Route(endpoints.withdrawMethodDraft)
  withdraw(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.withdrawMethodDraft) target: DraftTarget,
  ): Promise<void> {
    return this.drafts.withdraw(act, account, target);
  }

  @Route(endpoints.publishMethod)
  publish(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.publishMethod) target: DraftTarget,
    @Body(endpoints.publishMethod) publication: BodyOf<typeof endpoints.publishMethod>,
  ): Promise<ResponseOf<typeof endpoints.publishMethod>> {
    return this.publication.publish(act, account, target, publication);
  }

  @Route(endpoints.downloadMethodDraftWorkbook)
  async download(
    @Account() account: SignedIn,
    @Params(endpoints.downloadMethodDraftWorkbook) { draft }: DraftKey,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    return asFile(reply, await this.files.ofDraft(account, draft));
  }

  @Route(endpoints.simulateMethodDraft)
  simulate(
    @Account() account: SignedIn,
    @Address(endpoints.simulateMethodDraft) { draft, ...wish }: DraftKey & SimulationWish,
  ): Promise<ResponseOf<typeof endpoints.simulateMethodDraft>> {
    return this.simulation.ofDraft(account, draft, wish);
  }
}
