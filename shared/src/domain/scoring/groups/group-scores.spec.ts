import * as fc from 'fast-check';
import { printUnits } from '../../numbers/rational';
import { compileMethod } from '../compile-method';
import { explainScore } from '../explaining/explanation';
import { tooDeepToExplain } from '../explaining/explanation-depth';
import type { Indicator, IndicatorValue, IndicatorValues, Method } from '../method';
import { printScore, scoreValues } from '../score';
import type { ScoreAnswer } from '../score';

const leaf = (id: string, marks: string | number, parent?: string): Indicator => ({
  id,
  marks,
  rule: { kind: 'bands', bands: [{ label: 'all', from: 0, to: 1 }] },
  ...(parent === undefined ? {} : { parent }),
});
const share = (ratio: string | number): IndicatorValue => ({ band: 'all', ratio });
const none: IndicatorValue = { state: 'notApplicable', reason: '未开展' };

interface Scored {
  readonly answer: ScoreAnswer;
  /** The groups as printed, by their id. */
  readonly groups: Readonly<Record<string, string>>;
}

function scored(
  indicators: readonly Indicator[],
  values: IndicatorValues,
  rest: Partial<Method> = {},
): Scored {
  const compiled = compileMethod({ indicators, notApplicableWithin: 'parent', ...rest });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals));
  const result = scoreValues(compiled.value, values);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  const groups = compiled.value.groups.map(({ indicator }, place): [string, string] => {
    const group = result.value.groups[place];
    const printed = printUnits(group?.score ?? 0n, compiled.value.scoreDecimals);
    return [indicator?.id ?? '', group?.state === 'scored' ? printed : (group?.state ?? '')];
  });
  return { answer: printScore(compiled.value, result.value), groups: Object.fromEntries(groups) };
}

const two: readonly Indicator[] = [
  { id: 'process', marks: 30 },
  leaf('a', 10, 'process'),
  leaf('b', 20, 'process'),
  { id: 'output', marks: 70 },
  leaf('c', 40, 'output'),
  leaf('d', 30, 'output'),
];

describe('within the parent, what is not applicable is made good by the rest of its own parent', () => {
  const values = { a: none, b: share('0.9'), c: share('0.5'), d: share(1) };

  test('18.00 of 20 become 18.00 × 30 ÷ 20 = 27.00 of 30, and the other group stays as it is', () => {
    expect(scored(two, values)).toMatchObject({
      answer: { total: '77.00', grade: 'fair' },
      groups: { process: '27.00', output: '50.00', '': '77.00' },
    });
  });

  test('over the whole method the same facts give (18 + 20 + 30) × 100 ÷ 90 = 75.56, and groups are plain sums', () => {
    expect(scored(two, values, { notApplicableWithin: 'method' })).toMatchObject({
      answer: { total: '75.56' },
      groups: { process: '18.00', output: '50.00', '': '75.56' },
    });
    expect(scored(two, values, { notApplicableWithin: undefined }).answer.total).toBe('75.56');
  });

  test('each group is rounded once as it is printed, so that the groups sum to the total on paper', () => {
    const thirds = [
      ...['p', 'q'].flatMap((id): Indicator[] => [{ id }, leaf(`${id}1`, 30, id), leaf(`${id}2`, 20, id)]),
    ];
    const given = { p1: share('0.1'), p2: none, q1: share('0.335'), q2: none };
    // 3.00 × 50 ÷ 30 = 5.00; 10.05 × 50 ÷ 30 = 16.75
    expect(scored(thirds, given)).toMatchObject({
      answer: { total: '21.75' },
      groups: { p: '5.00', q: '16.75' },
    });
    const ofSeven = thirds.map((one) => (one.id.endsWith('1') ? { ...one, marks: 7 } : one));
    const uneven = { p1: share('0.0143'), p2: none, q1: share('0.0143'), q2: none };
    // 0.10 × 27 ÷ 7 = 0.3857… in both; unrounded they would come to 0.77.
    expect(scored(ofSeven, uneven)).toMatchObject({
      answer: { total: '0.78' },
      groups: { p: '0.39', q: '0.39' },
    });
  });

  test('a group in which nothing is applicable passes its marks on to the rest of the group above it', () => {
    const nested: Indicator[] = [
      { id: 'top', marks: 60 },
      { id: 'inner', parent: 'top', marks: 20 },
      leaf('x', 12, 'inner'),
      leaf('y', 8, 'inner'),
      leaf('z', 40, 'top'),
      leaf('w', 40),
    ];
    // inner is out: 20.00 × 60 ÷ 40 = 30.00 in top, the root has all of its marks.
    expect(scored(nested, { x: none, y: none, z: share('0.5'), w: share(1) })).toMatchObject({
      answer: { total: '70.00' },
      groups: { inner: 'notApplicable', top: '30.00' },
    });
    // top is out altogether: the rest of the method takes its marks, 30.00 × 100 ÷ 40.
    expect(scored(nested, { x: none, y: none, z: none, w: share('0.75') })).toMatchObject({
      answer: { total: '75.00' },
      groups: { inner: 'notApplicable', top: 'notApplicable' },
    });
    // only y is out: inner alone is re-scaled, 6.00 × 20 ÷ 12.
    expect(scored(nested, { x: share('0.5'), y: none, z: share(1), w: share(1) })).toMatchObject({
      answer: { total: '90.00' },
      groups: { inner: '10.00', top: '50.00' },
    });
  });

  test('leaves at the root belong to the method itself', () => {
    const flat = [leaf('a', 60), leaf('b', 40)];
    expect(scored(flat, { a: share('0.8'), b: none }).answer.total).toBe('80.00');
  });

  test('nothing applicable at all leaves no total, a missing leaf leaves its group and the total open', () => {
    expect(scored(two, { a: none, b: none, c: none, d: none }).answer).toMatchObject({
      total: null,
      grade: null,
    });
    expect(scored(two, { ...values, a: { state: 'missing' } })).toMatchObject({
      answer: { total: null, missing: ['a'] },
      groups: { process: 'missing', output: '50.00', '': 'missing' },
    });
  });

  test('a leaf of 0 marks makes no group applicable: there is nothing to divide by', () => {
    const withNote = [...two, leaf('note', 0, 'process')];
    expect(scored(withNote, { a: none, b: none, note: share(1), c: share(1), d: share(1) })).toMatchObject({
      answer: { total: '100.00' },
      groups: { process: 'notApplicable' },
    });
  });
});

