import type { IndicatorValue, IndicatorValues, Method, Rule } from './method';
import { score } from './score';
import type { ScoreAnswer } from './score';

const atLeast = (target: string): Rule => ({ kind: 'proportional', target, direction: 'atLeast' });

function answerOf(method: Method, values: IndicatorValues): ScoreAnswer {
  const outcome = score(method, values);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** The score of one leaf of so many marks under one rule. */
const leafScore = (rule: Rule, value: IndicatorValue, marks = '10', scoreDecimals = 2): string | null =>
  answerOf({ indicators: [{ id: 'a', marks, rule }], scoreDecimals }, { a: value }).indicators[0]
    ?.ruleScore ?? null;

const yesNo = (id: string, marks: string): Method['indicators'][number] => ({
  id,
  marks,
  rule: { kind: 'yesNo' },
});

describe('rounding', () => {
  test.each([
    ['1.005', '1.01'],
    ['8.625', '8.63'],
    ['2.675', '2.68'],
    ['1.115', '1.12'],
    ['10.235', '10.24'],
    ['10.2349999999999999999', '10.23'],
  ])('an exact half is rounded up even where a binary float lies below it: %s is %s', (actual, printed) => {
    expect(leafScore(atLeast('100'), { actual }, '100')).toBe(printed);
  });

  test('the total adds up on paper: 15 + 49.04 + 20 + 10 is 94.04, not 94.03999…', () => {
    const method: Method = {
      indicators: [yesNo('a', '15'), yesNo('b', '50'), yesNo('c', '20'), yesNo('d', '15')],
    };
    const answer = answerOf(method, {
      a: { met: true },
      b: { met: true, finalScore: '49.04', reason: '核减' },
      c: { met: true },
      d: { met: true, finalScore: 10, reason: '核减' },
    });
    expect(answer.total).toBe('94.04');
  });

  test('each leaf is rounded before the sum: three thirds of 10 marks sum to 9.99', () => {
    const third = { rule: atLeast('3'), marks: '10' };
    const method: Method = { indicators: ['a', 'b', 'c'].map((id) => ({ id, ...third })) };
    const answer = answerOf(method, { a: { actual: 1 }, b: { actual: 1 }, c: { actual: 1 } });
    expect(answer.total).toBe('9.99');
  });

  test('scores carry as many places as the method says', () => {
    expect(leafScore(atLeast('3'), { actual: 2 }, '10', 0)).toBe('7');
    expect(leafScore(atLeast('3'), { actual: 2 }, '10', 4)).toBe('6.6667');
  });

  test('a number is taken as printed: 1e-7 of a target of 1e-7 is full', () => {
    expect(leafScore({ kind: 'proportional', target: 1e-7, direction: 'atLeast' }, { actual: 1e-7 })).toBe(
      '10.00',
    );
  });
});

describe('the proportional rule', () => {
  const rule = (direction: 'atLeast' | 'atMost' | 'exactly'): Rule => ({
    kind: 'proportional',
    target: '80',
    direction,
  });

  test.each([
    ['atLeast', '80', '10.00'],
    ['atLeast', '100', '10.00'],
    ['atLeast', '60', '7.50'],
    ['atLeast', '0', '0.00'],
    ['atMost', '80', '10.00'],
    ['atMost', '60', '10.00'],
    ['atMost', '100', '8.00'],
    ['atMost', '0', '10.00'],
    ['exactly', '80', '10.00'],
    ['exactly', '100', '8.00'],
    ['exactly', '60', '7.50'],
    ['exactly', '0', '0.00'],
  ] as const)('%s 80 with an actual of %s gives %s of 10', (direction, actual, expected) => {
    expect(leafScore(rule(direction), { actual })).toBe(expected);
  });

  test('an exact fraction as actual is not rounded before the division', () => {
    const actual = { numerator: 1100n, denominator: 12n };
    expect(leafScore(atLeast('95'), { actual }, '15')).toBe('14.47');
  });

  test('a goal is read from the value', () => {
    const goal: Rule = { kind: 'proportional', target: 'goal', direction: 'atLeast' };
    expect(leafScore(goal, { actual: '90', target: '100' })).toBe('9.00');
  });

  test('without an issued goal the score cannot be computed, which is no zero', () => {
    const goal: Rule = { kind: 'proportional', target: 'goal', direction: 'atLeast' };
    const answer = answerOf(
      { indicators: [{ id: 'a', marks: 60, rule: goal }, yesNo('b', '40')] },
      { a: { actual: '90' }, b: { met: true } },
    );
    expect(answer).toEqual({
      total: null,
      grade: null,
      missing: ['a'],
      indicators: [
        { id: 'a', ruleScore: null, finalScore: null, state: 'missing' },
        { id: 'b', ruleScore: '40.00', finalScore: '40.00' },
      ],
      warnings: [],
    });
  });

  test.each([
    ['atLeast', '130', 0],
    ['atLeast', '130.01', 1],
    ['atMost', '76.93', 0],
    ['atMost', '76.9', 1],
    ['exactly', '131', 1],
  ] as const)('%s 100 with %s against a threshold of 1.3 gives %i warnings', (direction, actual, count) => {
    const watched: Rule = {
      kind: 'proportional',
      target: '100',
      direction,
      overAchievement: { threshold: '1.3' },
    };
    const answer = answerOf({ indicators: [{ id: 'a', marks: 100, rule: watched }] }, { a: { actual } });
    expect(answer.warnings.map((one) => one.kind)).toEqual(Array(count).fill('overAchievement'));
    if (direction !== 'exactly') expect(answer.total).toBe('100.00');
  });
});

test.each<['atLeast' | 'atMost', number, string, RegExp]>([
  [
    'atLeast',
    120,
    '“b”的完成值超过目标值的1.3倍，请说明原因，并核实目标是否偏低。',
    /^"b" exceeds 1\.3 times its target; .* set too low\.$/,
  ],
  [
    'atMost',
    60,
    '“b”的完成值优于目标值，目标值超过完成值的1.3倍，请说明原因，并核实目标是否偏宽。',
    /^The target of "b" is more than 1\.3 times its actual; .* set too loosely\.$/,
  ],
  [
    'atMost',
    0,
    '“b”的完成值为0，优于目标值，请说明原因，并核实目标是否偏宽。',
    /^The actual of "b" is 0, better than its target; .* set too loosely\.$/,
  ],
])('%s 90 with %i says on which side of the target it lies', (direction, actual, zh, en) => {
  const rule: Rule = { kind: 'proportional', target: '90', direction, overAchievement: { threshold: '1.3' } };
  const answer = answerOf({ indicators: [{ id: 'b', marks: 100, rule }] }, { b: { actual } });
  expect(answer.warnings.map(({ message }) => message)).toEqual([
    { zh, en: expect.stringMatching(en) as string },
  ]);
});

describe('the other rules', () => {
  const bands: Rule = {
    kind: 'bands',
    bands: [
      { label: 'achieved', from: '0.8', to: '1' },
      { label: 'partly', from: '0.6', to: '0.8' },
      { label: 'notAchieved', from: '0', to: '0.6' },
    ],
  };

  test.each([
    ['achieved', '1', '10.00'],
    ['achieved', '0.8', '8.00'],
    ['partly', '0.79999', '8.00'],
    ['notAchieved', '0', '0.00'],
  ])('the band %s with ratio %s gives %s: the topmost includes its end', (band, ratio, expected) => {
    expect(leafScore(bands, { band, ratio })).toBe(expected);
  });

  test('yes-no gives all or nothing', () => {
    expect(leafScore({ kind: 'yesNo' }, { met: true })).toBe('10.00');
    expect(leafScore({ kind: 'yesNo' }, { met: false })).toBe('0.00');
  });

  test.each([
    [0, undefined, '10.00'],
    [3, undefined, '8.50'],
    [30, undefined, '0.00'],
    [30, '4', '4.00'],
    ['3', undefined, '8.50'],
  ])('%s occurrences at 0.5 each with the floor %s leave %s', (occurrences, floor, expected) => {
    expect(leafScore({ kind: 'deduction', perOccurrence: '0.5', floor }, { occurrences })).toBe(expected);
  });

  test.each([
    ['mean', ['8', '8.5', '9'], '8.50'],
    ['mean', ['8', '8', '9'], '8.33'],
    ['median', ['9', '8', '8.5', '9'], '8.75'],
    ['median', ['1', '9', '10'], '9.00'],
    ['trimmedMean', ['0', '8', '9', '10'], '8.50'],
    ['trimmedMean', ['0', '8', '10'], '8.00'],
    ['trimmedMean', ['0', '9'], '4.50'],
    ['trimmedMean', ['9', '9', '9'], '9.00'],
  ] as const)('the %s of %j is %s', (aggregate, marks, expected) => {
    expect(leafScore({ kind: 'evaluator', aggregate }, { marks })).toBe(expected);
  });
});

describe('states', () => {
  const method: Method = {
    indicators: [yesNo('a', '60'), { id: 'b', marks: '30', rule: atLeast('3') }, yesNo('c', '10')],
  };

  test('what is not applicable is left out and the rest re-scaled to full marks, rounded once', () => {
    const answer = answerOf(method, {
      a: { met: true },
      b: { actual: 2 },
      c: { state: 'notApplicable', reason: '无空岗' },
    });
    expect(answer.total).toBe('88.89');
    expect(answer.grade).toBe('good');
    expect(answer.indicators[2]).toEqual({
      id: 'c',
      ruleScore: null,
      finalScore: null,
      state: 'notApplicable',
    });
  });

  test('all not applicable leaves total and grade null, without a list of missing figures', () => {
    const none = { state: 'notApplicable', reason: '未开展' } as const;
    expect(answerOf(method, { a: none, b: none, c: none })).toMatchObject({ total: null, grade: null });
    expect(answerOf(method, { a: none, b: none, c: none })).not.toHaveProperty('missing');
  });

  test('one missing figure keeps total and grade from being computed and is named', () => {
    const answer = answerOf(method, { a: { met: true }, b: { state: 'missing' }, c: { met: true } });
    expect(answer).toMatchObject({ total: null, grade: null, missing: ['b'] });
  });

  test('the grade is taken on the total as printed: 89.995 is printed 90.00 and is excellent', () => {
    const answer = answerOf(
      { indicators: [{ id: 'a', marks: 100, rule: atLeast('100') }] },
      { a: { actual: '89.995' } },
    );
    expect(answer).toMatchObject({ total: '90.00', grade: 'excellent' });
  });

  test('marks other than 100 warn, and the grade is taken on the percent', () => {
    const answer = answerOf(
      { indicators: [yesNo('a', '45'), yesNo('b', '5')] },
      { a: { met: true }, b: { met: false } },
    );
    expect(answer).toMatchObject({
      total: '45.00',
      grade: 'excellent',
      warnings: [{ kind: 'marksNotHundred' }],
    });
  });

  test('full marks of 0 give no grade, and the warning says so', () => {
    const answer = answerOf({ indicators: [yesNo('a', '0')] }, { a: { met: true } });
    expect(answer).toMatchObject({ total: '0.00', grade: null });
    expect(answer.warnings).toEqual([
      {
        kind: 'marksNotHundred',
        message: {
          zh: '各指标分值合计0分，不是100分，不评定等级；请核对各指标分值。',
          en: 'The marks sum to 0, not to 100, so no grade is given; check the marks.',
        },
      },
    ]);
  });

  test('a tree is scored by its leaves, in input order; parents derive their marks', () => {
    const answer = answerOf(
      {
        indicators: [
          { id: 'process', name: '过程' },
          { ...yesNo('z', '40'), parent: 'process' },
          { id: 'output', marks: '60' },
          { ...yesNo('y', '60'), parent: 'output' },
        ],
      },
      { y: { met: true }, z: { met: true } },
    );
    expect(answer).toMatchObject({ total: '100.00', indicators: [{ id: 'z' }, { id: 'y' }], warnings: [] });
  });

  test('ids named like members of every object are ids like any other', () => {
    const outcome = score({ indicators: [yesNo('constructor', '100')] }, {});
    expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/values/constructor' }] });
  });
});
