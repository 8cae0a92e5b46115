import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { EvaluationResults } from '@yuheng/shared/contract/evaluation-results';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { settledLeaves } from './decisions-of';
import { EvaluationResultsService } from './evaluation-results.service';
import { markingErrorOf } from './marking-error-of';
import { checkOrder, checkOrganiser } from './round-order';
import { RoundRecordRepository } from './round-record.repository';
import { RoundScoringService, type ScoredRound } from './round-scoring.service';
import type { RoundStanding } from './round-standing.service';

type Body = BodyOf<typeof endpoints.finaliseRound>;

/** 定案: the scores of now become the result, beside earlier ones where the round was evaluated again. */
@Injectable()
export class FinalisationService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly scoring: RoundScoringService,
    private readonly repository: RoundRecordRepository,
    private readonly results: EvaluationResultsService,
    private readonly settings: Settings,
  ) {}

  finalise(act: Act, account: SignedIn, round: string, body: Body): Promise<EvaluationResults> {
    act.note({ object: { kind: 'evaluationRound', id: round } });
    return this.trail.record(act, account.scope, async (tx) => {
      await this.repository.lock(tx, round);
      const standing = await this.scoring.standing(tx, round);
      checkOrganiser(standing.head.kind, account);
      checkDate(body, standing, this.settings.clock.today());
      const scored = await this.scoring.score(tx, account, standing, { asksReplies: true });
      checkOrder(standing, 'finalised', body.finalisedOn, this.settings.clock.today());
      const row = this.rowOf(account, standing, scored, body);
      await this.repository.addFinalisation(tx, row);
      act.note({ after: { number: row.number, run: scored.run, documentNumber: body.documentNumber } });
      return this.results.page(tx, account, { scope: account.scope, leads: false }, { round });
    });
  }

  private rowOf(
    account: SignedIn,
    { head, finalisations }: RoundStanding,
    { run, said }: ScoredRound,
    { finalisedOn, documentNumber }: Body,
  ): Parameters<RoundRecordRepository['addFinalisation']>[1] {
    return {
      cityId: this.settings.cityId,
      roundId: head.id,
      number: (finalisations[0]?.number ?? 0) + 1,
      runId: run,
      finalisedOn,
      documentNumber,
      markingError: markingErrorOf(said.method, said.marks, settledLeaves(said.deliberations, said.rulings)),
      finalisedBy: account.username,
      finalisedAt: this.settings.clock.now(),
    };
  }
}

function checkDate({ finalisedOn }: Body, { current, finalisations }: RoundStanding, today: string): void {
  if (finalisations.length > 0 && current === null) {
    throw new ProblemException(
      'refused',
      bilingual(
        '该评价已经定案；需要再次评价的，请先重新征求意见，原结果继续保留。',
        'The evaluation is final; to evaluate again open a new draft first, the result of before stays.',
      ),
    );
  }
  if (finalisedOn <= today && (!current || finalisedOn >= current.openedOn)) return;
  throw new ProblemException('refused', undefined, [
    refusal(
      '/finalisedOn',
      '定案日期不能晚于今天，也不能早于征求意见之日，请改正。',
      'The day of the result lies neither in the future nor before the draft was opened: correct it.',
    ),
  ]);
}
