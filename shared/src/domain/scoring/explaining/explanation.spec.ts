import { compileMethod } from '../compile-method';
import { explainScore } from './explanation';
import type { ScoreExplanation } from './explanation';
import type { ExplanationStep, LeafSource } from './explanation-step';
import type { Indicator, IndicatorValue, IndicatorValues, Method, Rule } from '../method';
import { scoreValues } from '../score';

function explained(
  method: Method,
  values: IndicatorValues,
  sources?: Record<string, LeafSource>,
): ScoreExplanation {
  const compiled = compileMethod(method);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals));
  const result = scoreValues(compiled.value, values);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return explainScore(compiled.value, values, result.value, sources);
}

const lines = (step: ExplanationStep | undefined): string[] =>
  (step?.children ?? []).map((one) => [one.label.zh, one.expression, one.result].filter(Boolean).join(' | '));

const method: Method = {
  indicators: [
    { id: 'process', name: { zh: '过程', en: 'Process' } },
    {
      id: 'execution',
      name: { zh: '预算执行率', en: 'Execution' },
      parent: 'process',
      marks: 10,
      rule: { kind: 'proportional', target: '43.2', direction: 'atLeast' },
    },
    { id: 'use', parent: 'process', marks: 50, rule: { kind: 'yesNo' } },
    { id: 'filing', marks: 40, rule: { kind: 'deduction', perOccurrence: '1.25' } },
  ],
};

test('a leaf is explained by its rule, inputs, arithmetic, rounding and the reason of a differing final score', () => {
  const record = { kind: 'wageMonth', county: 'hongta', id: 'w1' } as const;
  const { leaves } = explained(
    method,
    {
      execution: { actual: '37.24', finalScore: 9, reason: '按公开表' },
      use: { met: true },
      filing: { occurrences: 1 },
    },
    { execution: { records: [record], steps: [] } },
  );
  expect(lines(leaves['execution'])).toEqual([
    '规则：达到目标得满分，未达到的按“实际值÷目标值×分值”计分',
    '目标值 | ≥ 43.2',
    '实际值 | 37.24',
    '未达到目标：分值×实际值÷目标值 | 10 × 37.24 ÷ 43.2 | 8.620370…',
    '四舍五入，保留2位小数 | 8.620370… | 8.62',
    '最终得分与按规则计算的得分（8.62）不同，理由：按公开表 | 9.00',
  ]);
  expect(leaves['execution']?.records).toEqual([record]);
  // "10 × 37.24 ÷ 43.2 = 9.00" would be false: beside another final score the arithmetic stands below the title only.
  expect(leaves['execution']).toMatchObject({ expression: '', result: '9.00' });
});

test('the whole is explained by its groups, the sum and the grade', () => {
  const { total } = explained(method, {
    execution: { actual: '43.2' },
    use: { met: true },
    filing: { occurrences: 4 },
  });
  expect(lines(total)).toEqual([
    '过程 | 10.00 + 50.00 | 60.00',
    'filing（满分40分） | 40 − 4 × 1.25 | 35.00',
    '各指标得分之和 | 10.00 + 50.00 + 35.00 | 95.00',
    '等级：优（百分制95分） | 95.00 × 100 ÷ 100 | 95',
  ]);
  expect(total).toMatchObject({ expression: '10.00 + 50.00 + 35.00', result: '95.00' });
});

test('the effect of what is not applicable is one printed line', () => {
  const { total, leaves } = explained(method, {
    execution: { actual: '37.24' },
    use: { met: true },
    filing: { state: 'notApplicable', reason: '资金未到位' },
  });
  expect(leaves['filing']?.result).toBe('—');
  expect(lines(leaves['filing'])).toEqual(['不适用，不计入得分，其余指标折合满分。理由：资金未到位 | —']);
  expect(lines(total)).toContain(
    '有不适用指标，按“合计×满分÷适用分值”折合，四舍五入一次 | 58.62 × 100 ÷ 60 | 97.70',
  );
});

test('a missing figure is explained as what keeps the total from being computed', () => {
  const { total } = explained(method, {
    execution: { state: 'missing' },
    use: { met: true },
    filing: { occurrences: 0 },
  });
  expect(total.result).toBe('—');
  expect(lines(total).at(-1)).toBe('缺报指标：execution。补报或者裁定前，总分和等级暂不能计算 | —');
});

test('an explanation is refused for values that the score was not computed from', () => {
  const compiled = compileMethod(method);
  if (!compiled.ok) throw new Error('refused');
  const values = { execution: { actual: 40 }, use: { met: true }, filing: { occurrences: 0 } };
  const result = scoreValues(compiled.value, values);
  if (!result.ok) throw new Error('refused');
  expect(() => explainScore(compiled.value, { ...values, execution: { actual: 30 } }, result.value)).toThrow(
    RangeError,
  );
});

