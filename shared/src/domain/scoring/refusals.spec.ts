import type { Indicator, IndicatorValue, IndicatorValues, Method, Rule } from './method';
import { score } from './score';

/** An imperative, or what the entry takes. */
const TO_DO =
  /(?:\b(?:add|check|choose|correct|give|keep|make|remove|rename|set|state)\b|\btakes\b|is expected here).*\.$/i;

function pointersOf(method: unknown, values: unknown): readonly string[] {
  const outcome = score(method as Method, values as IndicatorValues);
  if (outcome.ok) throw new Error('It was accepted.');
  for (const one of outcome.refusals) {
    // What is wrong, and what to do about it.
    expect(one.detail.zh).toMatch(/[一-鿿].*(?:请|应当填写).*。$/);
    expect(one.detail.en).toMatch(TO_DO);
  }
  return outcome.refusals.map((one) => one.pointer);
}

const yesNo = (id: string, extra: Partial<Indicator> = {}): Indicator => ({
  id,
  marks: '50',
  rule: { kind: 'yesNo' },
  ...extra,
});
const both = { a: { met: true }, b: { met: true } };

describe('the tree of a method is refused', () => {
  test.each<[string, readonly Indicator[], readonly string[]]>([
    ['without any indicator', [], ['/method/indicators']],
    ['for an id that stands twice, at the later one', [yesNo('a'), yesNo('a')], ['/method/indicators/1/id']],
    [
      'for the id __proto__ of a leaf, under which JSON can hold no value',
      [yesNo('__proto__'), yesNo('b')],
      ['/method/indicators/0/id'],
    ],
    [
      'for the id __proto__ of a parent',
      [{ id: '__proto__' }, yesNo('a', { parent: '__proto__' }), yesNo('b')],
      ['/method/indicators/0/id'],
    ],
    ['for an unknown parent', [yesNo('a', { parent: 'x' }), yesNo('b')], ['/method/indicators/0/parent']],
    [
      'for parents in a cycle, at each of them',
      [{ id: 'p', parent: 'q' }, { id: 'q', parent: 'p' }, yesNo('a', { parent: 'p' })],
      ['/method/indicators/0/parent', '/method/indicators/1/parent'],
    ],
    ['for its own parent', [yesNo('a', { parent: 'a' }), yesNo('b')], ['/method/indicators/0/parent']],
    [
      'for a parent with a rule',
      [yesNo('p', { marks: undefined }), yesNo('a', { parent: 'p' }), yesNo('b')],
      ['/method/indicators/0/rule'],
    ],
    [
      'for a parent whose marks contradict its leaves',
      [{ id: 'p', marks: '60' }, yesNo('a', { parent: 'p' }), yesNo('b')],
      ['/method/indicators/0/marks'],
    ],
    ['for a leaf without a rule', [{ id: 'a', marks: 50 }, yesNo('b')], ['/method/indicators/0/rule']],
    [
      'for a leaf without marks',
      [yesNo('a', { marks: undefined }), yesNo('b')],
      ['/method/indicators/0/marks'],
    ],
    ['for negative marks', [yesNo('a', { marks: '-1' }), yesNo('b')], ['/method/indicators/0/marks']],
    [
      'for marks that are no decimal',
      [yesNo('a', { marks: '1/3' }), yesNo('b')],
      ['/method/indicators/0/marks'],
    ],
    [
      'for marks that are not finite',
      [yesNo('a', { marks: Infinity }), yesNo('b')],
      ['/method/indicators/0/marks'],
    ],
  ])('%s', (_, indicators, pointers) => {
    expect(pointersOf({ indicators }, both)).toEqual(pointers);
  });

  test.each([-1, 1.5, 13, NaN])('for %d decimal places', (scoreDecimals) => {
    expect(pointersOf({ indicators: [yesNo('a'), yesNo('b')], scoreDecimals }, both)).toEqual([
      '/method/scoreDecimals',
    ]);
  });

  test('naming all that is wrong in one answer', () => {
    const indicators = [yesNo('a', { marks: '-1' }), { id: 'b', marks: 'x', rule: { kind: 'veto' } }];
    expect(pointersOf({ indicators }, both)).toEqual([
      '/method/indicators/0/marks',
      '/method/indicators/1/marks',
      '/method/indicators/1/rule/capTotal',
    ]);
  });
});

