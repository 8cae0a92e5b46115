import * as fc from 'fast-check';
import {
  add,
  compare,
  divide,
  floorOf,
  maximum,
  minimum,
  multiply,
  parseDecimal,
  printRounded,
  printUnits,
  rational,
  subtract,
  ZERO,
} from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { compileMethod } from '../compile-method';
import { explainScore } from './explanation';
import { NOTHING } from './explanation-step';
import type { ExplanationStep } from './explanation-step';
import { gradeOf } from '../grade';
import type { Indicator, IndicatorValue, Method, Rule } from '../method';
import { printScore, scoreValues } from '../score';

/** Works out what an explanation prints, as a person with a pencil would: + − × ÷ min max, brackets, and "275/3". */
function pencil(expression: string): Rational {
  const tokens = expression.match(/\d+(?:\.\d+)?|min|max|[-+−×÷/(),]/g) ?? [];
  expect(tokens.join('')).toBe(expression.replaceAll(' ', ''));
  let at = 0;
  const accept = (...wanted: string[]): string | null =>
    wanted.includes(tokens[at] ?? '') ? (tokens[at++] ?? null) : null;
  const single = (): Rational => {
    const chosen = accept('min', 'max');
    if (chosen) {
      accept('(');
      const first = sum();
      accept(',');
      const second = sum();
      accept(')');
      return chosen === 'min' ? minimum(first, second) : maximum(first, second);
    }
    if (accept('(')) {
      const inner = sum();
      accept(')');
      return inner;
    }
    if (accept('-')) return subtract(ZERO, single());
    const number = parseDecimal(tokens[at++] ?? '');
    if (number === null) throw new Error(`There is no number in ${expression} at ${at}.`);
    return number;
  };
  const product = (): Rational => {
    let value = single();
    for (let sign = accept('×', '÷', '/'); sign; sign = accept('×', '÷', '/')) {
      value = sign === '×' ? multiply(value, single()) : divide(value, single());
    }
    return value;
  };
  function sum(): Rational {
    let value = product();
    for (let sign = accept('+', '−'); sign; sign = accept('+', '−')) {
      value = sign === '+' ? add(value, product()) : subtract(value, product());
    }
    return value;
  }
  const value = sum();
  expect(at).toBe(tokens.length);
  return value;
}

const hundredths = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((units) => printUnits(BigInt(units), 2));

/** A figure as it comes from a form, or as it was computed from facts: 11 of 12 months. */
const figure = fc.oneof(
  hundredths(0, 15_000),
  fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 12 })).map(([n, d]) => rational(n, d)),
);

interface Leaf {
  readonly marks: string;
  readonly rule: Rule;
  readonly value: IndicatorValue;
}

const bands = [
  { label: 'high', from: '0.5', to: '1' },
  { label: 'low', from: '0', to: '0.5' },
];
const leafOf: fc.Arbitrary<Leaf> = fc.oneof(
  fc
    .record({ marks: hundredths(0, 3000), target: hundredths(1, 9000), actual: figure })
    .chain(({ marks, target, actual }) =>
      fc.constantFrom('atLeast' as const, 'atMost' as const, 'exactly' as const).map((direction) => ({
        marks,
        rule: { kind: 'proportional' as const, target, direction, overAchievement: { threshold: '1.3' } },
        value: { actual },
      })),
    ),
  fc.tuple(hundredths(0, 3000), figure, hundredths(0, 100)).map(([marks, actual, ratio]) => ({
    marks,
    rule: {
      kind: 'steps' as const,
      steps: [
        { atLeast: '90', ratio: '1' },
        { atLeast: '62.5', ratio },
      ],
    },
    value: { actual },
  })),
  fc.tuple(hundredths(0, 3000), hundredths(0, 100)).map(([marks, ratio]) => ({
    marks,
    rule: { kind: 'bands' as const, bands },
    value: { band: Number(ratio) >= 0.5 ? 'high' : 'low', ratio },
  })),
  fc.array(fc.tuple(fc.nat(500), fc.boolean()), { minLength: 1, maxLength: 5 }).map((parts) => ({
    marks: printUnits(BigInt(parts.reduce((total, [marks]) => total + marks, 0)), 2),
    rule: {
      kind: 'elements' as const,
      elements: parts.map(([marks], index) => ({ id: `e${index}`, marks: printUnits(BigInt(marks), 2) })),
    },
    value: { met: parts.flatMap(([, met], index) => (met ? [`e${index}`] : [])) },
  })),
  fc.tuple(hundredths(0, 3000), fc.boolean()).map(([marks, met]) => ({
    marks,
    rule: { kind: 'yesNo' as const },
    value: { met },
  })),
  fc
    .tuple(hundredths(100, 3000), hundredths(0, 500), fc.nat(9), fc.option(hundredths(0, 100)))
    .map(([marks, perOccurrence, occurrences, floor]) => ({
      marks,
      rule: { kind: 'deduction' as const, perOccurrence, ...(floor === null ? {} : { floor }) },
      value: { occurrences },
    })),
  fc
    .tuple(fc.array(hundredths(0, 1000), { minLength: 1, maxLength: 5 }), fc.nat(2))
    .map(([marks, which]) => ({
      marks: '10',
      rule: {
        kind: 'evaluator' as const,
        aggregate: (['mean', 'median', 'trimmedMean'] as const)[which] ?? 'mean',
      },
      value: { marks },
    })),
  fc.tuple(hundredths(0, 10_000), fc.boolean()).map(([capTotal, occurred]) => ({
    marks: '0',
    rule: { kind: 'veto' as const, capTotal },
    value: { occurred },
  })),
);

