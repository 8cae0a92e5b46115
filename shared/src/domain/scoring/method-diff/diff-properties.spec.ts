import * as fc from 'fast-check';
import { printUnits } from '../../numbers/rational';
import { compileMethod } from '../compile-method';
import type { Indicator, Method, Rule } from '../method';
import { diffMethods } from './diff-methods';
import type { MethodChange } from './method-change';
import { summariseChanges } from './summarise-changes';

const hundredths = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((units) => printUnits(BigInt(units), 2));

/** A rule of every kind, sound for a leaf of so many marks. */
const ruleOf = (marks: string): fc.Arbitrary<Rule> =>
  fc.oneof(
    fc.record({
      kind: fc.constant('proportional' as const),
      target: fc.oneof(fc.constant('goal'), hundredths(1, 9999)),
      direction: fc.constantFrom('atLeast' as const, 'atMost' as const, 'exactly' as const),
    }),
    fc
      .uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 })
      .map((list): Rule => ({ kind: 'steps', steps: list.map((at) => ({ atLeast: at, ratio: at / 100 })) })),
    hundredths(1, 99).map((cut): Rule => ({
      kind: 'bands',
      bands: [
        { label: '达成', from: cut, to: 1 },
        { label: '未达成', from: 0, to: cut },
      ],
    })),
    fc.constant<Rule>({
      kind: 'elements',
      elements: [
        { id: 'x', marks, name: '甲' },
        { id: 'y', marks: '0', name: '乙' },
      ],
    }),
    fc.constant<Rule>({ kind: 'yesNo' }),
    hundredths(0, 500).map((perOccurrence): Rule => ({ kind: 'deduction', perOccurrence })),
    fc
      .constantFrom('mean' as const, 'median' as const)
      .map((aggregate): Rule => ({ kind: 'evaluator', aggregate })),
  );

const leaf = hundredths(1, 4000).chain((marks) =>
  fc.record({
    marks: fc.constant(marks),
    rule: ruleOf(marks),
    parent: fc.constantFrom('output', 'benefit', 'quality'),
    name: fc.constantFrom('在岗率', '满意度', '参保率'),
    unit: fc.constantFrom('%', '人', undefined),
    source: fc.constantFrom('metric' as const, 'evaluator' as const, undefined),
    responsible: fc.constantFrom('city' as const, 'countyJustice' as const, undefined),
    criteria: fc.constantFrom('按规定。', undefined),
  }),
);
const method: fc.Arbitrary<Method> = fc.array(leaf, { minLength: 3, maxLength: 9 }).map((leaves) => ({
  indicators: [
    { id: 'output', name: '产出' },
    { id: 'quality', parent: 'output', name: '质量' },
    { id: 'benefit', name: '效益' },
    // Each parent has one leaf at least, so that none of them is a leaf without a rule.
    ...['output', 'quality', 'benefit'].map((parent): Indicator => ({
      id: `of-${parent}`,
      parent,
      marks: 1,
      rule: { kind: 'yesNo' },
    })),
    ...leaves.map((one, index): Indicator => ({ id: `i${index}`, ...one })),
  ],
}));

const VETO: Rule = { kind: 'veto', capTotal: '59.99' };

/** Another value of every entry of a leaf, each for itself. */
const MUTATIONS: Readonly<Record<string, (one: Indicator) => Partial<Indicator>>> = {
  id: (one) => ({ id: `${one.id}-new` }),
  name: (one) => ({ name: `${String(one.name)}（新）` }),
  'the English name': (one) => ({ name: { zh: String(one.name), en: 'new' } }),
  parent: (one) => ({ parent: one.parent === 'output' ? 'benefit' : 'output' }),
  'no parent': () => ({ parent: undefined }),
  marks: (one) => ({ marks: `${String(one.marks)}1` }),
  'no marks': () => ({ marks: undefined }),
  'rule kind': () => ({ rule: VETO }),
  'no rule': () => ({ rule: undefined }),
  unit: () => ({ unit: '元' }),
  source: () => ({ source: 'selfReport' }),
  'inspection item': () => ({ inspectionItem: 'filing' }),
  responsible: () => ({ responsible: 'thirdParty' }),
  criteria: () => ({ criteria: '另行规定。' }),
};

/** Another value of every figure of a rule, each for itself. */
function ruleMutations(rule: Rule): readonly Rule[] {
  switch (rule.kind) {
    case 'proportional':
      return [
        { ...rule, target: rule.target === 'goal' ? '1' : 'goal' },
        { ...rule, direction: rule.direction === 'atMost' ? 'exactly' : 'atMost' },
        { ...rule, overAchievement: { threshold: '1.3' } },
      ];
    case 'steps':
      return [
        { ...rule, steps: rule.steps.slice(1) },
        { ...rule, steps: [...rule.steps, { atLeast: 101, ratio: 1 }] },
        { ...rule, steps: rule.steps.map((one) => ({ ...one, ratio: '0.001' })) },
        { ...rule, steps: rule.steps.map((one) => ({ ...one, atLeast: Number(one.atLeast) + 0.5 })) },
      ];
    case 'bands':
      return [
        { ...rule, bands: rule.bands.slice(1) },
        { ...rule, bands: [...rule.bands].reverse() },
        { ...rule, bands: rule.bands.map((one, at) => (at === 0 ? { ...one, to: '0.999' } : one)) },
        { ...rule, bands: rule.bands.map((one, at) => (at === 0 ? { ...one, label: '优' } : one)) },
      ];
    case 'elements':
      return [
        { ...rule, elements: rule.elements.slice(1) },
        { ...rule, elements: [...rule.elements].reverse() },
        { ...rule, elements: rule.elements.map((one) => ({ ...one, id: `${one.id}2` })) },
        { ...rule, elements: rule.elements.map((one) => ({ ...one, marks: '0.001' })) },
        { ...rule, elements: rule.elements.map((one) => ({ ...one, name: '丙' })) },
      ];
    case 'deduction':
      return [
        { ...rule, perOccurrence: '6' },
        { ...rule, floor: '0.01' },
      ];
    case 'evaluator':
      return [{ ...rule, aggregate: 'trimmedMean' }];
    case 'veto':
      return [{ ...rule, capTotal: '1' }];
    case 'yesNo':
      return [];
  }
}

