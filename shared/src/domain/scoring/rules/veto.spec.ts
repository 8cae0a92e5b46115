import type { IndicatorValue, Method, Rule } from '../method';
import { score } from '../score';
import type { ScoreAnswer } from '../score';

const veto = (id: string, capTotal: string): Method['indicators'][number] => ({
  id,
  marks: 0,
  rule: { kind: 'veto', capTotal },
});
const method: Method = {
  indicators: [
    { id: 'a', marks: 100, rule: { kind: 'proportional', target: 100, direction: 'atLeast' } },
    veto('v', '59.99'),
    veto('w', '79.99'),
  ],
};

function answerOf(actual: IndicatorValue, v: boolean, w: boolean, given = method): ScoreAnswer {
  const outcome = score(given, { a: actual, v: { occurred: v }, w: { occurred: w } });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

test.each<[string, boolean, boolean, string, string]>([
  ['97.24', false, false, '97.24', 'excellent'],
  ['97.24', true, false, '59.99', 'poor'],
  ['97.24', false, true, '79.99', 'fair'],
  ['97.24', true, true, '59.99', 'poor'],
  ['50.00', true, true, '50.00', 'poor'],
  ['59.99', true, false, '59.99', 'poor'],
])(
  '%s with vetoes %s (59.99) and %s (79.99) is %s, %s: the lowest cap counts and never raises',
  (actual, v, w, total, grade) => {
    expect(answerOf({ actual }, v, w)).toMatchObject({ total, grade });
  },
);

test('a veto prints 0 of its own, whether it has occurred or not', () => {
  expect(answerOf({ actual: 100 }, true, false).indicators.slice(1)).toEqual([
    { id: 'v', ruleScore: '0.00', finalScore: '0.00' },
    { id: 'w', ruleScore: '0.00', finalScore: '0.00' },
  ]);
});

test('the cap is held against the total after re-scaling', () => {
  const [first, ...vetoes] = method.indicators;
  const two: Method = {
    indicators: [
      { ...(first as Method['indicators'][number]), marks: 50 },
      { id: 'b', marks: 50, rule: { kind: 'yesNo' } },
      ...vetoes,
    ],
  };
  const values = {
    a: { actual: 70 },
    b: { state: 'notApplicable', reason: '未开展' },
    w: { occurred: false },
  } as const;
  const of = (occurred: boolean): unknown => score(two, { ...values, v: { occurred } });
  expect(of(false)).toMatchObject({ value: { total: '70.00' } });
  expect(of(true)).toMatchObject({ value: { total: '59.99' } });
});

test('a cap above the full marks is idle, a cap of 0 leaves nothing', () => {
  const capped = (cap: string): ScoreAnswer =>
    answerOf({ actual: 90 }, true, false, {
      indicators: [...method.indicators.slice(0, 1), veto('v', cap), veto('w', '0')],
    });
  expect(capped('120').total).toBe('90.00');
  expect(capped('0').total).toBe('0.00');
});

test.each<[string, number, string]>([
  ['59.99', 1, '59.9'],
  ['59.99', 0, '59'],
  ['59.996', 2, '59.99'],
  ['60.000', 0, '60'],
  ['0.004', 2, '0.00'],
])(
  'a cap of %s with %i decimal places holds the total at %s: cut down, never above the cap',
  (cap, scoreDecimals, total) => {
    const [first] = method.indicators;
    const cut: Method = {
      indicators: [first as Method['indicators'][number], veto('v', cap), veto('w', '90')],
      scoreDecimals,
    };
    expect(answerOf({ actual: 100 }, true, false, cut).total).toBe(total);
  },
);

test('where nothing but vetoes is applicable there is no total', () => {
  const answer = answerOf({ state: 'notApplicable', reason: '未开展' }, true, false);
  expect(answer).toMatchObject({ total: null, grade: null });
  expect(answer).not.toHaveProperty('missing');
});

test('a veto may be not applicable, which changes nothing, or missing, which keeps the total from being computed', () => {
  const of = (v: IndicatorValue): unknown => score(method, { a: { actual: 90 }, v, w: { occurred: false } });
  expect(of({ state: 'notApplicable', reason: '未审计' })).toMatchObject({
    value: { total: '90.00', grade: 'excellent' },
  });
  expect(of({ state: 'missing' })).toMatchObject({ value: { total: null, grade: null, missing: ['v'] } });
});

describe('is refused', () => {
  const pointers = (
    rule: unknown,
    marks: unknown,
    value: unknown = { occurred: true },
    scoreDecimals = 2,
  ): readonly string[] => {
    const indicators = [
      { id: 'a', marks: 100, rule: { kind: 'yesNo' } as Rule },
      { id: 'v', marks: marks as number, rule: rule as Rule },
    ];
    const outcome = score({ indicators, scoreDecimals }, { a: { met: true }, v: value as IndicatorValue });
    return outcome.ok ? [] : outcome.refusals.map((one) => one.pointer);
  };
  const rule = { kind: 'veto', capTotal: '59.99' };

  test.each<[string, unknown, unknown, number, readonly string[]]>([
    ['with marks of its own', rule, 5, 2, ['/method/indicators/1/marks']],
    ['without marks', rule, undefined, 2, ['/method/indicators/1/marks']],
    ['without a cap', { kind: 'veto' }, 0, 2, ['/method/indicators/1/rule/capTotal']],
    ['with a negative cap', { kind: 'veto', capTotal: -1 }, 0, 2, ['/method/indicators/1/rule/capTotal']],
    [
      'with a cap that is no decimal',
      { kind: 'veto', capTotal: 'x' },
      0,
      2,
      ['/method/indicators/1/rule/capTotal'],
    ],
  ])('%s', (_, given, marks, decimals, where) => {
    expect(pointers(given, marks, { occurred: true }, decimals)).toEqual(where);
  });

  test.each<[string, unknown, string]>([
    ['an answer that is absent', {}, '/occurred'],
    ['an answer that is no yes or no', { occurred: 'yes' }, '/occurred'],
    ['another key', { occurred: true, met: true }, '/met'],
    ['a final score above 0', { occurred: true, finalScore: 1, reason: 'r' }, '/finalScore'],
  ])('%s', (_, value, where) => {
    expect(pointers(rule, 0, value)).toEqual([`/values/v${where}`]);
  });
});
