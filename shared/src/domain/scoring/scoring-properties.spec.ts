import * as fc from 'fast-check';
import {
  add,
  compare,
  divide,
  multiply,
  parseDecimal,
  printUnits,
  rational,
  roundHalfUp,
  ZERO,
} from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { compileMethod } from './compile-method';
import { explainScore } from './explaining/explanation';
import { NOTHING } from './explaining/explanation-step';
import type { Indicator, IndicatorValue, Method } from './method';
import { printScore, scoreValues, score } from './score';
import type { ScoreAnswer } from './score';

/** A leaf and a value that its rule takes. Marks have two places, as every published table prints them. */
interface Drawn {
  readonly indicator: Omit<Indicator, 'id'>;
  readonly value: IndicatorValue;
}

const hundredths = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least * 100, max: most * 100 }).map((units) => printUnits(BigInt(units), 2));

const proportional: fc.Arbitrary<Drawn> = fc
  .tuple(
    hundredths(1, 40),
    hundredths(1, 200),
    hundredths(0, 300),
    fc.constantFrom('atLeast', 'atMost', 'exactly'),
  )
  .map(([marks, target, actual, direction]) => ({
    indicator: { marks, rule: { kind: 'proportional', target, direction: direction as 'atLeast' } },
    value: { actual },
  }));
const yesNo: fc.Arbitrary<Drawn> = fc
  .tuple(hundredths(1, 40), fc.boolean())
  .map(([marks, met]) => ({ indicator: { marks, rule: { kind: 'yesNo' } }, value: { met } }));
const deduction: fc.Arbitrary<Drawn> = fc
  .tuple(hundredths(1, 40), hundredths(0, 5), fc.nat(20))
  .map(([marks, perOccurrence, occurrences]) => ({
    indicator: { marks, rule: { kind: 'deduction', perOccurrence } },
    value: { occurrences },
  }));
const evaluator: fc.Arbitrary<Drawn> = fc
  .tuple(
    hundredths(10, 40),
    fc.array(hundredths(0, 10), { minLength: 1, maxLength: 7 }),
    fc.constantFrom('mean', 'median', 'trimmedMean'),
  )
  .map(([marks, given, aggregate]) => ({
    indicator: { marks, rule: { kind: 'evaluator', aggregate: aggregate as 'mean' } },
    value: { marks: given },
  }));
const bands: fc.Arbitrary<Drawn> = fc.tuple(hundredths(1, 40), hundredths(0, 1)).map(([marks, ratio]) => ({
  indicator: { marks, rule: { kind: 'bands', bands: [{ label: 'only', from: 0, to: 1 }] } },
  value: { band: 'only', ratio },
}));
const drawn = fc.oneof(proportional, yesNo, deduction, evaluator, bands);
const final = (one: Drawn): Drawn => ({ ...one, value: { ...one.value, finalScore: '0.5', reason: '核减' } });
const maybeFinal = fc.tuple(drawn, fc.nat(3)).map(([one, dice]) => (dice === 0 ? final(one) : one));
const unit = fc.array(maybeFinal, { minLength: 1, maxLength: 8 });

const methodOf = (leaves: readonly Drawn[], scoreDecimals = 2): Method => ({
  scoreDecimals,
  indicators: leaves.map((one, index) => ({ id: `i${index}`, ...one.indicator })),
});
const valuesOf = (leaves: readonly Drawn[]): Record<string, IndicatorValue> =>
  Object.fromEntries(leaves.map((one, index) => [`i${index}`, one.value]));

