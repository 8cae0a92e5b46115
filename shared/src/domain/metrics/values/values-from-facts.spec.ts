import { ASSISTANTS_METHOD } from '../../scoring/assistants-method';
import { compileMethod } from '../../scoring/compile-method';
import { explainScore } from '../../scoring/explaining/explanation';
import type { ExplanationStep } from '../../scoring/explaining/explanation-step';
import { printScore, scoreValues } from '../../scoring/score';
import { givenCountyYear, givenFinding } from '../given-county-year';
import type { Decision } from './decisions';
import type { EvaluatorMark } from './evaluator-values';
import type { UnitOfEvaluation } from './values-from-facts';
import { valuesFromFacts } from './values-from-facts';

const marks = (...given: readonly string[]): readonly EvaluatorMark[] =>
  given.map((one, index) => ({
    marks: one,
    record: { kind: 'evaluatorMark', county: 'hongta', id: `evaluator-${index + 1}` },
  }));
const evaluatorMarks = {
  implementationBenefit: marks('4', '4.5', '5'),
  satisfaction: marks('4', '4.5', '4.5'),
};

const decision = (of: Partial<Decision>): Decision => ({
  step: 'deliberation',
  title: { zh: '2026-03-10合议', en: 'deliberation of 2026-03-10' },
  reason: '现场核实',
  record: { kind: 'deliberation', county: 'hongta', id: '1' },
  ...of,
});

function scored(unit: UnitOfEvaluation) {
  const method = compileMethod(ASSISTANTS_METHOD);
  const gathered = valuesFromFacts(ASSISTANTS_METHOD, unit);
  if (!method.ok || !gathered.ok) throw new Error('refused');
  const result = scoreValues(method.value, gathered.value.values);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  const explanation = explainScore(method.value, gathered.value.values, result.value, gathered.value.sources);
  return { answer: printScore(method.value, result.value), explanation, gathered: gathered.value };
}

const recordsUnder = (step: ExplanationStep): number =>
  step.records.length + step.children.reduce((sum, one) => sum + recordsUnder(one), 0);

test('a year in which all went well loses marks only where evaluators took them; no finding is not applicable', () => {
  const { answer } = scored({ facts: givenCountyYear(), evaluatorMarks });
  // 90 applicable marks: 80 by metrics, 4.50 and 4.33 by evaluators; 88.83 × 100 ÷ 90 = 98.70.
  expect(answer).toMatchObject({ total: '98.70', grade: 'excellent' });
  expect(answer.indicators.at(-3)).toMatchObject({ id: 'rectificationTimeliness', state: 'notApplicable' });
});

test('a rate is passed on exactly, never rounded before the score', () => {
  const facts = givenCountyYear({ months: { '2025-07': { personsPaidOnTime: 14 } } });
  const { gathered, answer } = scored({ facts, evaluatorMarks });
  expect(gathered.values['wageTimeliness']).toEqual({ actual: { numerator: 17900n, denominator: 180n } });
  // 15 × 179 ÷ 180 = 14.9166….
  expect(answer.indicators.find((one) => one.id === 'wageTimeliness')?.ruleScore).toBe('14.92');
});

test('a missing month, and marks that nobody gave, keep the total from being computed and are named', () => {
  const facts = givenCountyYear({ months: { '2025-07': { state: 'missing' } } });
  const { answer } = scored({ facts, evaluatorMarks: { satisfaction: marks('5') } });
  expect(answer).toMatchObject({ total: null, grade: null });
  expect(answer.missing).toEqual(
    expect.arrayContaining(['onPostRate', 'wageTimeliness', 'implementationBenefit']),
  );
  expect(answer.missing).not.toContain('satisfaction');
});

test('a final score set in conclusion stands beside the rule with its reason', () => {
  const decisions = { onPostRate: [decision({ finalScore: '14', reason: '花名册与现场核实不一致' })] };
  const { answer } = scored({ facts: givenCountyYear(), evaluatorMarks, decisions });
  expect(answer.indicators.find((one) => one.id === 'onPostRate')).toMatchObject({
    ruleScore: '15.00',
    finalScore: '14.00',
  });
  expect(answer.warnings).toMatchObject([{ kind: 'finalDiffers', indicator: 'onPostRate' }]);
});

test('every leaf that is scored can be walked back to its records', () => {
  const findings = [givenFinding('2025-02', '2025-03-08')];
  const { explanation, answer } = scored({ facts: givenCountyYear({ findings }), evaluatorMarks });
  for (const leaf of answer.indicators) {
    expect([leaf.id, recordsUnder(explanation.leaves[leaf.id] as ExplanationStep) > 0]).toEqual([
      leaf.id,
      true,
    ]);
  }
  const zh = JSON.stringify(explanation.leaves['executionRateOfReceipts']);
  expect(zh).toContain('180,000.00 ÷ 180,000.00 × 100');
});

test('facts that contradict each other are refused', () => {
  const facts = givenCountyYear({ movements: [] });
  expect(valuesFromFacts(ASSISTANTS_METHOD, { facts })).toMatchObject({
    ok: false,
    refusals: [{ pointer: '/movements' }],
  });
});

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
  'a leaf may bear the id %s: it takes its own figures and no others',
  (id) => {
    const record = { kind: 'statement', county: 'hongta', id } as const;
    const rule = { kind: 'proportional', direction: 'atLeast', target: '100' } as const;
    const read = (source: 'evaluator' | 'selfReport', unit: Omit<UnitOfEvaluation, 'facts'>) => {
      const indicators = [
        source === 'evaluator'
          ? { id, marks: 100, source, rule: { kind: 'evaluator', aggregate: 'mean' } as const }
          : { id, marks: 100, source, rule },
      ];
      const gathered = valuesFromFacts({ indicators }, { facts: givenCountyYear(), ...unit });
      if (!gathered.ok) throw new Error(JSON.stringify(gathered.refusals));
      expect(Object.keys(gathered.value.values)).toEqual([id]);
      expect(Object.keys(gathered.value.sources)).toEqual([id]);
      return Object.entries(gathered.value.values).map(([, value]) => value)[0];
    };
    const of = <Value>(value: Value) => Object.fromEntries([[id, value]]);
    expect(read('evaluator', { evaluatorMarks: {}, decisions: {} })).toEqual({ state: 'missing' });
    expect(read('selfReport', { statements: {} })).toEqual({ state: 'missing' });
    expect(read('evaluator', { evaluatorMarks: of(marks('80')) })).toEqual({ marks: ['80'] });
    const decisions = of([decision({ finalScore: '90', reason: '合议' })]);
    expect(read('selfReport', { statements: of({ actual: '80', record }), decisions })).toEqual({
      actual: '80',
      finalScore: '90',
      reason: '合议',
    });
  },
);

test('a leaf that is to be computed needs a metric of its id', () => {
  const method = {
    indicators: [{ id: 'unheardOf', marks: 100, source: 'metric', rule: { kind: 'yesNo' } }],
  } as const;
  expect(valuesFromFacts(method, { facts: givenCountyYear() })).toMatchObject({
    ok: false,
    refusals: [{ pointer: '/method/indicators/0/id' }],
  });
});
