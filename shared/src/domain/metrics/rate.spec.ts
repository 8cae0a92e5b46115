import * as fc from 'fast-check';
import { bilingual } from '../bilingual';
import { fen } from '../money/fen';
import { METRICS } from './catalogue';
import { givenCountyYear } from './given-county-year';
import { givenMetric, givenRefusals } from './given-metric';
import { DEFAULT_METRIC_SETTINGS } from './metric';
import type { MetricDefinition, MetricResult, RateCode } from './metric';
import { rateResult } from './rate';
import type { GatheredRate } from './rate';

const definition = METRICS.onPostRate.definition as MetricDefinition<RateCode>;

const gathered = (numerator: number, denominator: number, own: Partial<GatheredRate> = {}): GatheredRate => ({
  numerator,
  denominator,
  figures: { numerator: bilingual('甲', 'a'), denominator: bilingual('乙', 'b'), pointer: '/posts' },
  lines: [],
  missing: [],
  due: true,
  notes: [],
  whenNone: bilingual('均无。', 'None.'),
  ...own,
});
const outcome = (given: GatheredRate, minimum = 1) =>
  rateResult({ ...definition, minimumDenominator: minimum }, given, DEFAULT_METRIC_SETTINGS);
function result(given: GatheredRate, minimum = 1): MetricResult {
  const computed = outcome(given, minimum);
  if (!computed.ok) throw new Error(JSON.stringify(computed.refusals));
  return computed.value;
}
const refusalOf = (given: GatheredRate): string | undefined => {
  const computed = outcome(given);
  return computed.ok ? undefined : computed.refusals[0]?.detail.zh;
};

describe('a rate', () => {
  test('is exact and in percent: 11 of 12 is 275/3', () => {
    expect(result(gathered(11, 12))).toMatchObject({
      state: 'reported',
      value: { numerator: 1100n, denominator: 12n },
      times: 100,
    });
  });

  test('of 0 of 0 is not applicable and says what that means', () => {
    expect(result(gathered(0, 0))).toMatchObject({
      state: 'notApplicable',
      value: null,
      note: { zh: '均无。' },
    });
  });

  test('of something over nothing is refused, naming both figures', () => {
    expect(refusalOf(gathered(5, 0))).toBe('乙为0，甲却为5，两者矛盾，请核对。');
  });

  test('of a figure below 0 is refused', () => {
    expect(refusalOf(gathered(-1, 12))).toBe('甲为-1，不应小于0，请核对数据和红字冲销。');
    expect(refusalOf(gathered(0, -12))).toBe('乙为-12，不应小于0，请核对数据和红字冲销。');
  });

  test('above its whole is kept as it is, flagged, and capped at full marks', () => {
    const over = result(gathered(13, 12));
    expect(over).toMatchObject({ state: 'reported', overAchievement: true });
    expect(over.note?.zh).toBe('甲13超过乙12，按满分封顶，请核实。');
    expect(result(gathered(12, 12)).overAchievement).toBeUndefined();
  });

  test('is missing before it is not due, and names what is missing in both languages', () => {
    const missing = ['2025-07', bilingual('第2季度', 'quarter 2')];
    expect(result(gathered(1, 2, { missing, due: false }))).toMatchObject({
      state: 'missing',
      value: null,
      note: {
        zh: '缺报：2025-07、第2季度，补报或者裁定前暂不能计算。',
        en: 'Missing: 2025-07, quarter 2; until they are reported or ruled on it cannot be computed.',
      },
    });
    expect(result(gathered(1, 2, { due: false })).state).toBe('notDue');
  });

  test('under the minimum denominator is shown and not scored, from the minimum on it is scored', () => {
    expect(result(gathered(9, 29), 30)).toMatchObject({
      state: 'notApplicable',
      value: null,
      reference: true,
      referenceValue: { numerator: 900n, denominator: 29n },
    });
    expect(result(gathered(9, 30), 30)).toMatchObject({ state: 'reported' });
    expect(result(gathered(9, 30), 30).reference).toBeUndefined();
  });

  test('lies between 0 and 100 percent, and never falls when its numerator rises', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e12 }), fc.nat(1_000_000), (whole, some) => {
        const part = some % (whole + 1);
        const percent = result(gathered(part, whole)).value;
        expect(percent && percent.numerator >= 0n).toBe(true);
        expect(percent && percent.numerator <= 100n * percent.denominator).toBe(true);
        expect(percent).toEqual({ numerator: BigInt(part) * 100n, denominator: BigInt(whole) });
      }),
    );
  });
});

describe('every rate of a part and its whole', () => {
  const months = (change: object) =>
    givenCountyYear({
      months: Object.fromEntries(givenCountyYear().wageMonths.map((one) => [one.month, change])),
    });
  const none = { personsOnPost: 0, personsPaidOnTime: 0, personsInsured: 0 };
  const nothing = { ...none, cityPartDue: fen(0), cityPartPaid: fen(0), countyAdvance: fen(0) };

  test.each([
    ['onPostRate', { ...givenCountyYear(), posts: 0 }, '核定人月数为0，在岗人月数却为180'],
    ['socialInsuranceCoverage', months({ ...none, personsInsured: 1 }), '在岗人月数为0，参保人月数却为12'],
    ['wageTimeliness', months({ ...none, personsPaidOnTime: 1 }), '应发人次为0，按时发放人次却为12'],
    [
      'cityPartPassedOn',
      months({ cityPartDue: fen(0) }),
      '应发市级补助为0元，到人的市级补助却为180,000.00元',
    ],
    [
      'executionRateOfBudget',
      { ...givenCountyYear(), adjustedBudget: fen(0) },
      '预算为0元，支出却为180,000.00元',
    ],
    ['executionRateOfReceipts', givenCountyYear({ movements: [] }), '到位资金为0元，支出却为180,000.00元'],
  ] as const)('%s refuses something over nothing, naming both figures', (code, facts, both) => {
    expect(givenRefusals(code, facts)[0]?.[1]).toContain(both);
  });

  test.each(['socialInsuranceCoverage', 'wageTimeliness', 'cityPartPassedOn'] as const)(
    '%s of 0 of 0 is not applicable',
    (code) => {
      expect(givenMetric(code, months(nothing)).state).toBe('notApplicable');
    },
  );

  test.each([
    ['onPostRate', months({ personsOnPost: 16 }), '在岗人月数192超过核定人月数180'],
    ['socialInsuranceCoverage', months({ personsInsured: 16 }), '参保人月数192超过在岗人月数180'],
    ['wageTimeliness', months({ personsPaidOnTime: 16 }), '按时发放人次192超过应发人次180'],
    ['cityPartPassedOn', months({ cityPartDue: fen(1_400_000) }), '180,000.00元超过应发市级补助168,000.00元'],
    [
      'executionRateOfBudget',
      { ...givenCountyYear(), adjustedBudget: fen(100) },
      '180,000.00元超过预算1.00元',
    ],
  ] as const)('%s above its whole is flagged', (code, facts, said) => {
    const over = givenMetric(code, facts);
    expect(over.overAchievement).toBe(true);
    expect(over.note?.zh).toContain(said);
    expect(over.note?.zh).toContain('按满分封顶');
  });

  test('spending above what was received is flagged', () => {
    const short = givenCountyYear().movements.map((one) => ({ ...one, amount: fen(17_000_000) }));
    const over = givenMetric('executionRateOfReceipts', givenCountyYear({ movements: short }));
    expect(over.overAchievement).toBe(true);
    expect(over.note?.zh).toBe('支出180,000.00元超过到位资金170,000.00元，按满分封顶，请核实。');
  });
});