/** What is wrong with the telling of a change; null when nothing is. Plain, because it is asked some ten thousand times. */
function faultOf({ before, after, sentence: { zh, en } }: MethodChange): string | null {
  if (before !== null && after !== null && before.zh === after.zh && before.en === after.en)
    return 'same data';
  if (!/[一-鿿].*。$/.test(zh) || !/^["A-Z].*\.$/.test(en)) return 'no sentence';
  if (/undefined|null|NaN|\[object/.test(zh + en)) return 'a hole';
  const zhPair = /^.*?由(.*)改为(.*)。$/.exec(zh);
  const enPair = / changed from (.*) to (.*)\.$/.exec(en);
  const alike = [zhPair, enPair].some((pair) => pair !== null && pair[1] === pair[2]);
  return alike ? 'the same before and after' : null;
}

function expectTold(before: Method, after: Method): void {
  const changes = diffMethods(before, after);
  expect(changes.length).toBeGreaterThan(0);
  const faults = changes.filter((one) => faultOf(one) !== null);
  expect(faults.map((one) => [faultOf(one), one.sentence])).toEqual([]);
  expect(summariseChanges(changes).zh).toMatch(/^本次修订(共涉及|修改|调整).*。$/);
}

test('the random methods are sound, and none differs from itself, nor from itself through JSON', () => {
  fc.assert(
    fc.property(method, (one) => {
      expect(compileMethod(one)).toMatchObject({ ok: true });
      expect(diffMethods(one, one)).toEqual([]);
      expect(diffMethods(one, JSON.parse(JSON.stringify(one)) as Method)).toEqual([]);
    }),
  );
});

test('the way in which marks are written makes no difference', () => {
  const written = (one: Method, write: (marks: string) => string | number): Method => ({
    ...one,
    indicators: one.indicators.map((each) =>
      each.marks === undefined ? each : { ...each, marks: write(String(each.marks)) },
    ),
  });
  fc.assert(
    fc.property(method, (one) => {
      expect(diffMethods(one, written(one, Number))).toEqual([]);
      expect(
        diffMethods(
          one,
          written(one, (marks) => `${Number(marks).toFixed(4)}`),
        ),
      ).toEqual([]);
    }),
  );
});

describe('every single mutation is told, forth and back, and never as the same before and after', () => {
  test.each(Object.keys(MUTATIONS))('of a leaf: %s', (key) => {
    fc.assert(
      fc.property(method, fc.nat(), (one, dice) => {
        const at = 6 + (dice % (one.indicators.length - 6));
        const mutate = MUTATIONS[key] as (leaf: Indicator) => Partial<Indicator>;
        const indicators = one.indicators.map((each, index) =>
          index === at ? { ...each, ...mutate(each) } : each,
        );
        expectTold(one, { ...one, indicators });
        expectTold({ ...one, indicators }, one);
      }),
      { numRuns: 40 },
    );
  });

  test('of a rule', () => {
    fc.assert(
      fc.property(method, fc.nat(), (one, dice) => {
        const at = 6 + (dice % (one.indicators.length - 6));
        for (const rule of ruleMutations(one.indicators[at]?.rule ?? VETO)) {
          const indicators = one.indicators.map((each, index) => (index === at ? { ...each, rule } : each));
          expectTold(one, { ...one, indicators });
          expectTold({ ...one, indicators }, one);
        }
      }),
    );
  });

  test('of the list: an indicator removed, or two in each other’s place', () => {
    fc.assert(
      fc.property(method, fc.nat(), fc.nat(), (one, first, second) => {
        const count = one.indicators.length;
        const [a, b] = [first % count, second % count];
        if (a === b) return;
        const swapped = [...one.indicators];
        [swapped[a], swapped[b]] = [swapped[b] as Indicator, swapped[a] as Indicator];
        expectTold(one, { ...one, indicators: swapped });
        const at = 6 + (first % (count - 6));
        const removed = one.indicators.filter((_, index) => index !== at);
        expectTold(one, { ...one, indicators: removed });
        expectTold({ ...one, indicators: removed }, one);
      }),
    );
  });

  test.each<[string, Partial<Method>]>([
    ['scoreDecimals', { scoreDecimals: 3 }],
    ['statedMarks', { statedMarks: '99.5' }],
    ['notApplicableWithin', { notApplicableWithin: 'parent' }],
  ])('of the setting %s', (_, extra) => {
    fc.assert(
      fc.property(method, (one) => {
        expectTold(one, { ...one, ...extra });
        expectTold({ ...one, ...extra }, one);
      }),
      { numRuns: 20 },
    );
  });
});

test('a draft with a cycle of parents or without readable marks is compared all the same', () => {
  const cycle: Method = {
    indicators: [
      { id: 'p', parent: 'q' },
      { id: 'q', parent: 'p' },
      { id: 'a', parent: 'p', marks: '十' },
    ],
  };
  expect(diffMethods(cycle, cycle)).toEqual([]);
  expectTold(cycle, {
    indicators: cycle.indicators.map((one) => (one.id === 'a' ? { ...one, marks: '10' } : one)),
  });
});
