import type { IndicatorValues, Method, Rule } from '@yuheng/shared/domain/scoring/method';
import { score } from '@yuheng/shared/domain/scoring/score';
import type { ScoreAnswer } from '@yuheng/shared/domain/scoring/score';

/** Two published self-evaluation tables, copied as printed: [id, target, actual, marks, printed score]. */

const LANGFANG_2019 = [
  ['预算执行率', '43.2', '37.24', '10', '9'],
  ['工程资金金额', '43.2', '37.24', '10', '9'],
  ['工程完工率', '100', '100', '10', '10'],
  ['工程验收合格率', '100', '100', '10', '10'],
  ['项目完成及时率', '100', '100', '10', '10'],
  ['成本控制率', '100', '100', '10', '10'],
  ['安全率', '100', '100', '10', '10'],
  ['学校发展能力', '100', '100', '10', '10'],
  ['长期使用性', '100', '100', '10', '10'],
  ['学生满意度', '100', '100', '10', '10'],
] as const;

const GUCHENG_2020 = [
  ['预算执行率', 'exactly', '7.29', '7.29', '10', '10'],
  ['卫片执法补助经费', 'exactly', '72890', '72890', '10', '9'],
  ['项目验收合格率', 'exactly', '100', '100', '20', '19'],
  ['项目完成及时率', 'exactly', '100', '100', '20', '19'],
  ['违法行为责停率', 'atLeast', '95', '95', '30', '27'],
  ['满意度', 'atLeast', '95', '95', '10', null],
] as const;

