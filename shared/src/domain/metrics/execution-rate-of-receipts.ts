import { bilingual } from '../bilingual';
import { fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { accepted, refusal, refused } from '../refusal';
import { citySpendingOf, movedOf, spendingLines } from './city-spending';
import { dueWageMonths } from './due';
import type { Metric, MetricDefinition, MetricLine } from './metric';
import { rateResult } from './rate';

const definition: MetricDefinition = {
  code: 'executionRateOfReceipts',
  name: bilingual('预算执行率（按到位资金）', 'Execution rate of receipts'),
  formula: bilingual(
    '已支出的市级补助（含已归垫的县级垫付）÷实际到位资金',
    'city part spent (settled advances included) ÷ money received',
  ),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'money',
  minimumDenominator: 1,
  disclosure: 'public',
  clause: bilingual('财预〔2020〕10号 指标框架“预算执行率”', 'Caiyu [2020] No. 10, framework'),
};

/**
 * City money spent ÷ received, in fen. Before the April issue counties advance wages and settle later: an advance counts
 * once it is settled (归垫). Refused: money spent of a receipt of 0. Nothing received yet: not due; in a year that is over:
 * not applicable. Example: 150,000 of 180,000 yuan is 83.33 percent.
 */
export const executionRateOfReceipts: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    const received = movedOf(facts, 'receipt');
    const spent = fen(present.reduce((sum, one) => sum + citySpendingOf(one), 0));
    if (received === 0 && spent > 0) {
      return refused([
        refusal(
          '/movements',
          `到位资金为0元，支出却为${printYuan(spent)}元，两者矛盾；请核对到位登记，或者将支出登记为县级垫付。`,
          `Received is 0 yuan but spent is ${printYuan(spent)} yuan; check the receipt, or record the spending as a county advance.`,
        ),
      ]);
    }
    const receipts: MetricLine[] = facts.movements
      .filter((one) => one.stage === 'receipt' && one.date <= facts.asOf)
      .map((one) => ({
        label: bilingual(`${one.date} 到位（元）`, `${one.date} received (yuan)`),
        amount: printYuan(one.amount),
        record: one.record,
      }));
    const over = spent > received && received > 0;
    return accepted(
      rateResult(definition, {
        numerator: spent,
        denominator: received,
        lines: [...receipts, ...spendingLines(present)],
        missing,
        due: received > 0 ? present.length > 0 : facts.asOf > `${facts.year}-12-31`,
        notes: over
          ? [
              bilingual(
                `支出${printYuan(spent)}元超过到位资金${printYuan(received)}元，按满分封顶，请核实。`,
                `Spent ${printYuan(spent)} yuan exceeds the ${printYuan(received)} yuan received: capped at full marks, to be checked.`,
              ),
            ]
          : [],
        whenNone: bilingual(
          '本年度没有到位资金，不适用。',
          'No money was received this year: not applicable.',
        ),
      }),
    );
  },
};
