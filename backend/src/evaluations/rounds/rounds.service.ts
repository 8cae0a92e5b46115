import { Injectable } from '@nestjs/common';
import type { EvaluationRoundRecord, RoundHead } from '@yuheng/shared/contract/evaluation-rounds';
import type { BodyOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusalsOfSettings } from '@yuheng/shared/domain/evaluating/round-settings';
import { refusalsOfMethod } from '@yuheng/shared/domain/evaluating/round-method';
import { refusal } from '@yuheng/shared/domain/refusal';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { methodSha256 } from './method-sha256';
import { organisedKinds } from './organised-kinds';
import { isBeforeScoring, presentHead } from './present-round';
import { RoundActs, type RoundTarget } from './round-acts.service';
import { RoundsQueries, type RoundHeadRow } from './rounds.queries';
import { RoundsRepository, type RoundSettings } from './rounds.repository';

type Change = BodyOf<typeof endpoints.changeEvaluation>;
type Creation = BodyOf<typeof endpoints.createEvaluation>;

/** 评价批次: program × year × kind, by one published version of the method. Three kinds, never mixed. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly acts: RoundActs,
    private readonly queries: RoundsQueries,
    private readonly repository: RoundsRepository,
  ) {}

  list(
    account: SignedIn,
    { program, year }: QueryOf<typeof endpoints.listEvaluations>,
  ): Promise<ResponseOf<typeof endpoints.listEvaluations>> {
    const reader = this.acts.reader(account);
    return scoped(this.source, account.scope, async (tx) => {
      const heads = await this.queries.heads(tx, { program: program ?? null, year: year ?? null });
      const organises = organisedKinds(account.roles);
      const methods = organises.length > 0 ? await this.queries.publishedMethods(tx) : [];
      return {
        asOf: reader.today,
        demonstration: reader.demonstration,
        rounds: await this.presentHeads(tx, account, heads),
        organises,
        methods: methods.map(({ definition: _, ...method }) => method),
      };
    });
  }

  /** Of an evaluator's own rounds, which are few, each is counted as the evaluator sees it. */
  private async presentHeads(
    tx: EntityManager,
    account: SignedIn,
    heads: readonly RoundHeadRow[],
  ): Promise<RoundHead[]> {
    const reader = this.acts.reader(account);
    if (account.scope.counties.length > 0) return heads.map((one) => presentHead(one, reader));
    const own: RoundHead[] = [];
    for (const { id } of heads) own.push(await this.acts.record(tx, account, id));
    return own;
  }

  read(account: SignedIn, round: string): Promise<EvaluationRoundRecord> {
    return scoped(this.source, account.scope, (tx) => this.acts.record(tx, account, round));
  }

  /** @throws ProblemException forbidden for another's kind; refused for a method or dates that do not fit; conflict where there is one. */
  create(
    act: Act,
    account: SignedIn,
    { program, year, kind, ...settings }: Creation,
  ): Promise<EvaluationRoundRecord> {
    const roundId = randomUUID();
    act.note({
      object: { kind: 'evaluationRound', id: roundId },
      after: { program, year, kind, ...settings },
    });
    this.acts.demandOrganiser(account, { kind });
    return this.trail.record(act, account.scope, async (tx) => {
      const stored = await this.checked(tx, { program, year, kind }, settings);
      const isNew = await this.repository.insert(tx, {
        cityId: account.cityId,
        roundId,
        programId: program,
        year,
        kind,
        ...stored,
        marksExpected: 0,
        finalisedOn: null,
        documentNumber: null,
        finalisedRunId: null,
        version: 1,
        createdBy: account.username,
        createdAt: new Date(),
      });
      if (!isNew) throw new ProblemException('conflict', EXISTS);
      return this.acts.record(tx, account, roundId);
    });
  }

  change(act: Act, account: SignedIn, target: RoundTarget, settings: Change): Promise<EvaluationRoundRecord> {
    return this.acts.organise(act, account, target, async (tx, { round }) => {
      if (!isBeforeScoring(round)) throw new ProblemException('conflict', ALREADY_SCORING);
      const stored = await this.checked(tx, round, settings);
      const {
        methodVersion,
        windowFrom,
        windowTo,
        scoreBy,
        replyBy,
        gapMarks,
        markers,
        secondShare,
        rotate,
        seed,
      } = round;
      act.note({
        before: {
          methodVersion,
          windowFrom,
          windowTo,
          scoreBy,
          replyBy,
          gapMarks,
          markers,
          secondShare,
          rotate,
          seed,
        },
        after: settings,
      });
      const key = { cityId: account.cityId, roundId: round.id };
      await this.repository.change(tx, key, { ...stored, version: round.version + 1 });
    });
  }

  private async checked(
    tx: EntityManager,
    { program, year, kind }: Pick<Creation, 'program' | 'year' | 'kind'>,
    settings: Change,
  ): Promise<RoundSettings> {
    const methods = await this.queries.publishedMethods(tx);
    const method = methods.find((one) => one.program === program && one.version === settings.methodVersion);
    const refusals = [
      ...refusalsOfSettings({ ...settings, year, today: this.acts.today() }),
      ...(method ? refusalsOfMethod(kind, method.definition) : [NOT_PUBLISHED]),
    ];
    if (!method || refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
    return { ...settings, methodSha256: methodSha256(method.definition) };
  }
}

const NOT_PUBLISHED = refusal(
  '/methodVersion',
  '没有这一版已公布的评价办法，请先在“评价办法”中公布，再选择。',
  'No such version of the method is published: publish it first, then choose it.',
);
const EXISTS = bilingual(
  '该项目该年度已有此类评价批次，一类评价一年一个批次；请打开已有的批次。',
  'There is a round of this kind for the program and year already: open that one.',
);
const ALREADY_SCORING = bilingual(
  '打分已经开始，办法、取证期间、日期和设置不能再改。',
  'Scoring has started: method, window, dates and settings can no longer be changed.',
);
