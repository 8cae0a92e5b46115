import { Injectable } from '@nestjs/common';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { DataSource } from 'typeorm';
import { scoped } from '../../database/scoped-transaction';
import { EvaluatorAccessService } from '../../evaluations/evaluator-access.service';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { GoalAddress } from '../goal-counties.service';
import type { SelfEvaluationRecord } from './present-self-evaluation';
import { SelfEvaluationFormsService } from './self-evaluation-forms.service';

/** Bureaus read the forms of their counties; an outside evaluator what a county that is open to them has submitted. */
@Injectable()
export class ReadSelfEvaluationService {
  constructor(
    private readonly source: DataSource,
    private readonly forms: SelfEvaluationFormsService,
    private readonly access: EvaluatorAccessService,
  ) {}

  async read(account: SignedIn, address: GoalAddress): Promise<SelfEvaluationRecord> {
    const isEvaluator = account.roles.some((role) => role === 'evaluator' || role === 'leadEvaluator');
    if (!isEvaluator) return this.find(account, address);
    const scope = await scoped(this.source, account.scope, (tx) =>
      this.access.scopeOfYear(tx, account, address),
    );
    const record = await this.find({ ...account, scope }, address);
    if (record.submittedOn === null) throw new ProblemException('not-found', NOT_SUBMITTED);
    return record;
  }

  private find(account: SignedIn, address: GoalAddress): Promise<SelfEvaluationRecord> {
    return scoped(this.source, account.scope, async (tx) =>
      this.forms.present(account, address, await this.forms.form(tx, account, address)),
    );
  }
}

const NOT_SUBMITTED = bilingual(
  '该县（市、区）的自评表还没有报送，报送后可以查看。',
  'The county has not submitted its self-evaluation; it can be read once it has.',
);