type Fate = 'rule' | 'final' | 'notApplicable' | 'missing';
const fates = fc.constantFrom<Fate>(
  'rule',
  'rule',
  'rule',
  'rule',
  'final',
  'notApplicable',
  'notApplicable',
);

interface Case {
  readonly method: Method;
  readonly values: Readonly<Record<string, IndicatorValue>>;
}

function valueOf(leaf: Leaf, fate: Fate, share: number, decimals: number): IndicatorValue {
  if (fate === 'notApplicable') return { state: 'notApplicable', reason: '未开展' };
  if (fate === 'missing') return { state: 'missing' };
  if (fate === 'rule') return leaf.value;
  const most = floorOf(multiply(parseDecimal(leaf.marks) as Rational, rational(10 ** decimals)));
  return { ...leaf.value, finalScore: printUnits((most * BigInt(share)) / 100n, decimals), reason: '核定' };
}

/** Trees of up to six groups in one another, in any order; a group without a leaf is no group and is left out. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    aboves: fc.array(fc.nat(99), { maxLength: 6 }),
    leaves: fc.array(fc.tuple(leafOf, fates, fc.nat(99), fc.nat(99)), { minLength: 1, maxLength: 10 }),
    missing: fc.nat(40),
    scoreDecimals: fc.integer({ min: 0, max: 4 }),
    notApplicableWithin: fc.constantFrom('method' as const, 'parent' as const),
    backwards: fc.boolean(),
  })
  .map(({ aboves, leaves, missing, scoreDecimals, notApplicableWithin, backwards }) => {
    const parentOf = (dice: number, groups: number): { parent?: string } =>
      dice % (groups + 1) === 0 ? {} : { parent: `g${(dice % (groups + 1)) - 1}` };
    const groups = aboves.map((dice, index): Indicator => ({ id: `g${index}`, ...parentOf(dice, index) }));
    const placed = leaves.map(([leaf, , dice], index): Indicator => ({
      id: `i${index}`,
      marks: leaf.marks,
      rule: leaf.rule,
      ...parentOf(dice, groups.length),
    }));
    const used = new Set<string | undefined>(placed.map((one) => one.parent));
    for (const group of [...groups].reverse()) if (used.has(group.id)) used.add(group.parent);
    const indicators = [...groups.filter((group) => used.has(group.id)), ...placed];
    const values = leaves.map(([leaf, fate, , share], index): [string, IndicatorValue] => [
      `i${index}`,
      valueOf(leaf, index === missing ? 'missing' : fate, share, scoreDecimals),
    ]);
    return {
      method: {
        indicators: backwards ? indicators.reverse() : indicators,
        scoreDecimals,
        notApplicableWithin,
      },
      values: Object.fromEntries(values),
    };
  });

const number = (text: string | undefined): Rational => {
  const read = parseDecimal(text ?? '');
  if (read === null) throw new Error(`"${text}" is no number.`);
  return read;
};
const same = (a: Rational, b: Rational): boolean => compare(a, b) === 0;
const sumOf = (numbers: readonly Rational[]): Rational => numbers.reduce(add, ZERO);
const isNode = ({ kind }: ExplanationStep): boolean => kind === 'group' || kind === 'leaf';
const lineOf = (step: ExplanationStep, kind: ExplanationStep['kind']): ExplanationStep | undefined =>
  step.children.find((one) => one.kind === kind);

/** A figure is printed exactly, or cut after six places with "…". */
function expectPrinted(printed: string, exact: Rational): void {
  if (!printed.endsWith('…')) return expect(same(number(printed), exact)).toBe(true);
  const cut = subtract(exact, number(printed.slice(0, -1)));
  expect(compare(cut, ZERO) > 0 && compare(cut, rational(1, 1_000_000)) < 0).toBe(true);
}

function checkLeaf(step: ExplanationStep, decimals: number): void {
  if (step.result === NOTHING) return expect(lineOf(step, 'state')?.result).toBe(NOTHING);
  const arithmetic = lineOf(step, 'arithmetic');
  const exact = pencil(arithmetic?.expression ?? '');
  expectPrinted(arithmetic?.result ?? '', exact);
  const rounded = lineOf(step, 'rounding')?.result;
  expect(rounded).toBe(printRounded(exact, decimals));
  const final = lineOf(step, 'final');
  expect(step.result).toBe(final?.result ?? rounded);
  // The title's own line, too, is true where it is read alone.
  if (final) expect(step.expression).toBe('');
  else expect(printRounded(pencil(step.expression), decimals)).toBe(step.result);
}

