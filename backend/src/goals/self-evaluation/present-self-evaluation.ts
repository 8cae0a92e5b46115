import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import {
  EXECUTION,
  type SelfEvaluationAnswer,
} from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation';
import { selfEvaluationRefusals } from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation-refusals';
import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { FormStage } from '../county-form';
import type { KeptSelfEvaluation, SelfEvaluationEntity } from './self-evaluation.entity';

export type SelfEvaluationRecord = ResponseOf<typeof endpoints.readSelfEvaluation>;

/** What a form is while it is read or changed: as it was submitted, or as it stands now. */
export interface SelfEvaluationAt {
  readonly stored: SelfEvaluationEntity;
  readonly kept: KeptSelfEvaluation;
}

/** The year's own figures are all due by the end of March after it, when the form is. */
export const selfEvaluationFiguresUntil = (year: number): IsoDate => isoDate(`${year + 1}-03-31`);

/** The form opens when its year is over. */
export const selfEvaluationStageOf = (
  stage: FormStage | undefined,
  { year, asOf }: { readonly year: number; readonly asOf: IsoDate },
): SelfEvaluationRecord['stage'] => stage ?? (asOf < isoDate(`${year + 1}-01-01`) ? 'notDue' : 'open');

export const selfEvaluationRefusalsOf = ({ stored, kept }: SelfEvaluationAt) =>
  selfEvaluationRefusals(kept.table, kept.form, stored.answers);

const unanswered = (indicator: string): SelfEvaluationAnswer => ({
  indicator,
  actual: null,
  attainment: null,
  percent: null,
  reason: '',
});

/** The part of an answer that follows from the form alone. */
export function presentSelfEvaluation(
  at: SelfEvaluationAt,
): Pick<
  SelfEvaluationRecord,
  | 'lock'
  | 'figuresAsOf'
  | 'initialBudgetFen'
  | 'adjustedBudgetFen'
  | 'spentFen'
  | 'objective'
  | 'goalsDocument'
  | 'methodVersion'
  | 'lines'
  | 'total'
  | 'refusals'
  | 'returnReason'
  | 'submittedOn'
  | 'approvedOn'
> {
  const { stored, kept } = at;
  const { form, table } = kept;
  return {
    lock: stored.lock,
    figuresAsOf: kept.asOf,
    initialBudgetFen: form.initialBudget,
    adjustedBudgetFen: form.adjustedBudget,
    spentFen: form.spent,
    objective: table.objective,
    goalsDocument: kept.goalsDocument,
    methodVersion: kept.methodVersion,
    lines: form.lines.map((line) => {
      const goal = table.indicators.find(({ id }) => id === line.indicator);
      const answer = stored.answers.find(({ indicator }) => indicator === line.indicator);
      return {
        ...line,
        goal: line.indicator === EXECUTION || !goal ? null : { ...goal },
        answer: answer ?? unanswered(line.indicator),
      };
    }),
    total: form.total,
    refusals: selfEvaluationRefusalsOf(at).map(({ pointer, detail }) => ({ pointer, detail })),
    returnReason: stored.returnReason,
    submittedOn: stored.submittedOn,
    approvedOn: stored.approvedOn,
  };
}
