import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { RepliesPage } from '@yuheng/shared/contract/replies';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { rulingScore } from '@yuheng/shared/domain/evaluating/reply-rulings';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { acceptedOrRefused } from '../../http/accepted-or-refused';
import { checkVersion } from '../../http/check-version';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { OfLeaf } from './reply-acts.service';
import { ReplyContextService } from './reply-context.service';
import { RepliesService } from './replies.service';
import { RoundDoorService } from './round-door.service';
import { RoundRecordRepository } from './round-record.repository';

/** 采纳, 部分采纳, 不予采纳: the lead evaluator on each opinion, only once its county has handed in. */
@Injectable()
export class ReplyRulingsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly door: RoundDoorService,
    private readonly context: ReplyContextService,
    private readonly repository: RoundRecordRepository,
    private readonly pages: RepliesService,
  ) {}

  async rule(
    act: Act,
    account: SignedIn,
    { round, county, indicator, version }: OfLeaf,
    given: BodyOf<typeof endpoints.ruleOnReply>,
  ): Promise<RepliesPage> {
    act.note({ object: { kind: 'evaluationRound', id: round }, reason: given.reason });
    const entry = await this.door.enter(account, round);
    if (!entry.scope.counties.includes(county)) throw new ProblemException('not-found');
    return this.trail.record(act, entry.scope, async (tx) => {
      await this.repository.lock(tx, round);
      const context = await this.context.forCounty(tx, round, county);
      const of = this.context.scoreOf(context, { indicator });
      const { sheets, replies, rulings, draft } = context.exchange;
      const sheet = sheets.find((one) => one.county === county);
      if (sheet?.state !== 'submitted') throw new ProblemException('refused', NOT_HANDED_IN);
      const reply = replies.find((one) => one.county === county && one.indicator === indicator);
      if (!reply) throw new ProblemException('not-found');
      const before = rulings.findLast(
        (one) => one.county === county && one.indicator === indicator && one.draft === draft.number,
      );
      checkVersion(before?.version ?? 0, version);
      const finalScore = acceptedOrRefused(rulingScore(given, of, reply.askedScore));
      act.note({
        ...(before ? { before: { ruling: before.ruling, finalScore: before.finalScore } } : {}),
        after: { county, indicator, ruling: given.ruling, finalScore },
      });
      await this.repository.addRuling(tx, {
        ...context.key,
        indicatorId: indicator,
        version: version + 1,
        ruling: given.ruling,
        finalScore,
        reason: given.reason,
        ruledBy: account.username,
        ruledAt: this.context.now(),
      });
      return this.pages.page(tx, account, entry, { round });
    });
  }
}

const NOT_HANDED_IN = bilingual(
  '该县（市、区）尚未提交意见，请等提交后再作采纳决定。',
  'The county has not handed in yet: rule on its opinions afterwards.',
);