function answerOf(method: Method, values: IndicatorValues): ScoreAnswer {
  const outcome = score(method, values);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const rule = (direction: 'atLeast' | 'atMost' | 'exactly', target: string): Rule => ({
  kind: 'proportional',
  target,
  direction,
});
const printedAs = (finalScore: string): { finalScore: string; reason: string } => ({
  finalScore,
  reason: '公开表所载得分',
});

describe('T1, school works of Langfang, self-evaluation 2019', () => {
  const method: Method = {
    indicators: LANGFANG_2019.map(([id, target, , marks]) => ({ id, marks, rule: rule('atLeast', target) })),
  };
  const byRule = Object.fromEntries(LANGFANG_2019.map(([id, , actual]) => [id, { actual }]));

  test('37.24 of 43.2 is 8.62 in both rows, so the rule gives 97.24, excellent', () => {
    const answer = answerOf(method, byRule);
    expect(answer.indicators.slice(0, 2).map((one) => one.ruleScore)).toEqual(['8.62', '8.62']);
    expect(answer).toMatchObject({ total: '97.24', grade: 'excellent', warnings: [] });
  });

  test('the printed scores sum to 98, and the two printed nines differ from the rule with a reason', () => {
    const printed = LANGFANG_2019.map(([id, , actual, , final]) => [id, { actual, ...printedAs(final) }]);
    const answer = answerOf(method, Object.fromEntries(printed));
    expect(answer.total).toBe('98.00');
    expect(answer.warnings.map((one) => [one.kind, one.indicator])).toEqual([
      ['finalDiffers', '预算执行率'],
      ['finalDiffers', '工程资金金额'],
    ]);
    expect(answer.indicators[0]).toEqual({ id: '预算执行率', ruleScore: '8.62', finalScore: '9.00' });
  });

  test('with the printed nine in the execution row alone the total is 97.62', () => {
    const answer = answerOf(method, { ...byRule, 预算执行率: { actual: '37.24', ...printedAs('9') } });
    expect(answer).toMatchObject({ total: '97.62', warnings: [{ kind: 'finalDiffers' }] });
  });
});

describe('T2, provincial subsidy of Gucheng in Lijiang, self-evaluation 2020', () => {
  const method: Method = {
    indicators: GUCHENG_2020.map(([id, direction, target, , marks]) => ({
      id,
      marks,
      rule: rule(direction, target),
    })),
  };

  test('every target is met, so the rule gives 100.00', () => {
    const values = Object.fromEntries(GUCHENG_2020.map(([id, , , actual]) => [id, { actual }]));
    expect(answerOf(method, values)).toMatchObject({ total: '100.00', grade: 'excellent', warnings: [] });
  });

  test('with the printed finals the total is 94.00 and four rows differ from the rule', () => {
    const values = Object.fromEntries(
      GUCHENG_2020.map(([id, , , actual, , final]) => [
        id,
        final === null ? { actual } : { actual, ...printedAs(final) },
      ]),
    );
    const answer = answerOf(method, values);
    expect(answer.total).toBe('94.00');
    expect(answer.warnings.map((one) => one.kind)).toEqual(Array(4).fill('finalDiffers'));
  });
});

/** As printed: [id, marks]; the printed score of each is full. */
const GUICHI_QUALITATIVE = [
  ['质量指标一', '8'],
  ['质量指标二', '8'],
  ['产出其他', '10'],
  ['效益指标一', '10'],
  ['效益指标二', '10'],
  ['效益指标三', '10'],
] as const;

describe('T3, commissioned business of Guichi in Chizhou, self-evaluation 2022', () => {
  const bands: Rule = {
    kind: 'bands',
    bands: [
      { label: '达成预期指标', from: '0.8', to: '1' },
      { label: '部分达成', from: '0.6', to: '0.8' },
      { label: '未达成', from: '0', to: '0.6' },
    ],
  };
  const execution = (budget: string): Method => ({
    indicators: [
      { id: '预算执行率', marks: '10', rule: rule('atLeast', budget) },
      { id: '数量', marks: '8', rule: rule('atLeast', '50') },
      { id: '完成率', marks: '8', rule: rule('atLeast', '100') },
      { id: '成本', marks: '8', rule: rule('atMost', '90') },
      ...GUICHI_QUALITATIVE.map(([id, marks]) => ({ id, marks, rule: bands })),
    ],
  });
  const values = (cost: string): IndicatorValues => ({
    预算执行率: { actual: '89.974' },
    数量: { actual: '50' },
    完成率: { actual: '100' },
    成本: { actual: cost },
    ...Object.fromEntries(GUICHI_QUALITATIVE.map(([id]) => [id, { band: '达成预期指标', ratio: '1' }])),
  });

  test('the printed rows sum to 90 marks (no satisfaction row is printed), and every one of them is full', () => {
    const answer = answerOf(execution('89.974'), values('90'));
    expect(answer).toMatchObject({
      total: '90.00',
      grade: 'excellent',
      warnings: [{ kind: 'marksNotHundred' }],
    });
    expect(answer.indicators.map((one) => one.ruleScore)).toEqual(
      ['10', '8', '8', '8', ...GUICHI_QUALITATIVE.map(([, marks]) => marks)].map((marks) => `${marks}.00`),
    );
  });

  test('on the initial budget of 90 the execution of 89.974 is 99.97 %, which rounds to full marks too', () => {
    expect(answerOf(execution('90'), values('90')).indicators[0]?.ruleScore).toBe('10.00');
    const four = { ...execution('90'), scoreDecimals: 4 };
    expect(answerOf(four, values('90')).indicators[0]?.ruleScore).toBe('9.9971');
  });

  test.each([
    ['90', '8.00'],
    ['72', '8.00'],
    ['0', '8.00'],
    ['100', '7.20'],
    ['180', '4.00'],
  ])('cost, at most 90, is a reverse indicator: %s gives %s of 8', (cost, expected) => {
    expect(answerOf(execution('89.974'), values(cost)).indicators[3]?.ruleScore).toBe(expected);
  });

  test('the printed execution score of 0 stands as a final score with its reason: 80.00 of 90 is good', () => {
    const printed = { ...values('90'), 预算执行率: { actual: '89.974', ...printedAs('0') } };
    expect(answerOf(execution('89.974'), printed)).toMatchObject({
      total: '80.00',
      grade: 'good',
      warnings: [{ kind: 'marksNotHundred' }, { kind: 'finalDiffers', indicator: '预算执行率' }],
    });
  });
});

describe('T4, wages of Qingshen 2023, the form nearest to the assistants’ fund', () => {
  const withExecution = (budget: string, others: readonly (readonly [string, string])[]): Method => ({
    indicators: [
      { id: '预算执行率', marks: '10', rule: rule('atLeast', budget) },
      ...others.map(([id, marks]) => ({ id, marks, rule: rule('exactly', '100') })),
    ],
  });
  const met = (others: readonly (readonly [string, string])[]): IndicatorValues => ({
    预算执行率: { actual: '251.89' },
    ...Object.fromEntries(others.map(([id]) => [id, { actual: '100' }])),
  });
  const two = [
    ['发放（缴纳）覆盖率', '60'],
    ['足额保障率（参保率）', '30'],
  ] as const;
  const four = ['一', '二', '三', '四'].map((id) => [id, '22.5'] as const);

  test('10 + 60 + 30: the adjusted budget of 251.89 is spent in full, the total 100.00', () => {
    const answer = answerOf(withExecution('251.89', two), met(two));
    expect(answer).toMatchObject({ total: '100.00', grade: 'excellent', warnings: [] });
    expect(answer.indicators.map((one) => one.ruleScore)).toEqual(['10.00', '60.00', '30.00']);
  });

  test('the sister form of 10 + 4 × 22.5: fractional marks sum to 100 as well', () => {
    const answer = answerOf(withExecution('251.89', four), met(four));
    expect(answer).toMatchObject({ total: '100.00', grade: 'excellent', warnings: [] });
    expect(answer.indicators.map((one) => one.ruleScore)).toEqual(['10.00', ...Array(4).fill('22.50')]);
  });

  test('spending beyond the initial budget of 238.93 gives full marks and no more', () => {
    expect(answerOf(withExecution('238.93', two), met(two)).indicators[0]?.ruleScore).toBe('10.00');
  });
});