describe('a rule is refused', () => {
  const proportional = { kind: 'proportional', direction: 'atLeast' };
  const bands = (...list: [string, string, string][]): unknown => ({
    kind: 'bands',
    bands: list.map(([label, from, to]) => ({ label, from, to })),
  });

  test.each<[string, unknown, string]>([
    ['with a target of 0', { ...proportional, target: 0 }, '/target'],
    ['with a negative target', { ...proportional, target: '-5' }, '/target'],
    ['without a target', proportional, '/target'],
    ['with a target that is no decimal', { ...proportional, target: '95%' }, '/target'],
    [
      'with a threshold below 1',
      { ...proportional, target: 1, overAchievement: { threshold: '0.9' } },
      '/overAchievement/threshold',
    ],
    [
      'without a threshold',
      { ...proportional, target: 1, overAchievement: {} },
      '/overAchievement/threshold',
    ],
    ['with a negative deduction', { kind: 'deduction', perOccurrence: '-1' }, '/perOccurrence'],
    ['without a deduction', { kind: 'deduction' }, '/perOccurrence'],
    ['with a floor above the marks', { kind: 'deduction', perOccurrence: 1, floor: 51 }, '/floor'],
    ['with a negative floor', { kind: 'deduction', perOccurrence: 1, floor: '-1' }, '/floor'],
    ['without a band', bands(), '/bands'],
    ['with a band twice', bands(['a', '0.5', '1'], ['a', '0', '0.5']), '/bands/1/label'],
    ['with a bound above 1', bands(['a', '0', '1.1']), '/bands/0/to'],
    ['with a bound that is no decimal', bands(['a', 'x', '1']), '/bands/0/from'],
    ['with an empty band', bands(['a', '0.5', '1'], ['b', '0.4', '0.4']), '/bands/1/to'],
    ['with bands that overlap', bands(['a', '0.5', '1'], ['b', '0', '0.6']), '/bands/0/from'],
  ])('%s', (_, rule, where) => {
    const indicators = [yesNo('b'), yesNo('a', { rule: rule as Rule })];
    expect(pointersOf({ indicators }, both)).toEqual([`/method/indicators/1/rule${where}`]);
  });
});