describe('each of the further rules explains itself', () => {
  const one = (rule: Rule, value: IndicatorValue, marks = '10'): string[] => {
    const indicators = [
      { id: 'a', marks, rule },
      { id: 'b', marks: 90, rule: { kind: 'yesNo' } as const },
    ];
    return lines(explained({ indicators }, { a: value, b: { met: true } }).leaves['a']);
  };
  const steps: Rule = {
    kind: 'steps',
    steps: [
      { atLeast: 80, ratio: '0.8' },
      { atLeast: '90', ratio: 1 },
    ],
  };
  const elements: Rule = {
    kind: 'elements',
    elements: [
      { id: 'x', marks: '2.5', name: { zh: '有方案', en: 'plan' } },
      { id: 'y', marks: 3 },
      { id: 'z', marks: '4.5' },
    ],
  };
  const veto: Rule = { kind: 'veto', capTotal: '59.99' };

  test('steps name the step that was reached, or that none was', () => {
    expect(one(steps, { actual: '86.2' })).toEqual([
      '规则：分档计分：达到90得100%，达到80得80%，低于最低一档不得分',
      '实际值 | 86.2',
      '达到“≥ 80”一档：分值×该档比例 | 10 × 0.8 | 8',
      '四舍五入，保留2位小数 | 8 | 8.00',
    ]);
    expect(one(steps, { actual: 79 })[2]).toBe('未达到最低一档，不得分 | 0 | 0');
  });

  test('elements name each of them, met or not, and add up those that are', () => {
    expect(one(elements, { met: ['z', 'x'] })).toEqual([
      '规则：要素计分：每符合一个要素得该要素的分值',
      '要素：有方案（2.5分），符合',
      '要素：y（3分），不符合',
      '要素：z（4.5分），符合',
      '符合要素的分值之和 | 2.5 + 4.5 | 7',
      '四舍五入，保留2位小数 | 7 | 7.00',
    ]);
    expect(one(elements, { met: [] })[4]).toBe('没有符合的要素，不得分 | 0 | 0');
  });

  test('yes or no is told in each language on its own, without a figure', () => {
    const answers = (rule: Rule, value: IndicatorValue, marks: string): unknown => {
      const indicators = [{ id: 'a', marks, rule }];
      const { leaves } = explained({ indicators }, { a: value });
      return leaves['a']?.children.filter(({ kind }) => kind === 'input');
    };
    const told = (zh: string, en: string): unknown => ({ label: { zh, en }, expression: '', result: '' });
    const yesNo: Rule = { kind: 'yesNo' };
    expect(answers(yesNo, { met: true }, '100')).toMatchObject([
      told('是否符合：符合', 'condition met: yes'),
    ]);
    expect(answers(yesNo, { met: false }, '100')).toMatchObject([
      told('是否符合：不符合', 'condition met: no'),
    ]);
    expect(answers(veto, { occurred: true }, '0')).toMatchObject([told('是否发生：已发生', 'occurred: yes')]);
    expect(answers(veto, { occurred: false }, '0')).toMatchObject([told('是否发生：未发生', 'occurred: no')]);
    expect(answers(elements, { met: ['x'] }, '10')).toMatchObject([
      told('要素：有方案（2.5分），符合', 'element: plan (2.5 marks), met'),
      told('要素：y（3分），不符合', 'element: y (3 marks), not met'),
      told('要素：z（4.5分），不符合', 'element: z (4.5 marks), not met'),
    ]);
  });

  test('a deduction at its floor shows what it would have been', () => {
    const rule: Rule = { kind: 'deduction', perOccurrence: 2, floor: 1 };
    expect(one(rule, { occurrences: 3 }, '5').slice(1, 3)).toEqual([
      '发生次数 | 3',
      '扣分已到最低得分 | max(1, 5 − 3 × 2) | 1',
    ]);
    expect(one(rule, { occurrences: 2 }, '5')[2]).toBe('分值−次数×每次扣分 | 5 − 2 × 2 | 1');
  });

  test('a cap finer than a total says at what it is held', () => {
    const indicators: Indicator[] = [
      { id: 'a', marks: 100, rule: { kind: 'yesNo' } },
      { id: 'v', marks: 0, rule: veto },
    ];
    const values = { a: { met: true }, v: { occurred: true } };
    const { total, leaves } = explained({ indicators, scoreDecimals: 1 }, values);
    expect(lines(leaves['v']).slice(0, 3)).toEqual([
      '规则：负面清单：发生的，总分不超过59.99分（总分保留1位小数，上限舍去其后各位，取59.9分），自身不计分',
      '是否发生：已发生',
      '已发生：总分不超过59.99分（总分保留1位小数，上限舍去其后各位，取59.9分） | 0 | 0',
    ]);
    expect(lines(total).at(-2)).toMatch(/ \| min\(100\.0, 59\.9\) \| 59\.9$/);
  });

  test('a veto says whether it has occurred and what that does to the total', () => {
    expect(one(veto, { occurred: true }, '0').slice(0, 3)).toEqual([
      '规则：负面清单：发生的，总分不超过59.99分，自身不计分',
      '是否发生：已发生',
      '已发生：总分不超过59.99分 | 0 | 0',
    ]);
    expect(one(veto, { occurred: false }, '0')[2]).toBe('未发生：不影响总分 | 0 | 0');
    expect(one(veto, { state: 'notApplicable', reason: '未审计' }, '0')).toEqual([
      '不适用，不计入得分，该指标无分值，总分不变。理由：未审计 | —',
    ]);
  });

  test('a fraction behind ÷ stands in brackets, so that the whole of it divides', () => {
    const atMost: Rule = { kind: 'proportional', target: 80, direction: 'atMost' };
    expect(one(atMost, { actual: { numerator: 275n, denominator: 3n } })[3]).toBe(
      '超过目标：分值×目标值÷实际值 | 10 × 80 ÷ (275/3) | 8.727272…',
    );
  });
});

