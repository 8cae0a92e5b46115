import { Injectable } from '@nestjs/common';
import { mayDo, type Permission } from '@yuheng/shared/contract/roles';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { SelfEvaluationAnswer } from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation';
import { DataSource } from 'typeorm';
import type { Act } from '../../audit/act';
import { AuditTrail } from '../../audit/audit-trail';
import { scoped } from '../../database/scoped-transaction';
import { ProblemException } from '../../http/problem-exception';
import { SecondFactorService } from '../../identity/second-factor/second-factor.service';
import type { SignedIn } from '../../identity/signed-in';
import { afterFormAct, FORM_STAGES_OF, type FormAct, type FormStep } from '../county-form';
import { GoalCountiesService, type GoalAddress } from '../goal-counties.service';
import {
  presentSelfEvaluation,
  selfEvaluationRefusalsOf,
  selfEvaluationStageOf,
  type SelfEvaluationAt,
  type SelfEvaluationRecord,
} from './present-self-evaluation';
import { SelfEvaluationFormsService } from './self-evaluation-forms.service';

export interface SelfEvaluationChange extends FormStep<SelfEvaluationAnswer> {
  readonly lock: number;
  readonly code?: string | undefined;
}

const PERMISSION: Readonly<Record<FormAct, Permission>> = {
  save: 'goal:write',
  submit: 'goal:write',
  return: 'goal:review',
  approve: 'goal:review',
};

/** 单位自评: filled from the year, answered by the county, approved by the bureau. Outside evaluators only read it. */
@Injectable()
export class SelfEvaluationsService {
  constructor(
    private readonly source: DataSource,
    private readonly trail: AuditTrail,
    private readonly forms: SelfEvaluationFormsService,
    private readonly counties: GoalCountiesService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  async read(account: SignedIn, address: GoalAddress): Promise<SelfEvaluationRecord> {
    return scoped(this.source, account.scope, async (tx) =>
      this.present(account, address, await this.forms.form(tx, account, address)),
    );
  }

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
      if (!FORM_STAGES_OF[change.name].includes(this.stageOf(address, stored))) {
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
      return this.present(account, address, await this.forms.form(tx, account, address));
    });
  }

  private stageOf({ year, program }: GoalAddress, stored: SelfEvaluationAt['stored']) {
    const written = stored.lock > 0 ? stored.stage : undefined;
    return selfEvaluationStageOf(written, { year, asOf: this.counties.page(program, year).asOf });
  }

  private present(account: SignedIn, address: GoalAddress, at: SelfEvaluationAt): SelfEvaluationRecord {
    const stage = this.stageOf(address, at.stored);
    return {
      ...this.counties.head(address),
      ...presentSelfEvaluation(at),
      stage,
      acts: (Object.keys(FORM_STAGES_OF) as FormAct[]).filter(
        (act) => FORM_STAGES_OF[act].includes(stage) && mayDo(PERMISSION[act], account.roles),
      ),
    };
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