describe('a value is refused', () => {
  const rules = {
    yesNo: { kind: 'yesNo' },
    proportional: { kind: 'proportional', target: '95', direction: 'atLeast' },
    goal: { kind: 'proportional', target: 'goal', direction: 'atLeast' },
    deduction: { kind: 'deduction', perOccurrence: '1' },
    evaluator: { kind: 'evaluator', aggregate: 'mean' },
    bands: {
      kind: 'bands',
      bands: [
        { label: 'high', from: '0.8', to: '1' },
        { label: 'low', from: '0', to: '0.8' },
      ],
    },
  } as const satisfies Record<string, Rule>;
  type Kind = keyof typeof rules;

  test.each<[string, Kind, unknown, string]>([
    ['for an absent actual', 'proportional', {}, '/actual'],
    ['for a negative actual', 'proportional', { actual: '-1' }, '/actual'],
    ['for an actual that is no decimal', 'proportional', { actual: '11/12' }, '/actual'],
    ['for a target where the rule has one', 'proportional', { actual: 1, target: 2 }, '/target'],
    ['for an issued goal of 0', 'goal', { actual: 1, target: 0 }, '/target'],
    ['for a key of another rule', 'yesNo', { met: true, actual: 1 }, '/actual'],
    ['for an absent answer', 'yesNo', {}, '/met'],
    ['for a list where yes or no is asked', 'yesNo', { met: ['a'] }, '/met'],
    ['for half an occurrence', 'deduction', { occurrences: '1.5' }, '/occurrences'],
    ['for a negative number of occurrences', 'deduction', { occurrences: -1 }, '/occurrences'],
    ['for an absent number of occurrences', 'deduction', {}, '/occurrences'],
    ['for no marks at all', 'evaluator', { marks: [] }, '/marks'],
    ['for absent marks', 'evaluator', {}, '/marks'],
    ['for a mark below 0', 'evaluator', { marks: ['5', '-1'] }, '/marks/1'],
    ['for a mark above the marks of the leaf', 'evaluator', { marks: ['50.01'] }, '/marks/0'],
    ['for a mark that is no decimal', 'evaluator', { marks: ['x'] }, '/marks/0'],
    ['for an unknown band', 'bands', { band: 'middle', ratio: '0.5' }, '/band'],
    ['for an absent band', 'bands', { ratio: '0.5' }, '/band'],
    ['for an absent ratio', 'bands', { band: 'high' }, '/ratio'],
    ['for a ratio below its band', 'bands', { band: 'high', ratio: '0.79' }, '/ratio'],
    ['for a ratio at the open end of its band', 'bands', { band: 'low', ratio: '0.8' }, '/ratio'],
    ['for a ratio above the topmost band', 'bands', { band: 'high', ratio: '1.01' }, '/ratio'],
    ['for a final score below 0', 'yesNo', { met: true, finalScore: '-1', reason: 'r' }, '/finalScore'],
    [
      'for a final score above the marks',
      'yesNo',
      { met: true, finalScore: '50.01', reason: 'r' },
      '/finalScore',
    ],
    [
      'for a final score with too many places',
      'yesNo',
      { met: true, finalScore: '49.005', reason: 'r' },
      '/finalScore',
    ],
    [
      'for a final score that is no decimal',
      'yesNo',
      { met: true, finalScore: 'nine', reason: 'r' },
      '/finalScore',
    ],
    ['for a final score that differs without a reason', 'yesNo', { met: true, finalScore: '49' }, '/reason'],
    [
      'for a final score that differs with a blank reason',
      'yesNo',
      { met: true, finalScore: '49', reason: ' ' },
      '/reason',
    ],
    ['for "not applicable" without a reason', 'yesNo', { state: 'notApplicable' }, '/reason'],
    ['for a figure beside a state', 'yesNo', { state: 'missing', met: true }, '/met'],
    ['for a final score beside a state', 'yesNo', { state: 'missing', finalScore: 1 }, '/finalScore'],
  ])('%s', (_, kind, value, where) => {
    const indicators = [yesNo('a', { rule: rules[kind] }), yesNo('b')];
    const values = { a: value as IndicatorValue, b: { met: true } };
    expect(pointersOf({ indicators }, values)).toEqual([`/values/a${where}`]);
  });

  test('for a leaf without one, an unknown indicator and a parent; ids are escaped in the pointer', () => {
    const indicators = [{ id: 'p' }, yesNo('a/b', { parent: 'p' }), yesNo('c')];
    expect(pointersOf({ indicators }, { c: { met: true }, p: { met: true }, 'x~y': { met: true } })).toEqual([
      '/values/p',
      '/values/x~0y',
      '/values/a~1b',
    ]);
  });

  test('naming what was given, what is allowed and what to do', () => {
    const told = (rule: Rule, value: IndicatorValue): unknown => {
      const outcome = score({ indicators: [yesNo('a', { marks: '10', rule })] }, { a: value });
      return outcome.ok ? [] : outcome.refusals.map((one) => one.detail.zh);
    };
    const partly: Rule = {
      kind: 'bands',
      bands: [
        { label: 'achieved', from: '0.8', to: '1' },
        { label: 'partly', from: '0.6', to: '0.8' },
      ],
    };
    expect(told(partly, { band: 'partly', ratio: '0.8' })).toEqual([
      '比例0.8不在“partly”的区间[0.6, 0.8)内，请改正比例或者改选档次。',
    ]);
    expect(told({ kind: 'yesNo' }, { met: true, finalScore: '9' })).toEqual([
      '最终得分9.00与按规则计算的得分10.00不同，应当说明理由，请填写 reason。',
    ]);
    expect(told({ kind: 'deduction', perOccurrence: '-0.5', floor: 11 }, { occurrences: 1 })).toEqual([
      '每次扣分不得为负数，现为-0.5，请改正。',
      '扣分后的最低得分不得高于该指标分值10，现为11，请改正。',
    ]);
    expect(told({ kind: 'deduction', perOccurrence: 1 }, { occurrences: '1.5' })).toEqual([
      '发生次数应当是不小于0的整数，现为1.5，请改正。',
    ]);
  });

  test('but a final score equal to the rule needs no reason', () => {
    expect(score({ indicators: [yesNo('a')] }, { a: { met: true, finalScore: '50.00' } })).toMatchObject({
      ok: true,
    });
  });
});
