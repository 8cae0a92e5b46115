import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { RepliesPage } from '@yuheng/shared/contract/replies';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { opinionRefusals } from '@yuheng/shared/domain/evaluating/reply-rulings';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { checkVersion } from '../../http/check-version';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { ReplyContextService, type ReplyContext } from './reply-context.service';
import { RoundRecordRepository } from './round-record.repository';

export interface OfCounty {
  readonly round: string;
  readonly county: string;
  readonly version: number;
}
export interface OfLeaf extends OfCounty {
  readonly indicator: string;
}

const NOBODY_ALONE = bilingual(
  '意见由您本人填写，应由另一位审核人提交。',
  'You wrote these opinions yourself: somebody else approves them.',
);

/** What a county does about its draft result: opinions one by one, then all of it handed in by another person. */
@Injectable()
export class ReplyActsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly context: ReplyContextService,
    private readonly repository: RoundRecordRepository,
    private readonly settings: Settings,
  ) {}

  save(
    act: Act,
    account: SignedIn,
    leaf: OfLeaf,
    { text, askedScore: asked, evidence = [] }: BodyOf<typeof endpoints.saveReply>,
  ): Promise<RepliesPage> {
    const askedScore = asked ?? null;
    return this.answer(act, account, leaf, async (tx, context) => {
      const refusals = opinionRefusals({ text, askedScore }, this.context.scoreOf(context, leaf));
      if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
      act.note({ after: { indicator: leaf.indicator, text, askedScore } });
      await this.repository.saveReply(tx, {
        ...context.key,
        indicatorId: leaf.indicator,
        text,
        askedScore,
        evidence,
        writtenBy: account.username,
        writtenAt: this.settings.clock.now(),
      });
    });
  }

  remove(act: Act, account: SignedIn, leaf: OfLeaf): Promise<RepliesPage> {
    return this.answer(act, account, leaf, async (tx, context) => {
      act.note({ before: { indicator: leaf.indicator } });
      const there = await this.repository.removeReply(tx, context.key, leaf.indicator);
      if (!there) throw new ProblemException('not-found');
    });
  }

  submit(
    act: Act,
    account: SignedIn,
    county: OfCounty,
    { noOpinion }: BodyOf<typeof endpoints.submitReplies>,
  ): Promise<RepliesPage> {
    return this.answer(act, account, county, async (tx, context) => {
      const writers = await this.repository.writers(tx, context.key);
      if (noOpinion !== (writers.length === 0)) {
        throw new ProblemException(
          'refused',
          noOpinion
            ? bilingual(
                '已填写意见，不能确认无意见；请先删去意见，或者直接提交意见。',
                'Opinions are written: remove them first, or hand them in.',
              )
            : bilingual(
                '没有填写意见；确无意见的，请确认“无意见”。',
                'No opinion is written; where there is none, confirm that.',
              ),
        );
      }
      if (writers.includes(account.username)) throw new ProblemException('refused', NOBODY_ALONE);
      act.note({ after: { noOpinion } });
      await this.repository.changeSheet(tx, context.key, {
        state: 'submitted',
        submittedBy: account.username,
        submittedAt: this.settings.clock.now(),
      });
    });
  }

  private answer(
    act: Act,
    account: SignedIn,
    { round, county, version }: OfCounty,
    work: (tx: EntityManager, context: ReplyContext) => Promise<void>,
  ): Promise<RepliesPage> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    if (!account.scope.counties.includes(county)) throw new ProblemException('not-found');
    return this.trail.record(act, account.scope, async (tx) => {
      const context = await this.context.forCounty(tx, round, county);
      const sheet = await this.repository.lockSheet(tx, context.key);
      if (sheet.state === 'submitted') {
        throw new ProblemException(
          'refused',
          bilingual(
            '意见已经提交，不能再修改；确需补充的，请联系组织评价的单位。',
            'The opinions were handed in and stay; to add something call the bureau that organises the evaluation.',
          ),
        );
      }
      checkVersion(sheet.version, version);
      this.context.checkDeadline(context);
      await work(tx, context);
      await this.repository.changeSheet(tx, context.key, { version: version + 1 });
      return this.context.page(tx, account, round);
    });
  }
}