function answerOf(method: Method, values: Record<string, IndicatorValue>): ScoreAnswer {
  const outcome = score(method, values);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const exact = (text: string | null | undefined): Rational => parseDecimal(text ?? '') as Rational;
const sumOf = (texts: readonly (string | null)[]): Rational => texts.map(exact).reduce(add, ZERO);

test('no score is above its marks or below 0', () => {
  fc.assert(
    fc.property(unit, (leaves) => {
      const answer = answerOf(methodOf(leaves), valuesOf(leaves));
      answer.indicators.forEach((one, index) => {
        expect(
          compare(exact(one.ruleScore), exact(leaves[index]?.indicator.marks as string)),
        ).toBeLessThanOrEqual(0);
        expect(compare(exact(one.ruleScore), ZERO)).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});

test('the total is the sum of the leaves as printed', () => {
  fc.assert(
    fc.property(unit, (leaves) => {
      const answer = answerOf(methodOf(leaves), valuesOf(leaves));
      expect(compare(exact(answer.total), sumOf(answer.indicators.map((one) => one.finalScore)))).toBe(0);
    }),
  );
});

test('a higher actual never lowers a score that asks for at least, nor raises one that allows at most', () => {
  fc.assert(
    fc.property(
      hundredths(1, 40),
      hundredths(1, 200),
      hundredths(0, 300),
      hundredths(0, 300),
      (marks, target, a, b) => {
        const [less, more] = Number(a) <= Number(b) ? [a, b] : [b, a];
        const of = (direction: 'atLeast' | 'atMost', actual: string): Rational =>
          exact(
            answerOf(
              { indicators: [{ id: 'i', marks, rule: { kind: 'proportional', target, direction } }] },
              { i: { actual } },
            ).total,
          );
        expect(compare(of('atLeast', more), of('atLeast', less))).toBeGreaterThanOrEqual(0);
        // An actual of 0 gets full marks under atMost, so the order holds from 0 on.
        expect(compare(of('atMost', more), of('atMost', less))).toBeLessThanOrEqual(0);
      },
    ),
  );
});

test('the order of the indicators changes no score', () => {
  fc.assert(
    fc.property(unit, fc.infiniteStream(fc.nat()), (leaves, dice) => {
      const method = methodOf(leaves);
      const shuffled = method.indicators
        .map((one) => ({ one, key: dice.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const [plain, moved] = [method, { ...method, indicators: shuffled }].map((one) =>
        answerOf(one, valuesOf(leaves)),
      );
      expect(moved?.total).toBe(plain?.total);
      expect(moved?.grade).toBe(plain?.grade);
      for (const one of plain?.indicators ?? []) expect(moved?.indicators).toContainEqual(one);
    }),
  );
});

test('what is not applicable is neutral: the percent is that of a method without it, within one rounding', () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 2, maxLength: 8 }), (leaves) => {
      const values = valuesOf(leaves);
      const without = answerOf(methodOf(leaves.slice(0, -1)), valuesOf(leaves.slice(0, -1)));
      const last = `i${leaves.length - 1}`;
      const answer = answerOf(methodOf(leaves), {
        ...values,
        [last]: { state: 'notApplicable', reason: '未开展' },
      });
      const full = sumOf(leaves.map((one) => one.indicator.marks as string));
      const applicable = sumOf(leaves.slice(0, -1).map((one) => one.indicator.marks as string));
      const rescaled = divide(multiply(exact(without.total), full), applicable);
      expect(answer.total).toBe(printUnits(roundHalfUp(rescaled, 2), 2));
    }),
  );
});

test('the explained steps are the score: leaves sum to the total, and re-scaling is the one further line', () => {
  fc.assert(
    fc.property(unit, fc.nat(7), fc.integer({ min: 0, max: 3 }), (leaves, dice, decimals) => {
      const method = compileMethod(methodOf(leaves, decimals));
      if (!method.ok) throw new Error(JSON.stringify(method.refusals));
      const values: Record<string, IndicatorValue> = valuesOf(
        leaves.map((one) => ({ ...one, value: plainIf(decimals, one.value) })),
      );
      if (dice > 0 && dice < leaves.length) values[`i${dice}`] = { state: 'notApplicable', reason: '未开展' };
      const result = scoreValues(method.value, values);
      if (!result.ok) throw new Error(JSON.stringify(result.refusals));
      const answer = printScore(method.value, result.value);
      const explained = explainScore(method.value, values, result.value);
      expect(explained.total.result).toBe(answer.total);
      const steps = Object.values(explained.leaves);
      expect(steps.map((one) => one.result)).toEqual(
        answer.indicators.map((one) => one.finalScore ?? NOTHING),
      );
      const marks = leaves.map((one) => exact(one.indicator.marks as string));
      const applicable = marks.filter((_, index) => steps[index]?.result !== NOTHING).reduce(add, ZERO);
      const sum = sumOf(steps.map((one) => one.result).filter((one) => one !== NOTHING));
      const total = divide(multiply(sum, marks.reduce(add, ZERO)), applicable);
      expect(explained.total.result).toBe(printUnits(roundHalfUp(total, decimals), decimals));
    }),
  );
});

/** A final score of 0.5 cannot stand in a method without decimals. */
function plainIf(decimals: number, value: IndicatorValue): IndicatorValue {
  if (decimals > 0) return value;
  const { finalScore, ...rest } = value;
  return finalScore === undefined ? value : { ...rest, reason: '核减' };
}

test('a total of exactly 90 percent is excellent whatever the full marks are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (tens) => {
      const [full, total] = [rational(tens * 10), rational(tens * 9)];
      const marks = [printUnits(full.numerator, 0), printUnits(total.numerator, 0)];
      const method: Method = { indicators: [{ id: 'i', marks: marks[0], rule: { kind: 'yesNo' } }] };
      const answer = answerOf(method, { i: { met: true, finalScore: marks[1], reason: '核减' } });
      expect(answer.grade).toBe('excellent');
    }),
  );
});
