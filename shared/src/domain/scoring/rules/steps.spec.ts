import * as fc from 'fast-check';
import type { Rule, Step } from '../method';
import { score } from '../score';

const steps = (...list: [string, string][]): Rule => ({
  kind: 'steps',
  steps: list.map(([atLeast, ratio]): Step => ({ atLeast, ratio })),
});

function ruleScore(rule: Rule, actual: unknown, marks = '10'): string | null | undefined {
  const outcome = score({ indicators: [{ id: 'a', marks, rule }] }, { a: { actual: actual as string } });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value.indicators[0]?.ruleScore;
}

function pointers(rule: unknown, value: unknown = { actual: 1 }): readonly string[] {
  const outcome = score(
    { indicators: [{ id: 'a', marks: '10', rule: rule as Rule }] },
    { a: value as { actual: number } },
  );
  return outcome.ok ? [] : outcome.refusals.map((one) => one.pointer);
}

const three = steps(['90', '1'], ['80', '0.8'], ['60', '0.6']);

test.each([
  ['100', '10.00'],
  ['90', '10.00'],
  ['89.999', '8.00'],
  ['80', '8.00'],
  ['60', '6.00'],
  ['59.99', '0.00'],
  ['0', '0.00'],
])(
  'the highest step that %s reaches counts, so it gives %s of 10; below all of them it gives 0',
  (actual, gives) => {
    expect(ruleScore(three, actual)).toBe(gives);
  },
);

test('a step includes its figure exactly: 60.0 reaches 60, a third of 180 too', () => {
  expect(ruleScore(three, '60.0')).toBe('6.00');
  expect(ruleScore(three, { numerator: 180n, denominator: 3n })).toBe('6.00');
  expect(ruleScore(three, { numerator: 179n, denominator: 3n })).toBe('0.00');
});

test('figures may be negative: a growth of −2 reaches −5 and not 0', () => {
  expect(ruleScore(steps(['0', '1'], ['-5', '0.5']), '-2')).toBe('5.00');
});

test('a higher step may give less, for a figure that is to stay within a range', () => {
  const range = steps(['95', '1'], ['105', '0.6']);
  expect([ruleScore(range, '100'), ruleScore(range, '106'), ruleScore(range, '90')]).toEqual([
    '10.00',
    '6.00',
    '0.00',
  ]);
});

test('the order in which the steps are written changes nothing', () => {
  const list = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      list,
      fc.infiniteStream(fc.nat(100)),
      fc.integer({ min: -60, max: 60 }),
      (bounds, ratios, actual) => {
        const written = bounds.map((bound): [string, string] => [
          `${bound}`,
          `${(ratios.next().value as number) / 100}`,
        ]);
        expect(ruleScore(steps(...written.reverse()), actual)).toBe(
          ruleScore(steps(...written.sort()), actual),
        );
      },
    ),
  );
});

test('where higher steps give no less, a higher figure never lowers the score', () => {
  const rising = fc.uniqueArray(fc.nat(100), { minLength: 1, maxLength: 6 }).map((list) => {
    const ascending = list.sort((a, b) => a - b);
    return steps(
      ...ascending.map((bound, index): [string, string] => [`${bound}`, `${(index + 1) / list.length}`]),
    );
  });
  fc.assert(
    fc.property(rising, fc.nat(120), fc.nat(120), (rule, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      expect(Number(ruleScore(rule, more))).toBeGreaterThanOrEqual(Number(ruleScore(rule, less)));
    }),
  );
});

describe('is refused', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['without a step', steps(), ['/steps']],
    ['with a ratio above 1', steps(['90', '1.01']), ['/steps/0/ratio']],
    ['with a ratio below 0', steps(['90', '1'], ['80', '-0.1']), ['/steps/1/ratio']],
    ['with a ratio that is no decimal', steps(['90', '80%']), ['/steps/0/ratio']],
    ['with a figure that is no decimal', steps(['ninety', '1']), ['/steps/0/atLeast']],
    [
      'with a figure and a ratio that are absent',
      { kind: 'steps', steps: [{}] },
      ['/steps/0/atLeast', '/steps/0/ratio'],
    ],
    [
      'with two steps at one figure, at the later',
      steps(['90', '1'], ['80', '0.8'], ['90.0', '0.5']),
      ['/steps/2/atLeast'],
    ],
  ])('%s', (_, rule, where) => {
    expect(pointers(rule)).toEqual(where.map((one) => `/method/indicators/0/rule${one}`));
  });

  test.each<[string, unknown, string]>([
    ['an actual that is absent', {}, '/actual'],
    ['an actual that is no decimal', { actual: '1/3' }, '/actual'],
    ['a target, which it does not take', { actual: 1, target: 2 }, '/target'],
  ])('%s', (_, value, where) => {
    expect(pointers(three, value)).toEqual([`/values/a${where}`]);
  });
});
