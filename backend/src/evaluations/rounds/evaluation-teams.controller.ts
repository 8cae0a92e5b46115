import { Controller } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../../audit/act';
import { Account, Acting, Body, Params, Route, Target } from '../../http/route';
import type { SignedIn } from '../../identity/signed-in';
import { FirmsService } from './firms.service';
import { RoundAssignmentsService } from './round-assignments.service';
import { RoundCommentsService } from './round-comments.service';
import { TeamsService } from './teams.service';

@Controller()
export class EvaluationTeamsController {
  constructor(
    private readonly firms: FirmsService,
    private readonly teams: TeamsService,
    private readonly assignments: RoundAssignmentsService,
    private readonly comments: RoundCommentsService,
  ) {}

  @Route(endpoints.listEvaluationFirms)
  listFirms(@Account() account: SignedIn): Promise<ResponseOf<typeof endpoints.listEvaluationFirms>> {
    return this.firms.list(account);
  }

  @Route(endpoints.createEvaluationFirm)
  createFirm(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Body(endpoints.createEvaluationFirm) body: BodyOf<typeof endpoints.createEvaluationFirm>,
  ): Promise<ResponseOf<typeof endpoints.createEvaluationFirm>> {
    return this.firms.create(act, account, body);
  }

  @Route(endpoints.closeEvaluationFirm)
  closeFirm(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.closeEvaluationFirm)
    target: ParamsOf<typeof endpoints.closeEvaluationFirm> & { readonly version: number },
    @Body(endpoints.closeEvaluationFirm) body: BodyOf<typeof endpoints.closeEvaluationFirm>,
  ): Promise<ResponseOf<typeof endpoints.closeEvaluationFirm>> {
    return this.firms.close(act, account, target, body.reason);
  }

  @Route(endpoints.addRoundMember)
  addMember(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.addRoundMember) { round }: ParamsOf<typeof endpoints.addRoundMember>,
    @Body(endpoints.addRoundMember) body: BodyOf<typeof endpoints.addRoundMember>,
  ): Promise<ResponseOf<typeof endpoints.addRoundMember>> {
    return this.teams.addMember(act, account, round, body);
  }

  @Route(endpoints.withdrawRoundMember)
  withdraw(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.withdrawRoundMember) params: ParamsOf<typeof endpoints.withdrawRoundMember>,
    @Body(endpoints.withdrawRoundMember) body: BodyOf<typeof endpoints.withdrawRoundMember>,
  ): Promise<ResponseOf<typeof endpoints.withdrawRoundMember>> {
    const { round, account: member } = params;
    return this.teams.withdraw(act, account, { round, member }, body.reason);
  }

  @Route(endpoints.declareInterests)
  declare(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.declareInterests) { round }: ParamsOf<typeof endpoints.declareInterests>,
    @Body(endpoints.declareInterests) body: BodyOf<typeof endpoints.declareInterests>,
  ): Promise<ResponseOf<typeof endpoints.declareInterests>> {
    return this.teams.declare(act, account, round, body.declarations);
  }

  @Route(endpoints.proposeAssignment)
  propose(
    @Account() account: SignedIn,
    @Params(endpoints.proposeAssignment) { round }: ParamsOf<typeof endpoints.proposeAssignment>,
  ): Promise<ResponseOf<typeof endpoints.proposeAssignment>> {
    return this.assignments.propose(account, round);
  }

  @Route(endpoints.saveAssignment)
  save(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Target(endpoints.saveAssignment)
    target: ParamsOf<typeof endpoints.saveAssignment> & { readonly version: number },
    @Body(endpoints.saveAssignment) body: BodyOf<typeof endpoints.saveAssignment>,
  ): Promise<ResponseOf<typeof endpoints.saveAssignment>> {
    return this.assignments.save(act, account, target, body.assignments);
  }

  @Route(endpoints.listRoundComments)
  listComments(
    @Account() account: SignedIn,
    @Params(endpoints.listRoundComments) { round }: ParamsOf<typeof endpoints.listRoundComments>,
  ): Promise<ResponseOf<typeof endpoints.listRoundComments>> {
    return this.comments.list(account, round);
  }

  @Route(endpoints.commentOnIndicator)
  comment(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.commentOnIndicator) { round }: ParamsOf<typeof endpoints.commentOnIndicator>,
    @Body(endpoints.commentOnIndicator) body: BodyOf<typeof endpoints.commentOnIndicator>,
  ): Promise<ResponseOf<typeof endpoints.commentOnIndicator>> {
    return this.comments.comment(act, account, round, body);
  }

  @Route(endpoints.answerRoundComment)
  answer(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.answerRoundComment) params: ParamsOf<typeof endpoints.answerRoundComment>,
    @Body(endpoints.answerRoundComment) body: BodyOf<typeof endpoints.answerRoundComment>,
  ): Promise<ResponseOf<typeof endpoints.answerRoundComment>> {
    return this.comments.answer(act, account, params, body);
  }
}
