import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { printRounded, rational } from '../numbers/rational';
import { accepted, refusal, refused } from '../refusal';
import { citySpendingOf, spendingLines } from './city-spending';
import { dueWageMonths } from './due';
import type { CountyYearFacts } from './facts';
import type { Metric, MetricDefinition } from './metric';
import { rateResult } from './rate';

const definition: MetricDefinition = {
  code: 'executionRateOfBudget',
  name: bilingual('预算执行率（按调整后预算）', 'Execution rate of the budget'),
  formula: bilingual('已支出的市级补助÷调整后预算', 'city part spent ÷ adjusted annual budget'),
  unit: 'percent',
  direction: 'atLeast',
  counts: 'money',
  minimumDenominator: 1,
  disclosure: 'public',
  clause: bilingual('财预〔2020〕10号 单位自评表“预算执行率”', 'Caiyu [2020] No. 10, self-evaluation table'),
};

function notesOf(facts: CountyYearFacts, spent: number): Bilingual[] {
  const notes: Bilingual[] = [];
  if (facts.initialBudget !== facts.adjustedBudget && facts.initialBudget > 0) {
    const onInitial = printRounded(rational(BigInt(spent) * 100n, BigInt(facts.initialBudget)), 2);
    notes.push(bilingual(`按年初预算计算为${onInitial}%。`, `On the initial budget it is ${onInitial} %.`));
  }
  if (spent > facts.adjustedBudget) {
    const [a, b] = [printYuan(fen(spent)), printYuan(facts.adjustedBudget)];
    notes.push(
      bilingual(
        `支出${a}元超过预算${b}元，按满分封顶，请核实。`,
        `Spent ${a} yuan exceeds the budget of ${b} yuan: capped at full marks, to be checked.`,
      ),
    );
  }
  return notes;
}

/**
 * City money spent ÷ adjusted annual budget, in fen. Budget 0 and spent 0: not applicable. Refused: budget 0 and spent
 * above 0, naming both. Example: adjusted 89.974, spent 89.974 万元 is 100.00 percent; on the initial 90 it is 99.97.
 */
export const executionRateOfBudget: Metric = {
  definition,
  compute: (facts, settings) => {
    const { present, missing } = dueWageMonths(facts, settings.clocks);
    const spent = present.reduce((sum, one) => sum + citySpendingOf(one), 0);
    if (facts.adjustedBudget === 0 && spent > 0) {
      const text = printYuan(fen(spent));
      return refused([
        refusal(
          '/adjustedBudget',
          `预算为0元，支出却为${text}元，两者矛盾，请核对预算和支出。`,
          `The budget is 0 yuan but spent is ${text} yuan; check budget and spending.`,
        ),
      ]);
    }
    return accepted(
      rateResult(definition, {
        numerator: spent,
        denominator: facts.adjustedBudget,
        lines: spendingLines(present),
        missing,
        due: present.length > 0,
        notes: notesOf(facts, spent),
        whenNone: bilingual(
          '预算和支出均为0元，不适用。',
          'Budget and spending are both 0 yuan: not applicable.',
        ),
      }),
    );
  },
};
