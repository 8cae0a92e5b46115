import { printExact } from '../numbers/rational';
import { ASSISTANTS_METHOD } from './assistants-method';
import { compileMethod } from './compile-method';
import { inBothLanguages } from './method';
import { readNumeral } from './numbers/numeral';

const marksOf = (parent: string): readonly number[] =>
  ASSISTANTS_METHOD.indicators.filter((one) => one.parent === parent).map((one) => Number(one.marks));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

test('the method is sound and sums to 100 marks: process 30, output 50, benefit 20', () => {
  const compiled = compileMethod(ASSISTANTS_METHOD);
  expect(compiled).toMatchObject({ ok: true });
  if (compiled.ok) expect(printExact(compiled.value.fullMarks)).toBe('100');
  expect(['process', 'output', 'benefit'].map((parent) => sum(marksOf(parent)))).toEqual([30, 50, 20]);
});

test('every leaf says in both languages what it is called and how it is judged, and names who answers for it', () => {
  for (const leaf of ASSISTANTS_METHOD.indicators.filter((one) => one.rule)) {
    expect(inBothLanguages(leaf.name ?? '').zh).toMatch(/[一-鿿]/);
    expect(inBothLanguages(leaf.criteria ?? '').zh.length).toBeGreaterThan(20);
    expect(inBothLanguages(leaf.criteria ?? '').en.length).toBeGreaterThan(40);
    expect(leaf.source).toMatch(/metric|evaluator/);
    expect(leaf.responsible).toBe('countyJustice');
    expect(readNumeral(leaf.marks ?? '')).not.toBeNull();
  }
});
