import { bilingual } from '../../bilingual';
import { refused } from '../../refusal';
import { refusalsOfRecords } from './counted-records';
import { dataStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { rateResult } from '../rate';
import { yearlyCountsDueOn } from './yearly-counts';

const definition: MetricDefinition<RateCode> = {
  code: 'satisfaction',
  name: bilingual('满意度', 'Satisfaction'),
  formula: bilingual('问卷中表示满意的份数÷收回的有效份数', 'answers that say satisfied ÷ answers'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'items',
  dataStates: dataStates({
    notApplicable: bilingual(
      '没有收回有效问卷的，不适用；份数低于最低基数的，作为参考指标，不计分',
      'not applicable where nobody answered; with fewer answers than the minimum it is for reference only',
    ),
    missing: bilingual(
      '年度数据报送到期后没有一份调查结果的，缺报',
      'missing where no survey is there once the yearly counts are due',
    ),
    notDue: bilingual(
      '第一份调查结束之前、年度数据报送到期之前，未到期',
      'not due before the first survey is closed, nor before the yearly counts are due',
    ),
  }),
  // Under 30 answers one of them moves the rate by more than three percentage points.
  minimumDenominator: 30,
  disclosure: 'internal',
  responsible: 'countyJustice',
  clause: bilingual(
    '财预〔2020〕10号 单位自评表“满意度”；最低30份为可修改的默认设置',
    'Caiyu [2020] No. 10, self-evaluation table; the minimum of 30 answers is a default setting',
  ),
};

const FIGURES = {
  part: bilingual('满意份数', 'the satisfied answers'),
  whole: bilingual('有效份数', 'the answers'),
};

/**
 * 满意度: satisfied ÷ answered, over all surveys of the year (justice offices, assistants) that are closed. Surveys are
 * anonymous. Refused in each survey, naming it: more satisfied than answered, a figure below 0. Example: 57 of 60 is 95 percent; 19 of 20 is for reference only.
 */
export const satisfaction: Metric = {
  definition,
  compute: (facts, settings) => {
    const closed = facts.surveys.filter((one) => one.closedOn <= facts.asOf);
    const wrong = refusalsOfRecords(
      closed.map((one) => ({
        pointer: `/surveys/${facts.surveys.indexOf(one)}`,
        name: bilingual(`${one.closedOn}结束的调查`, `survey closed on ${one.closedOn}`),
        part: one.satisfied,
        whole: one.answered,
      })),
      FIGURES,
    );
    if (wrong.length > 0) return refused(wrong);
    const isOver = facts.asOf > yearlyCountsDueOn(facts, settings);
    return rateResult(
      definition,
      {
        numerator: closed.reduce((sum, one) => sum + one.satisfied, 0),
        denominator: closed.reduce((sum, one) => sum + one.answered, 0),
        figures: {
          numerator: FIGURES.part,
          denominator: FIGURES.whole,
          pointer: '/surveys',
        },
        lines: closed.map((one) => ({
          label: bilingual(
            `${one.closedOn}结束的调查：满意÷有效`,
            `survey closed on ${one.closedOn}: satisfied ÷ answered`,
          ),
          amount: `${one.satisfied} ÷ ${one.answered}`,
          record: one.record,
        })),
        missing:
          isOver && closed.length === 0
            ? [bilingual(`${facts.year}年度满意度调查结果`, `the satisfaction survey of ${facts.year}`)]
            : [],
        due: closed.length > 0,
        notes: [],
        whenNone: bilingual('没有收回有效问卷，不适用。', 'Nobody answered: not applicable.'),
      },
      settings,
    );
  },
};
