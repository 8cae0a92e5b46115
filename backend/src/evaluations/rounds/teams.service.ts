import { Injectable } from '@nestjs/common';
import type { EvaluationRoundRecord } from '@yuheng/shared/contract/evaluation-rounds';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { InterestDeclarationEntity } from '../interest-declaration.entity';
import { noSuchCounty } from './no-such-county';
import type { RoundRows } from './present-round';
import { RoundActs } from './round-acts.service';
import { TeamsRepository } from './teams.repository';

type Joining = BodyOf<typeof endpoints.addRoundMember>;
type Declared = BodyOf<typeof endpoints.declareInterests>['declarations'];

/** 评价组: evaluators of firms, their ranks, what they declare, and when one of them leaves. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly acts: RoundActs,
    private readonly repository: TeamsRepository,
  ) {}

  /** @throws ProblemException refused for an account, firm or rank that does not fit; conflict for who was in the team before. */
  addMember(act: Act, account: SignedIn, round: string, joining: Joining): Promise<EvaluationRoundRecord> {
    return this.acts.organise(act, account, { round, version: null }, async (tx, rows) => {
      demandOpen(rows);
      if (rows.members.some((one) => one.account === joining.account)) {
        throw new ProblemException('conflict', IN_THE_TEAM);
      }
      const refusals = await this.refusalsOf(tx, account, joining);
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      act.note({ after: joining });
      await this.repository.insertMember(tx, {
        cityId: account.cityId,
        roundId: round,
        accountId: joining.account,
        firmId: joining.firm,
        rank: joining.rank,
        joinedOn: this.acts.today(),
        withdrawnOn: null,
        withdrawnReason: null,
      });
    });
  }

  /** Access ends with this act; what was submitted stays. @throws ProblemException not-found, conflict */
  withdraw(
    act: Act,
    account: SignedIn,
    { round, member }: { readonly round: string; readonly member: string },
    reason: string,
  ): Promise<EvaluationRoundRecord> {
    act.note({ reason });
    return this.acts.organise(act, account, { round, version: null }, async (tx, rows) => {
      demandOpen(rows);
      const found = rows.members.find((one) => one.account === member);
      if (!found) throw new ProblemException('not-found');
      if (found.withdrawnOn !== null) throw new ProblemException('conflict', GONE);
      act.note({ before: { member, rank: found.rank } });
      await this.repository.withdraw(
        tx,
        { cityId: account.cityId, roundId: round, accountId: member },
        { on: this.acts.today(), reason },
      );
    });
  }

  /**
   * One's own word on counties; what is said again as it was changes nothing.
   * @throws ProblemException not-found for who is not in the team; refused for an unknown county, a conflict without its
   *   reason, and one that is to be taken back
   */
  declare(
    act: Act,
    account: SignedIn,
    round: string,
    declared: Declared,
  ): Promise<ResponseOf<typeof endpoints.declareInterests>> {
    act.note({ object: { kind: 'evaluationRound', id: round }, after: { declarations: declared } });
    return this.trail.record(act, account.scope, async (tx) => {
      const rows = await this.acts.rows(tx, account, round);
      const own = rows.members.find((one) => one.account === account.accountId);
      if (!own) throw new ProblemException('not-found');
      const before = new Map(own.declarations.map(({ county, conflict }) => [county, conflict]));
      const refusals = declared.flatMap((one, place) =>
        declared.findIndex(({ county }) => county === one.county) < place
          ? [refusal(`/declarations/${place}/county`, TWICE.zh, TWICE.en)]
          : wrongDeclaration(rows, before, one, place),
      );
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      const news = declared.filter(({ county, conflict }) => before.get(county) !== conflict);
      await this.repository.declare(
        tx,
        news.map(({ county, conflict, reason }): InterestDeclarationEntity => ({
          cityId: account.cityId,
          roundId: round,
          countyId: county,
          accountId: account.accountId,
          conflict,
          reason: reason ?? null,
          declaredAt: new Date(),
        })),
      );
      return this.acts.record(tx, account, round);
    });
  }

  private async refusalsOf(
    tx: EntityManager,
    { cityId }: SignedIn,
    { account, firm, rank }: Joining,
  ): Promise<Refusal[]> {
    const person = (await this.repository.people(tx)).find((one) => one.account === account);
    const found = await this.repository.firm(tx, cityId, firm);
    return [
      ...(person ? [] : [NO_EVALUATOR]),
      ...(found && found.closedOn === null ? [] : [NO_FIRM]),
      ...(person && !person.leads && rank !== 'member' ? [NO_LEAD] : []),
    ];
  }
}

/** @throws ProblemException conflict once the round is finalised */
export function demandOpen({ round }: RoundRows): void {
  if (round.finalisedOn !== null) throw new ProblemException('conflict', FINALISED);
}

function wrongDeclaration(
  { counties }: RoundRows,
  before: ReadonlyMap<string, boolean>,
  { county, conflict, reason }: Declared[number],
  place: number,
): Refusal[] {
  const name = counties.find(({ id }) => id === county)?.name;
  const at = `/declarations/${place}`;
  if (name === undefined) {
    return [noSuchCounty(`${at}/county`, county)];
  }
  if (!conflict && before.get(county) === true) {
    return [
      refusal(
        `${at}/conflict`,
        `${name}已申报利害关系，不能改回；有误的，请向评价组织单位说明。`,
        `A conflict was declared for ${name} and is not taken back: if it was a mistake, tell who organises the round.`,
      ),
    ];
  }
  return conflict && reason === undefined
    ? [refusal(`${at}/reason`, `申报${name}有利害关系须写明情况。`, `Say what the conflict in ${name} is.`)]
    : [];
}

const TWICE = bilingual(
  '同一县（市、区）申报了两次，请只保留一次。',
  'The same county is declared twice: leave it in once.',
);
const FINALISED = bilingual(
  '本批次已定案，评价组和分工不能再改。',
  'The round is finalised: team and assignment stand.',
);
const IN_THE_TEAM = bilingual(
  '此人已在本批次的评价组中，或者曾经退出；退出后不能再加入同一批次。',
  'This person is in the team, or was withdrawn from it: nobody joins the same round twice.',
);
const GONE = bilingual('此人已退出本批次，不用再办。', 'This person has been withdrawn already.');
const NO_EVALUATOR = refusal(
  '/account',
  '此账户不是可用的评价人员账户，请先由系统管理员建立评价人员账户。',
  'This is no evaluator’s account that can be used: have the system administrator make one.',
);
const NO_FIRM = refusal(
  '/firm',
  '没有此机构，或者已停用；请选在用的机构。',
  'There is no such firm, or it is out of use: choose another.',
);
const NO_LEAD = refusal(
  '/rank',
  '主评人、机构复核须由有主评人角色的账户担任，请改选人员或者改为组成员。',
  'Only an account with the role of a lead evaluator can be lead or reviewer: choose another person or rank.',
);
