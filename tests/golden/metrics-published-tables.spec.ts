import { executionRateOfBudget } from '@yuheng/shared/domain/metrics/funds/execution-rate-of-budget';
import { givenCountyYear } from '@yuheng/shared/domain/metrics/given-county-year';
import { DEFAULT_METRIC_SETTINGS } from '@yuheng/shared/domain/metrics/metric';
import { fen } from '@yuheng/shared/domain/money/fen';
import { parseDecimal, printRounded, roundHalfUp } from '@yuheng/shared/domain/numbers/rational';

/**
 * Execution rates of three published self-evaluation tables: [initial, adjusted, spent] in 万元 as printed, then the rate on
 * the adjusted and on the initial budget in percent. T1 prints 86 %, T3 and T4 print 100 %; T3's 99.97 and T4's 105.42 on
 * the initial budget follow by division. The last is null where both budgets are the same.
 */
const PUBLISHED = [
  ['T1 廊坊市学校建设项目2019年自评', ['43.2', '43.2', '37.24'], '86.20', null],
  ['T3 池州市贵池区委托业务2022年自评', ['90', '89.974', '89.974'], '100.00', '99.97'],
  ['T4 青神县2023年工资自评', ['238.93', '251.89', '251.89'], '100.00', '105.42'],
] as const;

const inFen = (wan: string) => {
  const exact = parseDecimal(wan);
  if (exact === null) throw new Error(wan);
  return fen(Number(roundHalfUp({ ...exact, numerator: exact.numerator * 1_000_000n })));
};

test.each(PUBLISHED)(
  '%s: spent ÷ adjusted budget is the execution rate, and on the initial budget it is said beside it',
  (_, figures, onAdjusted, onInitial) => {
    const [initialBudget, adjustedBudget, spent] = figures.map(inFen);
    const months = Object.fromEntries(
      givenCountyYear().wageMonths.map(({ month }, index) => [
        month,
        { cityPartPaid: index === 0 && spent !== undefined ? spent : fen(0), countyAdvance: fen(0) },
      ]),
    );
    const outcome = executionRateOfBudget.compute(
      {
        ...givenCountyYear({ months }),
        initialBudget: initialBudget ?? fen(0),
        adjustedBudget: adjustedBudget ?? fen(0),
      },
      DEFAULT_METRIC_SETTINGS,
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    const { value, note } = outcome.value;
    expect(value && printRounded(value, 2)).toBe(onAdjusted);
    expect(note?.zh).toBe(onInitial === null ? undefined : `按年初预算计算为${onInitial}%。`);
  },
);
