import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { RepliesPage } from '@yuheng/shared/contract/replies';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { checkOrder, checkOrganiser } from './round-order';
import { RepliesService } from './replies.service';
import { RoundRecordRepository } from './round-record.repository';
import { RoundScoringService } from './round-scoring.service';
import type { RoundStanding } from './round-standing.service';

/** 征求意见 begins: the scores of now are shown to the counties, each its own. */
@Injectable()
export class DraftResultsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly scoring: RoundScoringService,
    private readonly repository: RoundRecordRepository,
    private readonly replies: RepliesService,
    private readonly settings: Settings,
  ) {}

  open(
    act: Act,
    account: SignedIn,
    round: string,
    { replyBy, documentNumber: number }: BodyOf<typeof endpoints.openReplies>,
  ): Promise<RepliesPage> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    const documentNumber = number ?? null;
    return this.trail.record(act, account.scope, async (tx) => {
      await this.repository.lock(tx, round);
      const standing = await this.scoring.standing(tx, round);
      checkOrganiser(standing.head.kind, account);
      this.checkOpen(standing, replyBy);
      const today = this.settings.clock.today();
      checkOrder(standing, 'replies', today, today);
      const { run } = await this.scoring.score(tx, account, standing, { asksReplies: false });
      await this.keep(tx, account, standing, { run, replyBy, documentNumber });
      act.note({ after: { replyBy, run } });
      return this.replies.page(tx, account, { scope: account.scope, leads: false }, { round });
    });
  }

  private checkOpen({ head, current }: RoundStanding, replyBy: string): void {
    if (head.kind === 'selfEvaluation') {
      throw new ProblemException(
        'refused',
        bilingual(
          '单位自评由县（市、区）自行填报，不征求意见。',
          'A self-evaluation is the counties’ own: they are not asked about it.',
        ),
      );
    }
    if (current) {
      throw new ProblemException(
        'refused',
        bilingual(
          `已于${dayInWords(current.openedOn).zh}征求意见，期限${dayInWords(current.replyBy).zh}；请等答复和采纳决定完成后定案。`,
          `The draft was opened on ${current.openedOn} until ${current.replyBy}: finalise it once all is answered and ruled on.`,
        ),
      );
    }
    if (isoDate(replyBy) > this.settings.clock.today()) return;
    throw new ProblemException('refused', undefined, [
      refusal('/replyBy', '反馈期限应当在今天之后，请改正。', 'The deadline lies after today: correct it.'),
    ]);
  }

  private async keep(
    tx: EntityManager,
    account: SignedIn,
    { head, draft }: RoundStanding,
    of: { readonly run: string; readonly replyBy: string; readonly documentNumber: string | null },
  ): Promise<void> {
    const [cityId, roundId] = [this.settings.cityId, head.id];
    const [openedOn, at, by] = [this.settings.clock.today(), this.settings.clock.now(), account.username];
    await this.repository.addDraft(tx, {
      cityId,
      roundId,
      number: (draft?.number ?? 0) + 1,
      runId: of.run,
      openedOn,
      replyBy: of.replyBy,
      documentNumber: of.documentNumber,
      openedBy: by,
      openedAt: at,
    });
  }
}
