import { Controller } from '@nestjs/common';
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { Act } from '../audit/act';
import { Account, Acting, Body, Params, Query, Route, Target } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { GoalsService } from './goals.service';

type GoalRecord = ResponseOf<typeof endpoints.readGoal>;
/** One county's table, in the version that was read. */
type VersionOf<E extends Endpoint> = ParamsOf<E> & { readonly version: number };

@Controller()
export class GoalsController {
  constructor(private readonly goals: GoalsService) {}

  @Route(endpoints.listGoals)
  list(
    @Account() by: SignedIn,
    @Query(endpoints.listGoals) query: QueryOf<typeof endpoints.listGoals>,
  ): Promise<ResponseOf<typeof endpoints.listGoals>> {
    return this.goals.list(by, query);
  }

  @Route(endpoints.readGoal)
  read(
    @Account() by: SignedIn,
    @Params(endpoints.readGoal) address: ParamsOf<typeof endpoints.readGoal>,
  ): Promise<GoalRecord> {
    return this.goals.read(by, address);
  }

  @Route(endpoints.saveGoal)
  save(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.saveGoal) { version, ...address }: VersionOf<typeof endpoints.saveGoal>,
    @Body(endpoints.saveGoal) table: BodyOf<typeof endpoints.saveGoal>,
  ): Promise<GoalRecord> {
    return this.goals.save(act, by, address, { lock: version, table });
  }

  @Route(endpoints.submitGoal)
  submit(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.submitGoal) { version, ...address }: VersionOf<typeof endpoints.submitGoal>,
    @Body(endpoints.submitGoal) _: BodyOf<typeof endpoints.submitGoal>,
  ): Promise<GoalRecord> {
    return this.goals.change(act, by, address, { name: 'submit', lock: version });
  }

  @Route(endpoints.returnGoal)
  giveBack(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.returnGoal) { version, ...address }: VersionOf<typeof endpoints.returnGoal>,
    @Body(endpoints.returnGoal) { reason }: BodyOf<typeof endpoints.returnGoal>,
  ): Promise<GoalRecord> {
    return this.goals.change(act, by, address, { name: 'return', lock: version, reason });
  }

  @Route(endpoints.reviewGoal)
  review(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.reviewGoal) { version, ...address }: VersionOf<typeof endpoints.reviewGoal>,
    @Body(endpoints.reviewGoal) { code }: BodyOf<typeof endpoints.reviewGoal>,
  ): Promise<GoalRecord> {
    return this.goals.approve(act, by, address, { name: 'review', lock: version, code });
  }

  @Route(endpoints.agreeGoal)
  agree(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.agreeGoal) { version, ...address }: VersionOf<typeof endpoints.agreeGoal>,
    @Body(endpoints.agreeGoal) { code }: BodyOf<typeof endpoints.agreeGoal>,
  ): Promise<GoalRecord> {
    return this.goals.approve(act, by, address, { name: 'agree', lock: version, code });
  }

  @Route(endpoints.issueGoal)
  issue(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.issueGoal) { version, ...address }: VersionOf<typeof endpoints.issueGoal>,
    @Body(endpoints.issueGoal) body: BodyOf<typeof endpoints.issueGoal>,
  ): Promise<GoalRecord> {
    return this.goals.issue(act, by, address, { lock: version, ...body });
  }

  @Route(endpoints.adjustGoal)
  adjust(
    @Acting() act: Act,
    @Account() by: SignedIn,
    @Target(endpoints.adjustGoal) { version, ...address }: VersionOf<typeof endpoints.adjustGoal>,
    @Body(endpoints.adjustGoal) { reason }: BodyOf<typeof endpoints.adjustGoal>,
  ): Promise<GoalRecord> {
    return this.goals.change(act, by, address, { name: 'adjust', lock: version, reason });
  }
}
