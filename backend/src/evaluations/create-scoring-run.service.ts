import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { EvaluationsService } from './evaluations.service';
import { ResultsService } from './results.service';
import { Scoring } from './scoring';

/** Scores a round once more; the run is kept for ever beside those before it. */
@Injectable()
export class CreateScoringRunService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly results: ResultsService,
    private readonly scoring: Scoring,
    private readonly evaluations: EvaluationsService,
    private readonly settings: Settings,
  ) {}

  create(
    act: Act,
    account: SignedIn,
    { program, year, kind }: BodyOf<typeof endpoints.createScoringRun>,
  ): Promise<ResponseOf<typeof endpoints.createScoringRun>> {
    act.note({ object: { kind: 'evaluationRound', id: `${program}/${year}/${kind}` } });
    if (kind === 'selfEvaluation') throw new ProblemException('refused', BY_FORMS);
    return this.trail.record(act, account.scope, async (tx) => {
      const round = (await this.results.rounds(tx, program, year)).find((one) => one.kind === kind);
      if (!round) {
        throw new ProblemException(
          'not-found',
          bilingual(
            `${year}年度没有此类评价批次，请先建立评价批次。`,
            `There is no such evaluation round for ${year}.`,
          ),
        );
      }
      const run = await this.scoring.scoreRound(tx, {
        cityId: this.settings.cityId,
        round,
        today: this.settings.clock.today(),
        at: this.settings.clock.now(),
        by: account.username,
      });
      act.note({ object: { kind: 'scoringRun', id: run }, after: { program, year, kind } });
      return this.evaluations.find(tx, account, run);
    });
  }
}

const BY_FORMS = bilingual(
  '单位自评由各县（市、区）的绩效自评表计分、汇总，不另行计算评分，请在“单位自评”中查看。',
  'A self-evaluation is scored by the form of each county and summed up: look under self-evaluation.',
);
