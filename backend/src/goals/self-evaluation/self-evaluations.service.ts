import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { SelfEvaluationAnswer } from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { ProblemException } from '../../http/problem-exception';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service';
import type { SignedIn } from '../../identity/signed-in';
import { afterFormAct, FORM_STAGES_OF, type FormStep } from '../county-form';
import { GoalCountiesService, type GoalAddress } from '../goal-counties.service';
import { selfEvaluationRefusalsOf, type SelfEvaluationRecord } from './present-self-evaluation';
import { SelfEvaluationFormsService } from './self-evaluation-forms.service';

export interface SelfEvaluationChange extends FormStep<SelfEvaluationAnswer> {
  readonly lock: number;
  readonly code?: string | undefined;
}

/** 单位自评: filled from the year, answered by the county, approved by the bureau. Outside evaluators only read it. */
@Injectable()
export class SelfEvaluationsService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly forms: SelfEvaluationFormsService,
    private readonly counties: GoalCountiesService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  async change(
    act: Act,
    account: SignedIn,
    address: GoalAddress,
    change: SelfEvaluationChange,
  ): Promise<SelfEvaluationRecord> {
    const { county, program, year } = address;
    act.note({ object: { kind: 'selfEvaluation', id: `${county}/${program}/${year}` } });
    if (change.reason) act.note({ reason: change.reason });
    if (change.name === 'approve') await this.secondFactor.demand(act, account, change.code);
    return this.trail.record(act, account.scope, async (tx) => {
      await this.forms.hold(tx, address);
      const at = await this.forms.form(tx, account, address);
      const { stored, kept } = at;
      if (stored.lock !== change.lock) throw new ProblemException('conflict', CHANGED_MEANWHILE);
      if (!FORM_STAGES_OF[change.name].includes(this.forms.stageOf(address, stored))) {
        throw new ProblemException('conflict', NOT_NOW);
      }
      const next = {
        ...stored,
        ...afterFormAct({ stored, figures: kept, refusals: selfEvaluationRefusalsOf(at) }, change, {
          by: account.username,
          today: this.counties.page(program, year).asOf,
        }),
        lock: stored.lock + 1,
      };
      act.note({ before: { stage: stored.stage }, after: { stage: next.stage } });
      await this.forms.save(tx, next);
      return this.forms.present(account, address, await this.forms.form(tx, account, address));
    });
  }
}

const CHANGED_MEANWHILE = bilingual(
  '自评表已被他人修改，请刷新后核对再办理。',
  'Somebody has changed the form meanwhile: read it again, then go on.',
);

const NOT_NOW = bilingual(
  '自评表现在不能这样办理：年度结束后填写，报送后须由市司法局审核或退回，审核后不能再改。',
  'This cannot be done now: the form is written when its year is over, once submitted the bureau approves it or gives it back, and an approved one stays as it is.',
);