test('not applicable is neutral: with one share of the marks everywhere the total is that share of full marks', () => {
  const marks = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(marks, fc.nat(5), fc.boolean()), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom('method' as const, 'parent' as const),
      (leaves, percent, notApplicableWithin) => {
        fc.pre(leaves.some(([, , applicable]) => applicable));
        const parents = [...new Set(leaves.map(([, dice]) => dice))].filter((dice) => dice > 0);
        const groups = parents.map((dice): Indicator => {
          const above = parents.find((other) => other === dice - 2);
          return { id: `g${dice}`, ...(above === undefined ? {} : { parent: `g${above}` }) };
        });
        const indicators = leaves.map(([full, dice], index) =>
          leaf(`i${index}`, full, dice === 0 ? undefined : `g${dice}`),
        );
        const values = leaves.map(([, , applicable], index): [string, IndicatorValue] => [
          `i${index}`,
          applicable ? share(percent / 100) : none,
        ]);
        const { answer } = scored([...groups, ...indicators], Object.fromEntries(values), {
          notApplicableWithin,
        });
        const full = leaves.reduce((sum, [one]) => sum + one, 0);
        expect(answer.total).toBe(printUnits(BigInt(full * percent), 2));
      },
    ),
  );
});

describe('a tree of 3,000 groups in one another', () => {
  const depth = 3_000;
  const chain: Indicator[] = Array.from({ length: depth }, (_, index) => ({
    id: `g${index}`,
    ...(index === 0 ? {} : { parent: `g${index - 1}` }),
  }));
  const indicators = [...chain, leaf('a', 60, `g${depth - 1}`), leaf('b', 40, 'g5'), leaf('c', 20)];
  const values = { a: share('0.5'), b: none, c: share(1) };

  test.each(['method', 'parent'] as const)('is scored and explained, re-scaling within the %s', (within) => {
    const method = compileMethod({ indicators, notApplicableWithin: within });
    if (!method.ok) throw new Error('refused');
    const result = scoreValues(method.value, values);
    if (!result.ok) throw new Error('refused');
    const { total } = explainScore(method.value, values, result.value);
    // 30 + 20 of 80 applicable; or 30 × 100 ÷ 60 + 20
    const expected = within === 'method' ? '75.00' : '70.00';
    expect(total.result).toBe(expected);
    let deepest = 0;
    for (let at = total.children[0]; at?.kind === 'group'; at = at.children[0]) deepest += 1;
    expect(deepest).toBe(depth);
  });

  test('is refused at each of its indicators when it closes to a cycle', () => {
    const cycle = indicators.map((one) => (one.id === 'g0' ? { ...one, parent: `g${depth - 1}` } : one));
    const compiled = compileMethod({ indicators: cycle });
    expect(compiled.ok ? [] : compiled.refusals.map((one) => one.pointer)).toEqual(
      chain.map((_, index) => `/method/indicators/${index}/parent`),
    );
  });

  test('is too deep to be written out with its explanation, at the first indicator below 300 others', () => {
    const pointerOf = (levels: number): string | undefined => {
      const method = compileMethod({
        indicators: [...chain.slice(0, levels), leaf('a', 100, `g${levels - 1}`)],
      });
      return method.ok ? tooDeepToExplain(method.value)?.pointer : 'refused';
    };
    expect([pointerOf(300), pointerOf(301), pointerOf(3_000)]).toEqual([
      undefined,
      '/method/indicators/301/parent',
      '/method/indicators/301/parent',
    ]);
  });
});
