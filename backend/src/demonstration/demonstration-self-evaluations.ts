import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { fillSelfEvaluation } from '@yuheng/shared/domain/goals/self-evaluation/fill-self-evaluation';
import type { SelfEvaluationAnswer } from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation';
import { selfEvaluationRefusals } from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation-refusals';
import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { afterFormAct, EMPTY_FORM, type FormStep } from '../goals/county-form';
import type { PerformanceGoalEntity } from '../goals/performance-goal.entity';
import type {
  KeptSelfEvaluation,
  SelfEvaluationEntity,
} from '../goals/self-evaluation/self-evaluation.entity';

/** By when the forms were written, and the day that their figures stand for. */
export const SELF_EVALUATED_ON = isoDate('2026-03-10');
const APPROVED_ON = '2026-03-16';
/** One waits for the bureau’s review, so that the city’s summary is not whole yet. */
const NOT_APPROVED_YET = 'yuanjiang';

/** The county’s form, filled from its year; what is short is put down to what the demonstration tells of the county. */
export function demonstrationSelfEvaluation(
  { content: table, cityId, countyId, programId, year, documentNumber }: PerformanceGoalEntity,
  facts: CountyYearFacts,
): SelfEvaluationEntity {
  const said = table.indicators.map(({ id }) => ({ ...UNANSWERED, ...SAID[id], indicator: id }));
  const { lines } = fillSelfEvaluation({ table, facts, answers: said });
  const answers = lines.map(({ indicator, needsReason }): SelfEvaluationAnswer => {
    const one = said.find((answer) => answer.indicator === indicator) ?? { ...UNANSWERED, indicator };
    return needsReason ? { ...one, reason: REASONS[indicator] ?? OTHER_REASON } : one;
  });
  const kept: KeptSelfEvaluation = {
    form: fillSelfEvaluation({ table, facts, answers }),
    table,
    goalsDocument: documentNumber,
    methodVersion: null,
    asOf: SELF_EVALUATED_ON,
  };
  const steps: readonly (readonly [step: FormStep<SelfEvaluationAnswer>, by: string, today: string])[] = [
    [{ name: 'save', answers }, `county-${countyId}`, SELF_EVALUATED_ON],
    [{ name: 'submit' }, `county-${countyId}`, SELF_EVALUATED_ON],
    [{ name: 'approve' }, 'officer-1', APPROVED_ON],
  ];
  const form: SelfEvaluationEntity = { ...EMPTY_FORM, cityId, countyId, programId, year };
  return steps
    .filter(([{ name }]) => name !== 'approve' || countyId !== NOT_APPROVED_YET)
    .reduce((stored, [step, by, today]) => {
      const refusals = selfEvaluationRefusals(table, kept.form, stored.answers);
      return {
        ...stored,
        ...afterFormAct({ stored, figures: kept, refusals }, step, { by, today }),
        lock: stored.lock + 1,
      };
    }, form);
}

const UNANSWERED: Omit<SelfEvaluationAnswer, 'indicator'> = {
  actual: null,
  attainment: null,
  percent: null,
  reason: '',
};

/** What was reached of what no figure tells. */
const SAID: Readonly<Record<string, Partial<SelfEvaluationAnswer>>> = {
  'lost-track': { actual: '0' },
  rules: { actual: '制度健全，执行有效', attainment: 'achieved', percent: '100' },
  satisfied: { actual: '93' },
};

const VACANCY = '年内有岗位空缺，空缺期间未使用市级补助；已完成公开招录，今后提前安排招录时间';
const REASONS: Readonly<Record<string, string>> = {
  executionRateOfBudget: '岗位空缺结余按规定结转或者交回；今后按月核对支出进度',
  'person-months': VACANCY,
  'on-post-rate': VACANCY,
  'wages-in-time': '个别月份工资发放晚于规定日期，已全部发放；今后提前与财政部门对接',
  'passed-on': '县级财政拨付晚于规定时限，已全部拨付到位；今后收到指标后及时提出用款计划',
  'inspections-passed': '督查发现的问题已全部整改；今后按月自查',
  insured: '新上岗人员参保手续办理滞后，已全部参保；今后上岗当月办理',
};
const OTHER_REASON = '与目标值有差距，已查明原因并列入2026年工作安排';
