import { fen } from '../money/fen';
import { printRounded } from '../numbers/rational';
import { isoDate } from '../period/year-month';
import { METRICS } from './catalogue';
import { givenCountyYear, givenMovement } from './given-county-year';
import type { CountyYearFacts } from './facts';
import { DEFAULT_METRIC_SETTINGS } from './metric';
import type { MetricCode, MetricResult } from './metric';

function metric(code: MetricCode, facts: CountyYearFacts): MetricResult {
  const outcome = METRICS[code].compute(facts, DEFAULT_METRIC_SETTINGS);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const percent = (code: MetricCode, facts: CountyYearFacts): string | null => {
  const { value } = metric(code, facts);
  return value && printRounded(value, 2);
};
const RATES = Object.values(METRICS).filter((one) => one.definition.unit === 'percent');

describe('every metric', () => {
  test('says in both languages what it is, its formula and its clause, and stands under its own code', () => {
    for (const [code, { definition }] of Object.entries(METRICS)) {
      expect(definition.code).toBe(code);
      for (const text of [definition.name, definition.formula, definition.clause]) {
        expect(text.zh).toMatch(/[一-鿿]/);
        expect(text.en).toMatch(/[a-z]/);
      }
    }
  });

  test('of a year in which all went well is 100 percent, met, or without occurrence', () => {
    const facts = givenCountyYear();
    for (const { definition } of RATES) {
      // Not applicable for want of findings; and for reference only, where 0 is the best.
      if (definition.code === 'rectificationTimeliness' || definition.code === 'reoffendingRate') continue;
      expect([definition.code, percent(definition.code, facts)]).toEqual([definition.code, '100.00']);
    }
    expect(metric('earmarkedUse', facts)).toMatchObject({ state: 'reported', met: true });
    expect(metric('filingTimeliness', facts)).toMatchObject({ state: 'reported', occurrences: 0 });
  });

  test('is not due on a day when nothing of the year is due', () => {
    const facts = givenCountyYear({ asOf: '2025-01-31' });
    for (const code of Object.keys(METRICS) as MetricCode[]) {
      const expected = code === 'rectificationTimeliness' ? 'notApplicable' : 'notDue';
      expect([code, metric(code, facts).state]).toEqual([code, expected]);
    }
  });

  test('counts only the months that are due: on 2025-03-20 those are January and February', () => {
    const facts = givenCountyYear({ asOf: '2025-03-20' });
    expect(metric('onPostRate', facts)).toMatchObject({ numerator: 30, denominator: 30 });
    expect(metric('onPostRate', facts).lines.map((one) => one.record.month)).toEqual(['2025-01', '2025-02']);
  });

  test('that rests on wage lists is missing with a missing month, which is named and no zero', () => {
    const facts = givenCountyYear({ months: { '2025-07': { state: 'missing', personsOnPost: 0 } } });
    for (const code of [
      'onPostRate',
      'wageTimeliness',
      'cityPartPassedOn',
      'socialInsuranceCoverage',
      'executionRateOfReceipts',
      'executionRateOfBudget',
    ] as const) {
      const result = metric(code, facts);
      expect([code, result.state, result.value]).toEqual([code, 'missing', null]);
      expect(result.note?.zh).toContain('2025-07');
    }
  });

  test('takes a month without any row as missing once its day has passed', () => {
    const whole = givenCountyYear();
    const facts = { ...whole, wageMonths: whole.wageMonths.filter((one) => one.month !== '2025-07') };
    expect(metric('onPostRate', facts)).toMatchObject({ state: 'missing', value: null });
  });

  test('leaves a line and a record for each month, so that it can be walked back', () => {
    expect(metric('wageTimeliness', givenCountyYear()).lines).toHaveLength(12);
  });
});

describe('rates of persons', () => {
  test('the on-post rate is an exact fraction: one vacancy of 15 in one month of twelve is 179 of 180', () => {
    const result = metric('onPostRate', givenCountyYear({ months: { '2025-07': { personsOnPost: 14 } } }));
    expect(result).toMatchObject({ numerator: 179, denominator: 180 });
    expect(result.value).toEqual({ numerator: 17900n, denominator: 180n });
  });

  test('without posts the on-post rate is not applicable', () => {
    expect(metric('onPostRate', givenCountyYear({ posts: 0 })).state).toBe('notApplicable');
  });

  test('social insurance is counted against persons on post, not against posts', () => {
    const facts = givenCountyYear({ months: { '2025-07': { personsOnPost: 14, personsInsured: 13 } } });
    expect(metric('socialInsuranceCoverage', facts)).toMatchObject({ numerator: 178, denominator: 179 });
  });

  test('wages paid late lower the rate', () => {
    const facts = givenCountyYear({
      months: { '2025-09': { personsPaidOnTime: 12, paidOn: isoDate('2025-10-20') } },
    });
    expect(metric('wageTimeliness', facts)).toMatchObject({ numerator: 177, denominator: 180 });
  });

  test('wages paid late before the planned issue are the county’s own: it advances them', () => {
    const facts = givenCountyYear({
      months: { '2025-01': { personsPaidOnTime: 0, paidOn: isoDate('2025-03-01') } },
    });
    expect(metric('wageTimeliness', facts)).toMatchObject({ numerator: 165, denominator: 180 });
  });

  test('what a late issue of the city caused is left out and said', () => {
    const movements = [givenMovement('receipt', '2025-06-20'), givenMovement('passOn', '2025-06-25')];
    const may = { personsPaidOnTime: 0, paidOn: isoDate('2025-06-30') };
    const facts = givenCountyYear({ movements, months: { '2025-05': may } });
    expect(metric('wageTimeliness', facts)).toMatchObject({ numerator: 165, denominator: 165 });
    expect(metric('wageTimeliness', facts).note?.zh).toContain('市级资金尚未到位');
  });

  test('what county finance held back over its clock is left out, but not what was paid long after it came', () => {
    const movements = [givenMovement('receipt', '2025-04-20'), givenMovement('passOn', '2025-06-25')];
    const may = (paidOn: string) => ({ '2025-05': { personsPaidOnTime: 0, paidOn: isoDate(paidOn) } });
    const soon = metric('wageTimeliness', givenCountyYear({ movements, months: may('2025-07-05') }));
    const long = metric('wageTimeliness', givenCountyYear({ movements, months: may('2025-07-06') }));
    expect(soon).toMatchObject({ numerator: 165, denominator: 165 });
    expect(soon.note?.zh).toContain('县级财政部门尚未拨付');
    expect(long).toMatchObject({ numerator: 165, denominator: 180 });
  });
});

describe('rates of money', () => {
  test('an advance counts as spending only once it is settled', () => {
    const settled = givenCountyYear({ asOf: '2025-05-20' });
    expect(metric('executionRateOfReceipts', settled)).toMatchObject({
      numerator: 6_000_000,
      denominator: 18_000_000,
    });
    const open = givenCountyYear({ asOf: '2025-05-09' });
    expect(metric('executionRateOfReceipts', open)).toMatchObject({ numerator: 0, denominator: 18_000_000 });
  });

  test('reversals lower what was received', () => {
    const movements = [
      givenMovement('receipt', '2025-04-20', 20_000_000),
      givenMovement('receipt', '2025-04-25', -2_000_000),
    ];
    expect(metric('executionRateOfReceipts', givenCountyYear({ movements }))).toMatchObject({
      denominator: 18_000_000,
    });
  });

  test('nothing received is not due during the year and not applicable after it, while all is advanced', () => {
    const advanced = Object.fromEntries(
      givenCountyYear().wageMonths.map((one) => [
        one.month,
        { countyAdvance: one.cityPartPaid, advanceSettledOn: null },
      ]),
    );
    const state = (asOf: string) =>
      metric('executionRateOfReceipts', givenCountyYear({ asOf, movements: [], months: advanced })).state;
    expect([state('2025-11-30'), state('2026-03-20')]).toEqual(['notDue', 'notApplicable']);
  });

  test.each([
    ['executionRateOfReceipts', givenCountyYear({ movements: [] }), '到位资金为0元，支出却为180,000.00元'],
    [
      'executionRateOfBudget',
      { ...givenCountyYear(), adjustedBudget: fen(0) },
      '预算为0元，支出却为180,000.00元',
    ],
  ] as const)('%s refuses spending out of nothing, naming both figures', (code, facts, both) => {
    const outcome = METRICS[code].compute(facts, DEFAULT_METRIC_SETTINGS);
    expect(outcome.ok ? '' : outcome.refusals[0]?.detail.zh).toContain(both);
  });

  test('a budget of 0 of which nothing was spent is not applicable', () => {
    const months = Object.fromEntries(
      givenCountyYear().wageMonths.map((one) => [one.month, { cityPartPaid: fen(0), countyAdvance: fen(0) }]),
    );
    const facts = { ...givenCountyYear({ months }), adjustedBudget: fen(0) };
    expect(metric('executionRateOfBudget', facts).state).toBe('notApplicable');
  });

  test('T3: 89.974 spent is 100.00 percent of the adjusted budget and 99.97 of the initial 90', () => {
    const spent = { cityPartPaid: fen(89_974_000), countyAdvance: fen(0) };
    const none = { cityPartPaid: fen(0), countyAdvance: fen(0) };
    const months = Object.fromEntries(
      givenCountyYear().wageMonths.map((one, index) => [one.month, index === 0 ? spent : none]),
    );
    const facts = {
      ...givenCountyYear({ months }),
      initialBudget: fen(90_000_000),
      adjustedBudget: fen(89_974_000),
    };
    expect(percent('executionRateOfBudget', facts)).toBe('100.00');
    expect(metric('executionRateOfBudget', facts).note?.zh).toBe('按年初预算计算为99.97%。');
  });

  test('spending above the budget is flagged', () => {
    const facts = { ...givenCountyYear(), adjustedBudget: fen(10_000_000) };
    expect(metric('executionRateOfBudget', facts).note?.zh).toContain('按满分封顶');
  });

  test('an advance counts as the city part that reached the persons', () => {
    expect(percent('cityPartPassedOn', givenCountyYear({ asOf: '2025-03-20' }))).toBe('100.00');
  });

  test('while the money is not there, what was not advanced is left out and said; afterwards it counts', () => {
    const months = { '2025-02': { cityPartPaid: fen(1_000_000), countyAdvance: fen(1_000_000) } };
    const before = metric('cityPartPassedOn', givenCountyYear({ asOf: '2025-03-20', months }));
    expect(before).toMatchObject({ numerator: 2_500_000, denominator: 2_500_000 });
    expect(before.note?.zh).toContain('暂不计入');
    expect(metric('cityPartPassedOn', givenCountyYear({ months }))).toMatchObject({
      numerator: 17_500_000,
      denominator: 18_000_000,
    });
  });
});
