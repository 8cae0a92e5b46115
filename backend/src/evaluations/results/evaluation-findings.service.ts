import { Injectable } from '@nestjs/common';
import type { BodyOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FindingDetail } from '@yuheng/shared/contract/findings';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { checkDeadline } from '@yuheng/shared/domain/findings/deadline';
import { recordId } from '@yuheng/shared/domain/findings/record-id';
import { isoDate, monthOf } from '@yuheng/shared/domain/period/year-month';
import { randomUUID } from 'node:crypto';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { Settings } from '../../config/settings';
import { acceptedOrRefused } from '../../http/accepted-or-refused';
import { FindingsService } from '../../findings/findings.service';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import { checkOrganiser } from './round-order';
import { ResultReadingService } from './result-reading.service';

/** Problems that an evaluation found go the way of every finding: rectified by the county, checked again, closed. */
@Injectable()
export class EvaluationFindingsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly reading: ResultReadingService,
    private readonly findings: FindingsService,
    private readonly settings: Settings,
  ) {}

  raise(
    act: Act,
    account: SignedIn,
    round: string,
    body: BodyOf<typeof endpoints.raiseEvaluationFinding>,
  ): Promise<FindingDetail> {
    const { county, indicator, summary, clause, responsible = null } = body;
    act.note({ object: { kind: 'evaluationRound', id: round } });
    return this.trail.record(act, account.scope, async (tx) => {
      const standing = await this.reading.standing(tx, round);
      checkOrganiser(standing.head.kind, account);
      const shown = this.reading.choose(standing, undefined);
      const found = shown && (await this.reading.run(tx, shown.run));
      if (!found) throw new ProblemException('refused', NO_RESULT);
      const leaves = found.run.method.definition.indicators;
      const isLeaf = leaves.some(({ id, rule }) => id === indicator && rule !== undefined);
      if (!isLeaf || !found.results.some((one) => one.county === county)) {
        throw new ProblemException('not-found');
      }
      const foundOn = this.settings.clock.today();
      const deadline = acceptedOrRefused(checkDeadline(isoDate(body.deadline), foundOn, '/deadline'));
      const key = {
        program: standing.head.program,
        county,
        month: monthOf(foundOn),
        item: `evaluation-${randomUUID().slice(0, 8)}`,
      };
      act.note({ object: { kind: 'finding', id: recordId(key) }, after: { round, indicator, clause } });
      return this.findings.raiseOfEvaluation(tx, account, key, {
        city: this.settings.cityId,
        round,
        indicator,
        clause,
        summary,
        responsible,
        foundOn,
        deadline,
      });
    });
  }
}

const NO_RESULT = bilingual(
  '评价结果尚未形成，请在征求意见或者定案之后登记问题。',
  'There is no result yet: register problems once the draft or the result is there.',
);
