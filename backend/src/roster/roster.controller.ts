import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Params, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { AssistantEntryService } from './assistant-entry.service';
import { AssistantMeasuresService } from './assistant-measures.service';
import { RosterService } from './roster.service';

/** A person, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };

@Controller()
export class RosterController {
  constructor(
    private readonly roster: RosterService,
    private readonly entry: AssistantEntryService,
    private readonly measures: AssistantMeasuresService,
  ) {}

  @Route(endpoints.readRoster)
  read(
    @Account() by: SignedIn,
    @Query(endpoints.readRoster) query: QueryOf<typeof endpoints.readRoster>,
  ): Promise<ResponseOf<typeof endpoints.readRoster>> {
    return this.roster.read(by, query);
  }

  @Route(endpoints.readRosterMonths)
  months(
    @Account() by: SignedIn,
    @Query(endpoints.readRosterMonths) query: QueryOf<typeof endpoints.readRosterMonths>,
  ): Promise<ResponseOf<typeof endpoints.readRosterMonths>> {
    return this.roster.months(by, query);
  }

  @Route(endpoints.enterAssistant)
  enter(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Body(endpoints.enterAssistant) body: BodyOf<typeof endpoints.enterAssistant>,
  ): Promise<ResponseOf<typeof endpoints.enterAssistant>> {
    return this.entry.enter(act, by, body);
  }

  @Route(endpoints.changeAssistant)
  change(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.changeAssistant) target: VersionOf<typeof endpoints.changeAssistant>,
    @Body(endpoints.changeAssistant) body: BodyOf<typeof endpoints.changeAssistant>,
  ): Promise<ResponseOf<typeof endpoints.changeAssistant>> {
    return this.entry.change(act, by, target, body);
  }

  @Route(endpoints.takeOffPost)
  takeOffPost(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.takeOffPost) target: VersionOf<typeof endpoints.takeOffPost>,
    @Body(endpoints.takeOffPost) body: BodyOf<typeof endpoints.takeOffPost>,
  ): Promise<ResponseOf<typeof endpoints.takeOffPost>> {
    return this.measures.takeOffPost(act, by, target, body);
  }

  @Route(endpoints.discloseAssistant)
  disclose(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Params(endpoints.discloseAssistant) { assistant }: ParamsOf<typeof endpoints.discloseAssistant>,
    @Body(endpoints.discloseAssistant) body: BodyOf<typeof endpoints.discloseAssistant>,
  ): Promise<ResponseOf<typeof endpoints.discloseAssistant>> {
    return this.measures.disclose(act, by, assistant, body);
  }
}
