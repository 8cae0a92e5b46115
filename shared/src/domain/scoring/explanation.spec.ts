import { compileMethod } from './compile-method';
import { explainScore } from './explanation';
import type { ExplanationStep, LeafSource, ScoreExplanation } from './explanation';
import type { IndicatorValues, Method } from './method';
import { scoreValues } from './score';

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
