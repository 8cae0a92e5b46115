import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Query, Route, Target } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { DraftResultsService } from './draft-results.service';
import { RepliesService } from './replies.service';
import { ReplyActsService } from './reply-acts.service';
import { ReplyRulingsService } from './reply-rulings.service';

type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };
type Page = ResponseOf<typeof endpoints.readReplies>;

@Controller()
export class RepliesController {
  constructor(
    private readonly replies: RepliesService,
    private readonly drafts: DraftResultsService,
    private readonly acts: ReplyActsService,
    private readonly rulings: ReplyRulingsService,
  ) {}

  @Route(endpoints.readReplies)
  read(
    @Account() account: SignedIn,
    @Params(endpoints.readReplies) { round }: ParamsOf<typeof endpoints.readReplies>,
    @Query(endpoints.readReplies) { number }: QueryOf<typeof endpoints.readReplies>,
  ): Promise<Page> {
    return this.replies.read(account, { round, number });
  }

  @Route(endpoints.openReplies)
  open(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.openReplies) { round }: ParamsOf<typeof endpoints.openReplies>,
    @Body(endpoints.openReplies) body: BodyOf<typeof endpoints.openReplies>,
  ): Promise<Page> {
    return this.drafts.open(act, account, round, body);
  }

  @Route(endpoints.saveReply)
  save(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.saveReply) target: VersionOf<typeof endpoints.saveReply>,
    @Body(endpoints.saveReply) body: BodyOf<typeof endpoints.saveReply>,
  ): Promise<Page> {
    return this.acts.save(act, account, target, body);
  }

  @Route(endpoints.removeReply)
  remove(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.removeReply) target: VersionOf<typeof endpoints.removeReply>,
  ): Promise<Page> {
    return this.acts.remove(act, account, target);
  }

  @Route(endpoints.submitReplies)
  submit(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.submitReplies) target: VersionOf<typeof endpoints.submitReplies>,
    @Body(endpoints.submitReplies) body: BodyOf<typeof endpoints.submitReplies>,
  ): Promise<Page> {
    return this.acts.submit(act, account, target, body);
  }

  @Route(endpoints.ruleOnReply)
  rule(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.ruleOnReply) target: VersionOf<typeof endpoints.ruleOnReply>,
    @Body(endpoints.ruleOnReply) body: BodyOf<typeof endpoints.ruleOnReply>,
  ): Promise<Page> {
    return this.rulings.rule(act, account, target, body);
  }
}