describe('the total with vetoes', () => {
  const vetoed = (actual: string, v: boolean, w: boolean): string[] => {
    const veto = (id: string, capTotal: number): Indicator => ({
      id,
      marks: 0,
      rule: { kind: 'veto', capTotal },
    });
    const indicators: Indicator[] = [
      { id: 'a', marks: 100, rule: { kind: 'proportional', target: 100, direction: 'atLeast' } },
      veto('v', 60),
      veto('w', 80),
    ];
    return lines(
      explained({ indicators }, { a: { actual }, v: { occurred: v }, w: { occurred: w } }).total,
    ).slice(3);
  };

  test('says by which of them and at what it is held', () => {
    expect(vetoed('97.24', true, true)).toEqual([
      '各指标得分之和 | 97.24 + 0.00 + 0.00 | 97.24',
      '已发生负面清单所列情形：v、w。总分以60.00分为限 | min(97.24, 60.00) | 60.00',
      '等级：中（百分制60分） | 60.00 × 100 ÷ 100 | 60',
    ]);
  });

  test('says so where it stays, and nothing where none has occurred', () => {
    expect(vetoed('75', false, true)[1]).toBe(
      '已发生负面清单所列情形：w。总分未超过上限80.00分，不变 | min(75.00, 80.00) | 75.00',
    );
    expect(vetoed('75', false, false)).toHaveLength(2);
  });
});

describe('re-scaling within the parent', () => {
  const within: Method = { ...method, notApplicableWithin: 'parent' };
  const none: IndicatorValue = { state: 'notApplicable', reason: '资金未到位' };

  test('is two lines in the group, and the total sums what stands at the root', () => {
    const { total } = explained(within, { execution: none, use: { met: true }, filing: { occurrences: 4 } });
    expect(lines(total.children[0])).toEqual([
      '预算执行率（满分10分） | —',
      'use（满分50分） | 50 | 50.00',
      '其下得分之和 | 50.00 | 50.00',
      '其下有不适用指标，按“合计×本级分值÷适用分值”折合，四舍五入一次 | 50.00 × 60 ÷ 50 | 60.00',
    ]);
    expect(lines(total)).toEqual([
      '过程 | 50.00 × 60 ÷ 50 | 60.00',
      'filing（满分40分） | 40 − 4 × 1.25 | 35.00',
      '各一级指标得分之和 | 60.00 + 35.00 | 95.00',
      '等级：优（百分制95分） | 95.00 × 100 ÷ 100 | 95',
    ]);
    expect(lines(total.children[0]?.children[0])).toEqual([
      '不适用，不计入得分，上级指标内其余指标折合其满分。理由：资金未到位 | —',
    ]);
  });

  test('says where a group is out as a whole and its marks are made good further up', () => {
    const { total } = explained(within, { execution: none, use: none, filing: { occurrences: 4 } });
    expect(lines(total.children[0]).at(-1)).toBe('其下均不适用，分值由上一级的其余指标折合 | —');
    expect(lines(total).slice(-3, -1)).toEqual([
      '各一级指标得分之和 | 35.00 | 35.00',
      '有不适用指标，按“合计×满分÷适用分值”折合，四舍五入一次 | 35.00 × 100 ÷ 40 | 87.50',
    ]);
  });

  test('a group with a missing leaf has no sum, which would look like a score', () => {
    const { total } = explained(within, {
      execution: { state: 'missing' },
      use: { met: true },
      filing: { occurrences: 0 },
    });
    expect(total.children[0]).toMatchObject({ result: '—', expression: '' });
    expect(lines(total.children[0]).at(-1)).toBe('其下有缺报指标，暂不能合计 | —');
  });
});

test('nothing applicable at all is explained as what leaves no total', () => {
  const none: IndicatorValue = { state: 'notApplicable', reason: '未开展' };
  const { total } = explained(method, { execution: none, use: none, filing: none });
  expect(lines(total).at(-1)).toBe('各指标均不适用，不计总分 | —');
});
