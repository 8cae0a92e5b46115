import { bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import { citySpendingOf, movedOf, spendingLines } from './city-spending';
import { dueWageMonths } from '../due';
import { wageListStates } from '../data-states';
import type { Metric, MetricDefinition, MetricLine, RateCode } from '../metric';
import { rateResult } from '../rate';

const definition: MetricDefinition<RateCode> = {
  code: 'executionRateOfReceipts',
  name: bilingual('预算执行率（按到位资金）', 'Execution rate of receipts'),
  formula: bilingual(
    '已支出的市级补助（含已归垫的县级垫付）÷实际到位资金',
    'city part spent (settled advances included) ÷ money received',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'money',
  dataStates: {
    ...wageListStates(
      bilingual('全年没有到位资金的，不适用', 'not applicable in a year in which no money was received'),
    ),
    notDue: bilingual(
      '资金到位且有工资到期之前未到期',
      'not due before money has arrived and wages have fallen due',
    ),
  },
  minimumDenominator: 1,
  disclosure: 'public',
  responsible: 'countyJustice',
  clause: bilingual('财预〔2020〕10号 指标框架“预算执行率”', 'Caiyu [2020] No. 10, framework'),
};

/**
 * City money spent ÷ received, in fen. Before the April issue counties advance wages and settle later: an advance counts
 * once it is settled (归垫). Refused: money spent of a receipt of 0; above what was received it is capped at full marks and
 * flagged. Nothing received yet: not due; in a year that is over: not applicable. Example: 150,000 of 180,000 yuan is 83.33 percent.
 */
export const executionRateOfReceipts: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    const received = movedOf(facts, 'receipt');
    const spent = fen(present.reduce((sum, one) => sum + citySpendingOf(one), 0));
    const receipts: MetricLine[] = facts.movements
      .filter((one) => one.stage === 'receipt' && one.date <= facts.asOf)
      .map((one) => ({
        label: bilingual(`${one.date} 到位（元）`, `${one.date} received (yuan)`),
        amount: printYuan(one.amount),
        record: one.record,
      }));
    return rateResult(
      definition,
      {
        numerator: spent,
        denominator: received,
        figures: {
          numerator: bilingual('支出', 'spending'),
          denominator: bilingual('到位资金', 'the money received'),
          pointer: '/movements',
          advice: bilingual(
            '到位登记，或者将支出登记为县级垫付',
            ', or record the spending as a county advance',
          ),
        },
        lines: [...receipts, ...spendingLines(present)],
        missing,
        due: received > 0 ? present.length > 0 : facts.asOf > `${facts.year}-12-31`,
        notes: [],
        whenNone: bilingual(
          '本年度没有到位资金，不适用。',
          'No money was received this year: not applicable.',
        ),
      },
      settings,
    );
  },
};
