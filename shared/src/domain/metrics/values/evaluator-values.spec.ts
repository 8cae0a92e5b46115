import type { Rule } from '../../scoring/method';
import { compileMethod } from '../../scoring/compile-method';
import { explainScore } from '../../scoring/explaining/explanation';
import { printScore, scoreValues } from '../../scoring/score';
import { givenCountyYear } from '../given-county-year';
import type { Decision } from './decisions';
import type { EvaluatorMark } from './evaluator-values';
import { valuesFromFacts } from './values-from-facts';

const BANDS: Rule = {
  kind: 'bands',
  bands: [
    { label: 'achieved', from: '0.8', to: '1' },
    { label: 'notAchieved', from: '0', to: '0.8' },
  ],
};
const MEAN: Rule = { kind: 'evaluator', aggregate: 'mean' };

const given = (...marks: readonly Omit<EvaluatorMark, 'record'>[]): readonly EvaluatorMark[] =>
  marks.map((one, index) => ({
    ...one,
    record: { kind: 'evaluatorMark', county: 'hongta', id: `leaf-evaluator-${index + 1}` },
  }));
const decided = (of: Partial<Decision>): Decision => ({
  step: 'deliberation',
  title: { zh: '2026-03-10合议', en: 'deliberation of 2026-03-10' },
  reason: '现场核实',
  record: { kind: 'deliberation', county: 'hongta', id: '1' },
  ...of,
});

/** A method of one leaf, scored on what evaluators gave and what was decided. */
function leafOf(
  leaf: { readonly rule: Rule; readonly source?: 'metric'; readonly id?: string },
  marks: readonly EvaluatorMark[],
  decisions: readonly Decision[] = [],
) {
  const { id = 'leaf', ...rest } = leaf;
  const definition = { indicators: [{ id, marks: '10', name: '指标', ...rest }], statedMarks: '10' };
  const compiled = compileMethod(definition);
  const read = valuesFromFacts(definition, {
    facts: givenCountyYear(),
    evaluatorMarks: { [id]: marks },
    decisions: { [id]: decisions },
  });
  if (!compiled.ok || !read.ok) throw new Error(JSON.stringify(read));
  const scored = scoreValues(compiled.value, read.value.values);
  if (!scored.ok) throw new Error(JSON.stringify(scored.refusals));
  const { leaves } = explainScore(compiled.value, read.value.values, scored.value, read.value.sources);
  return { ...printScore(compiled.value, scored.value), value: read.value.values[id], step: leaves[id] };
}

test('a leaf of bands takes the value that all evaluators gave alike, however each wrote its figures', () => {
  const one = leafOf(
    { rule: BANDS },
    given({ value: { band: 'achieved', ratio: '0.90' } }, { value: { ratio: 0.9, band: 'achieved' } }),
  );
  expect(one.total).toBe('9.00');
});

test('evaluators who say different things leave the leaf missing until it was deliberated on', () => {
  const marks = given(
    { value: { band: 'achieved', ratio: '0.9' } },
    { value: { band: 'notAchieved', ratio: '0.5' } },
  );
  const open = leafOf({ rule: BANDS }, marks);
  expect(open.missing).toEqual(['leaf']);
  expect(JSON.stringify(open.step)).toContain('需合议后确定');
  const settled = leafOf({ rule: BANDS }, marks, [decided({ value: { band: 'achieved', ratio: '0.8' } })]);
  expect(settled.total).toBe('8.00');
  expect(JSON.stringify(settled.step)).toContain('2026-03-10合议：商定了该指标的取值。理由：现场核实');
});

test('a leaf that nobody has marked in its own shape is missing', () => {
  expect(leafOf({ rule: BANDS }, given({})).missing).toEqual(['leaf']);
  expect(leafOf({ rule: MEAN }, []).missing).toEqual(['leaf']);
});

test('deliberation comes before the ruling on the county’s opinion; each is told with its record, the last one counts', () => {
  const ruling = decided({
    step: 'ruling',
    title: { zh: '意见部分采纳', en: 'partly accepted' },
    finalScore: '8.5',
    reason: '补充的材料属实',
    record: { kind: 'replyRuling', county: 'hongta', id: 'leaf-1' },
  });
  const one = leafOf({ rule: MEAN }, given({ marks: '9' }, { marks: '5' }), [
    decided({ finalScore: '8' }),
    ruling,
  ]);
  expect(one.indicators).toEqual([{ id: 'leaf', ruleScore: '7.00', finalScore: '8.50' }]);
  expect(one.value).toEqual({ marks: ['9', '5'], finalScore: '8.5', reason: '补充的材料属实' });
  const steps = one.step?.children ?? [];
  expect(
    steps.filter(({ kind }) => kind === 'decision').map(({ result, records }) => [result, records]),
  ).toEqual([
    ['8', [decided({}).record]],
    ['8.5', [ruling.record]],
  ]);
  expect(steps.at(-1)?.kind).toBe('final');
});

test('a ruling that leaves the score as it was is told too and changes nothing', () => {
  const one = leafOf({ rule: MEAN }, given({ marks: '9' }), [
    decided({ step: 'ruling', title: { zh: '意见不予采纳', en: 'not accepted' }, reason: '材料不足' }),
  ]);
  expect(one.value).toEqual({ marks: ['9'] });
  expect(JSON.stringify(one.step)).toContain('意见不予采纳：维持原得分。理由：材料不足');
});

describe('a computed leaf', () => {
  const COMPUTED = {
    id: 'onPostRate',
    source: 'metric',
    rule: { kind: 'proportional', target: '95', direction: 'atLeast' },
  } as const;
  const except = (finalScore: string): Omit<EvaluatorMark, 'record'> => ({
    exception: { finalScore, reason: '花名册有误' },
  });

  test('keeps its score where evaluators confirmed it', () => {
    expect(leafOf(COMPUTED, given({}, {})).value).not.toHaveProperty('finalScore');
  });

  test('takes the exception that all evaluators set alike, with its reason', () => {
    const one = leafOf(COMPUTED, given(except('9'), except('9.00')));
    expect(one.indicators).toEqual([{ id: 'onPostRate', ruleScore: '10.00', finalScore: '9.00' }]);
    expect(JSON.stringify(one.step)).toContain('评价人员核定：得分定为9分。理由：花名册有误');
  });

  test('has no score while one evaluator sets an exception and another confirms, until it was deliberated on', () => {
    const marks = given(except('9'), {});
    expect(leafOf(COMPUTED, marks).missing).toEqual(['onPostRate']);
    expect(leafOf(COMPUTED, marks, [decided({ finalScore: '9.5' })]).total).toBe('9.50');
    expect(leafOf(COMPUTED, marks, [decided({})]).total).toBe('10.00');
  });
});
