import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Params, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { DocumentsService } from './documents.service';
import { FieldRecordsService } from './field-records.service';
import { FieldSamplesService } from './field-samples.service';
import { FieldworkFactsService } from './fieldwork-facts.service';
import { FieldworkReadingService } from './fieldwork-reading.service';

/** What is changed, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };

@Controller()
export class FieldworkController {
  constructor(
    private readonly reading: FieldworkReadingService,
    private readonly documents: DocumentsService,
    private readonly records: FieldRecordsService,
    private readonly samples: FieldSamplesService,
    private readonly said: FieldworkFactsService,
  ) {}

  @Route(endpoints.listFieldwork)
  list(
    @Account() account: SignedIn,
    @Params(endpoints.listFieldwork) { round }: ParamsOf<typeof endpoints.listFieldwork>,
  ): Promise<ResponseOf<typeof endpoints.listFieldwork>> {
    return this.reading.list(account, round);
  }

  @Route(endpoints.readFieldwork)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readFieldwork) params: ParamsOf<typeof endpoints.readFieldwork>,
  ): Promise<ResponseOf<typeof endpoints.readFieldwork>> {
    return this.reading.read(account, params);
  }

  @Route(endpoints.readFieldworkFacts)
  facts(
    @Account() account: SignedIn,
    @Params(endpoints.readFieldworkFacts) params: ParamsOf<typeof endpoints.readFieldworkFacts>,
  ): Promise<ResponseOf<typeof endpoints.readFieldworkFacts>> {
    return this.said.read(account, params);
  }

  @Route(endpoints.askDocuments)
  ask(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.askDocuments) params: ParamsOf<typeof endpoints.askDocuments>,
    @Body(endpoints.askDocuments) body: BodyOf<typeof endpoints.askDocuments>,
  ): Promise<ResponseOf<typeof endpoints.askDocuments>> {
    return this.documents.ask(act, account, params, body);
  }

  @Route(endpoints.settleDocument)
  settle(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.settleDocument) target: VersionOf<typeof endpoints.settleDocument>,
    @Body(endpoints.settleDocument) body: BodyOf<typeof endpoints.settleDocument>,
  ): Promise<ResponseOf<typeof endpoints.settleDocument>> {
    return this.documents.settle(act, account, target, body);
  }

  @Route(endpoints.enterFieldRecord)
  enter(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.enterFieldRecord) params: ParamsOf<typeof endpoints.enterFieldRecord>,
    @Body(endpoints.enterFieldRecord) body: BodyOf<typeof endpoints.enterFieldRecord>,
  ): Promise<ResponseOf<typeof endpoints.enterFieldRecord>> {
    return this.records.enter(act, account, params, body);
  }

  @Route(endpoints.changeFieldRecord)
  change(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.changeFieldRecord) target: VersionOf<typeof endpoints.changeFieldRecord>,
    @Body(endpoints.changeFieldRecord) body: BodyOf<typeof endpoints.changeFieldRecord>,
  ): Promise<ResponseOf<typeof endpoints.changeFieldRecord>> {
    return this.records.change(act, account, target, body);
  }

  @Route(endpoints.signFieldRecord)
  sign(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.signFieldRecord) target: VersionOf<typeof endpoints.signFieldRecord>,
  ): Promise<ResponseOf<typeof endpoints.signFieldRecord>> {
    return this.records.sign(act, account, target);
  }

  @Route(endpoints.drawFieldSample)
  draw(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.drawFieldSample) params: ParamsOf<typeof endpoints.drawFieldSample>,
    @Body(endpoints.drawFieldSample) body: BodyOf<typeof endpoints.drawFieldSample>,
  ): Promise<ResponseOf<typeof endpoints.drawFieldSample>> {
    return this.samples.draw(act, account, params, body);
  }

  @Route(endpoints.checkFieldSample)
  check(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.checkFieldSample) target: VersionOf<typeof endpoints.checkFieldSample>,
    @Body(endpoints.checkFieldSample) body: BodyOf<typeof endpoints.checkFieldSample>,
  ): Promise<ResponseOf<typeof endpoints.checkFieldSample>> {
    return this.samples.check(act, account, target, body);
  }
}
