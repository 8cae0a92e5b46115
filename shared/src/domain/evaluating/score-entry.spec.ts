import * as fc from 'fast-check';
import { printUnits } from '../numbers/rational';
import { compileMethod } from '../scoring/compile-method';
import type { CompiledLeaf, CompiledMethod } from '../scoring/compile-method';
import type { Rule } from '../scoring/method';
import { engineValue, scoreOfEntry } from './score-entry';
import type { EntryValue } from './score-entry';

const RULES: Readonly<Record<string, Rule>> = {
  marked: { kind: 'evaluator', aggregate: 'mean' },
  banded: {
    kind: 'bands',
    bands: [
      { label: 'achieved', from: '0.8', to: '1' },
      { label: 'partly', from: '0.6', to: '0.8' },
    ],
  },
  listed: {
    kind: 'elements',
    elements: [
      { id: 'a', marks: '2' },
      { id: 'b', marks: '3' },
    ],
  },
  asked: { kind: 'yesNo' },
  counted: { kind: 'deduction', perOccurrence: '0.5' },
  stepped: { kind: 'steps', steps: [{ atLeast: '90', ratio: '1' }] },
  measured: { kind: 'proportional', target: '95', direction: 'atLeast' },
  vetoed: { kind: 'veto', capTotal: '59.99' },
};

function compiled(): CompiledMethod {
  const leaves = Object.entries(RULES).map(([id, rule]) => ({
    id,
    marks: id === 'vetoed' ? '0' : '5',
    rule,
  }));
  const computed = {
    id: 'computed',
    marks: '5',
    source: 'metric' as const,
    rule: { kind: 'yesNo' as const },
  };
  const outcome = compileMethod({ indicators: [...leaves, computed] });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

const METHOD = compiled();
const leaf = (id: string): CompiledLeaf => METHOD.leafById.get(id) as CompiledLeaf;
const enter = (id: string, value: EntryValue | null, confirmed = false) =>
  scoreOfEntry(METHOD, leaf(id), { value, confirmed });
const refusalOf = (id: string, value: EntryValue | null, confirmed = false) => {
  const outcome = enter(id, value, confirmed);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer, detail }) => [pointer, detail.zh]);
};

test.each([
  ['marked', { marks: '4.5' }, '4.50'],
  ['banded', { band: 'partly', ratio: '0.7' }, '3.50'],
  ['listed', { met: ['b'] }, '3.00'],
  ['listed', { met: [] }, '0.00'],
  ['asked', { met: true }, '5.00'],
  ['counted', { occurrences: '3' }, '3.50'],
  ['stepped', { actual: '89' }, '0.00'],
  ['measured', { actual: '95' }, '5.00'],
  ['vetoed', { occurred: true, documentNumber: '演示审〔2025〕1号' }, '0.00'],
] as const)('a leaf by its rule: %s takes %j and scores %s', (id, value, score) => {
  expect(enter(id, value as EntryValue)).toEqual({ ok: true, value: score });
});

test('nothing entered is no score, and no zero', () => {
  expect(enter('marked', null)).toEqual({ ok: true, value: null });
});

test('a mark above the marks or below 0 is refused where it stands, and says between what it lies', () => {
  const words = (mark: string): string => `打分应当在0至5分之间，现为${mark}，请改正。`;
  expect(refusalOf('marked', { marks: '5.01' })).toEqual([['/value/marks', words('5.01')]]);
  expect(refusalOf('marked', { marks: '-0.5' })).toEqual([['/value/marks', words('-0.5')]]);
});

test('three decimals where two are allowed are refused', () => {
  expect(refusalOf('marked', { marks: '4.555' })).toEqual([
    ['/value/marks', '打分最多保留2位小数，现为4.555，请改正。'],
  ]);
  expect(enter('marked', { marks: '4.550' })).toEqual({ ok: true, value: '4.55' });
});

test('what is no plain number is refused: a word, an exponent, nothing', () => {
  for (const marks of ['四', '4e0', '', '1/2'])
    expect(refusalOf('marked', { marks })).toEqual([
      ['/value/marks', `打分应当是数字，例如 4 或者 4.5，现为“${marks}”，请改正。`],
    ]);
});

test('the engine’s own refusals point into the entry: an unknown element, a ratio outside of its band, half a value', () => {
  expect(refusalOf('listed', { met: ['z'] })[0]?.[0]).toBe('/value/met/0');
  expect(refusalOf('banded', { band: 'partly', ratio: '0.9' })[0]?.[0]).toBe('/value/ratio');
  expect(refusalOf('banded', { band: 'partly' })[0]?.[0]).toBe('/value/ratio');
  expect(refusalOf('counted', { occurrences: '1.5' })[0]?.[0]).toBe('/value/occurrences');
});

test('the entry of another rule is refused, whatever the rule', () => {
  expect(refusalOf('marked', { marks: '4', met: true })).toEqual([
    ['/value/met', '该指标不填“met”这一项，请按评分标准填写。'],
  ]);
  expect(refusalOf('asked', { marks: '4' })[0]?.[0]).toBe('/value/marks');
  expect(refusalOf('asked', { met: true, finalScore: '4' })[0]?.[0]).toBe('/value/finalScore');
  expect(refusalOf('asked', { met: true, documentNumber: 'x' })[0]?.[0]).toBe('/value/documentNumber');
  expect(refusalOf('computed', { met: true })[0]?.[0]).toBe('/value/met');
});

test('what people mark is not confirmed, what the program computes is', () => {
  expect(refusalOf('marked', { marks: '4' }, true)[0]?.[0]).toBe('/confirmed');
  expect(enter('computed', { computed: '5.00' }, true)).toEqual({ ok: true, value: '5.00' });
  expect(enter('computed', { computed: null }, true)).toEqual({ ok: true, value: null });
});

test('an exception to a computed leaf lies within its marks and decimals', () => {
  expect(enter('computed', { finalScore: '4' })).toEqual({ ok: true, value: '4.00' });
  expect(refusalOf('computed', { finalScore: '6' })[0]?.[0]).toBe('/value/finalScore');
  expect(refusalOf('computed', { finalScore: '4.001' })[0]?.[0]).toBe('/value/finalScore');
});

test('every mark from 0 to the marks with two decimals stands as it was typed, and none beyond', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 2000 }), (hundredths) => {
      const outcome = enter('marked', { marks: printUnits(BigInt(hundredths), 2) });
      expect(outcome.ok).toBe(hundredths >= 0 && hundredths <= 500);
      if (outcome.ok) expect(outcome.value).toBe(printUnits(BigInt(hundredths), 2));
    }),
  );
});

test('the engine reads the marks of one person as a list, and the document number as the reason', () => {
  expect(engineValue({ marks: '4' })).toEqual({ marks: ['4'] });
  expect(engineValue({ occurred: true, documentNumber: '1号' })).toEqual({ occurred: true, reason: '1号' });
});
