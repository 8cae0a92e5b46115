import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import type { Scope } from '../../database/scope';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { EvaluatorAccessService } from '../evaluator-access.service';
import { noSuchCounty } from './no-such-county';
import type { RoundRows } from './present-round';
import { RoundActs } from './round-acts.service';
import { RoundCommentsRepository } from './round-comments.repository';

type Comments = ResponseOf<typeof endpoints.listRoundComments>;
type Remark = BodyOf<typeof endpoints.commentOnIndicator>;
type Answer = BodyOf<typeof endpoints.answerRoundComment>;

/** What bureau staff say of marks: seen by both sides and kept. No mark changes by it: that is the evaluator's alone. */
@Injectable()
export class RoundCommentsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly acts: RoundActs,
    private readonly repository: RoundCommentsRepository,
    private readonly access: EvaluatorAccessService,
  ) {}

  /** Of an evaluator, those on counties that are open to the evaluator. */
  async list(account: SignedIn, round: string): Promise<Comments> {
    const scope = await this.scopeOf(account, round);
    return scoped(this.source, scope, (tx) => this.present(tx, account, round));
  }

  /** @throws ProblemException forbidden, conflict once it is finalised, refused for an unknown county or indicator */
  async comment(act: Act, account: SignedIn, round: string, remark: Remark): Promise<Comments> {
    act.note({ object: { kind: 'evaluationRound', id: round }, after: remark });
    return this.trail.record(act, account.scope, async (tx) => {
      const rows = await this.acts.held(tx, account, round);
      this.acts.demandOrganiser(account, rows.round);
      if (rows.round.finalisedOn !== null) throw new ProblemException('conflict', FINALISED);
      const refusals = unknown(rows, remark);
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      await this.repository.insert(tx, {
        cityId: account.cityId,
        roundId: round,
        countyId: remark.county,
        indicatorId: remark.indicator,
        kind: remark.kind,
        comment: remark.text,
        by: account.username,
        at: new Date(),
        answer: null,
        answeredBy: null,
        answeredAt: null,
        outcome: null,
      });
      return this.present(tx, account, round);
    });
  }

  /** @throws ProblemException not-found for a county that is not open; conflict for what was answered; refused without an outcome */
  async answer(
    act: Act,
    account: SignedIn,
    { round, county, indicator, number }: ParamsOf<typeof endpoints.answerRoundComment>,
    { answer, outcome }: Answer,
  ): Promise<Comments> {
    act.note({
      object: { kind: 'evaluationRound', id: round },
      after: { county, indicator, number, answer, outcome },
    });
    const scope = await this.scopeOf(account, round);
    return this.trail.record(act, scope, async (tx) => {
      await this.acts.held(tx, account, round);
      const { comments } = await this.present(tx, account, round);
      const found = comments.find(
        (one) => one.county === county && one.indicator === indicator && one.number === number,
      );
      if (!found) throw new ProblemException('not-found');
      if (found.answer !== null) throw new ProblemException('conflict', ANSWERED);
      if ((found.kind === 'changeRequest') !== (outcome !== undefined)) {
        throw new ProblemException('refused', OUTCOME.detail, [OUTCOME]);
      }
      const key = {
        cityId: account.cityId,
        roundId: round,
        countyId: county,
        indicatorId: indicator,
        number,
      };
      await this.repository.answer(tx, key, {
        answer,
        answeredBy: account.username,
        answeredAt: new Date(),
        outcome: outcome ?? null,
      });
      return this.present(tx, account, round);
    });
  }

  /** Of an evaluator, the counties that the gate of interests leaves open; of who reads the city, all. */
  private async scopeOf(account: SignedIn, round: string): Promise<Scope> {
    if (account.scope.city !== null) return account.scope;
    return scoped(this.source, account.scope, async (tx) =>
      this.access.scopeFor(account, await this.access.accessOf(tx, account, round)),
    );
  }

  private async present(tx: EntityManager, account: SignedIn, id: string): Promise<Comments> {
    const { round, counties } = await this.acts.rows(tx, account, id);
    const names = new Map(counties.map((one) => [one.id, one.name]));
    const indicators = new Map(round.definition.indicators.map((one) => [one.id, nameOf(one)]));
    const rows = await this.repository.list(tx, account.cityId, id);
    return {
      comments: rows.map((row) => ({
        ...row,
        countyName: names.get(row.county) ?? row.county,
        indicatorName: indicators.get(row.indicator) ?? bilingual(row.indicator, row.indicator),
      })),
    };
  }
}

const unknown = ({ round, counties }: RoundRows, { county, indicator }: Remark) => [
  ...(counties.some(({ id }) => id === county) ? [] : [noSuchCounty('/county', county)]),
  ...(round.definition.indicators.some(({ id }) => id === indicator)
    ? []
    : [
        refusal(
          '/indicator',
          `本批次的办法没有指标“${indicator}”，请核对后重新选择。`,
          `The method of the round has no indicator “${indicator}”: check and choose again.`,
        ),
      ]),
];

const FINALISED = bilingual(
  '本批次已定案，不再登记意见；有异议的，请按复核程序办理。',
  'The round is finalised: no comment is entered any more.',
);
const ANSWERED = bilingual('这条意见已经答复过。', 'This comment has been answered already.');
const OUTCOME = refusal(
  '/outcome',
  '修改请求须说明分数改了还是维持；一般意见不填此项。',
  'Say of a request whether the mark was changed or kept; of a comment neither.',
);
