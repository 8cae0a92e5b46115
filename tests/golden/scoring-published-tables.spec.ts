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

const rule = (direction: 'atLeast' | 'exactly', target: string): Rule => ({
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

test('T4, wages of Qingshen 2023: marks of 10 + 60 + 30 and of 10 + 4 × 22.5 both sum to 100', () => {
  for (const marks of [
    ['10', '60', '30'],
    ['10', '22.5', '22.5', '22.5', '22.5'],
  ]) {
    const method: Method = {
      indicators: marks.map((one, index) => ({ id: `i${index}`, marks: one, rule: rule('exactly', '100') })),
    };
    const values = Object.fromEntries(marks.map((_, index) => [`i${index}`, { actual: '100' }]));
    expect(answerOf(method, values)).toMatchObject({ total: '100.00', warnings: [] });
  }
});
