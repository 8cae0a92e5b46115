import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { printRounded } from '../../numbers/rational';
import { citySpendingOf, spendingLines } from './city-spending';
import { dueWageMonths } from '../due';
import type { CountyYearFacts } from '../facts';
import { wageListStates } from '../data-states';
import type { Metric, MetricDefinition, RateCode } from '../metric';
import { quotient, rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'executionRateOfBudget',
  name: bilingual('预算执行率（按调整后预算）', 'Execution rate of the budget'),
  formula: bilingual('已支出的市级补助÷调整后预算', 'city part spent ÷ adjusted annual budget'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'money',
  dataStates: wageListStates(
    bilingual('预算和支出均为0元的，不适用', 'not applicable where budget and spending are both 0'),
  ),
  minimumDenominator: 1,
  disclosure: 'public',
  responsible: 'countyJustice',
  clause: bilingual('财预〔2020〕10号 单位自评表“预算执行率”', 'Caiyu [2020] No. 10, self-evaluation table'),
};

function notesOf(facts: CountyYearFacts, spent: number): Bilingual[] {
  if (facts.initialBudget === facts.adjustedBudget || facts.initialBudget <= 0 || spent < 0) return [];
  const onInitial = printRounded(quotient(spent, facts.initialBudget, 100), 2);
  return [bilingual(`按年初预算计算为${onInitial}%。`, `On the initial budget it is ${onInitial} %.`)];
}

/**
 * City money spent ÷ adjusted annual budget, in fen; where the budget was adjusted, the note states the rate on the initial
 * one too. Budget 0 and spent 0: not applicable. Refused: budget 0 and spent above 0, naming both. Spent above the
 * budget: capped at full marks and flagged. Example: 89.974 万元 of 89.974 is 100.00 percent, of the initial 90 it is 99.97.
 */
export const executionRateOfBudget: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    const spent = present.reduce((sum, one) => sum + citySpendingOf(one), 0);
    return rateResult(
      definition,
      {
        numerator: spent,
        denominator: facts.adjustedBudget,
        figures: {
          numerator: bilingual('支出', 'spending'),
          denominator: bilingual('预算', 'the budget'),
          pointer: '/adjustedBudget',
        },
        lines: spendingLines(present),
        missing,
        due: present.length > 0,
        notes: notesOf(facts, spent),
        whenNone: bilingual(
          '预算和支出均为0元，不适用。',
          'Budget and spending are both 0 yuan: not applicable.',
        ),
      },
      settings,
    );
  },
};