/** Full marks of each id, and what of them counts: worked out here from the leaves up, by recursion. */
function marksBelow(method: Method, id: string | undefined): Rational {
  const below = method.indicators.filter((one) => one.parent === id);
  return sumOf(below.map((one) => (one.rule ? number(one.marks as string) : marksBelow(method, one.id))));
}

interface Walked {
  readonly marks: Rational;
  /** Marks of the leaves below that have a score. */
  readonly counted: Rational;
}

/** Checks a group or the whole: its nodes sum to its result, or to the line that is re-scaled to its marks. */
function checkNode(step: ExplanationStep, method: Method, id: string | undefined): Walked {
  const decimals = method.scoreDecimals ?? 2;
  const indicators = method.indicators.filter((one) => one.parent === id);
  const nodes = step.children.filter(isNode);
  expect(nodes.map((one) => one.label.zh.replace(/（.*/, ''))).toEqual(indicators.map((one) => one.id));
  const walked = nodes.map((node, index): Walked => {
    const indicator = indicators[index] as Indicator;
    if (!indicator.rule) return checkNode(node, method, indicator.id);
    checkLeaf(node, decimals);
    const marks = number(indicator.marks as string);
    return { marks, counted: node.result === NOTHING ? ZERO : marks };
  });
  const marks = marksBelow(method, id);
  const counted = sumOf(walked.map((one) => one.counted));
  if (step.result === NOTHING) {
    expect(lineOf(step, 'sum') ?? lineOf(step, 'rescaling')).toBeUndefined();
    return { marks, counted };
  }
  const given = nodes.map((one, index) => ({ result: one.result, walked: walked[index] as Walked }));
  const scored = given.filter((one) => one.result !== NOTHING);
  const sum = sumOf(scored.map((one) => number(one.result)));
  const within = method.notApplicableWithin === 'parent';
  const applicable = within ? sumOf(scored.map((one) => one.walked.marks)) : counted;
  const rescales = (within || id === undefined) && !same(applicable, marks);
  const [sumLine, rescaling] = [lineOf(step, 'sum'), lineOf(step, 'rescaling')];
  expect(rescaling !== undefined).toBe(rescales);
  if (sumLine) expect(same(pencil(sumLine.expression), sum) && same(number(sumLine.result), sum)).toBe(true);
  if (rescaling) {
    const exact = divide(multiply(sum, marks), applicable);
    expect(same(pencil(rescaling.expression), exact)).toBe(true);
    expect(rescaling.result).toBe(printRounded(exact, decimals));
  }
  const before = rescaling?.result ?? printRounded(sum, decimals);
  const veto = lineOf(step, 'veto');
  if (veto) expect(printRounded(pencil(veto.expression), decimals)).toBe(veto.result);
  expect(step.result).toBe(veto?.result ?? before);
  return { marks, counted };
}

test('the printed steps are the score: each leaf by its arithmetic, each group by what stands below it, up to the total', () => {
  fc.assert(
    fc.property(cases, ({ method, values }) => {
      const compiled = compileMethod(method);
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.refusals));
      const result = scoreValues(compiled.value, values);
      if (!result.ok) throw new Error(JSON.stringify(result.refusals));
      const answer = printScore(compiled.value, result.value);
      const { total, leaves } = explainScore(compiled.value, values, result.value);
      expect(total.result).toBe(answer.total ?? NOTHING);
      expect(answer.indicators.map((one) => one.finalScore ?? NOTHING)).toEqual(
        answer.indicators.map((one) => leaves[one.id]?.result),
      );
      const { marks } = checkNode(total, method, undefined);
      const grade = lineOf(total, 'grade');
      expect(grade !== undefined).toBe(answer.grade !== null);
      if (!grade || answer.total === null) return;
      const percent = divide(multiply(number(answer.total), rational(100)), marks);
      expect(same(pencil(grade.expression), percent)).toBe(true);
      expectPrinted(grade.result, percent);
      expect(answer.grade).toBe(gradeOf(percent));
    }),
    { numRuns: 1_500 },
  );
});

test('the pencil itself works: precedence from left to right, brackets, fractions, the lesser and the greater of two', () => {
  const results = [
    '5 − 1 × 1.25',
    '(8 + 9) ÷ 2',
    '10 × 2 ÷ (275/3)',
    'min(97.24, 59.99)',
    '10 × 275/3 ÷ 2',
    'max(1, 5 − 3 × 2)',
  ].map((one) => printRounded(pencil(one), 4));
  expect(results).toEqual(['3.7500', '8.5000', '0.2182', '59.9900', '458.3333', '1.0000']);
});
