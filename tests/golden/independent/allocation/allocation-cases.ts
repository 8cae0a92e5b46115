import { read, type Numeral } from '../fraction';
import type { AllocationCase, AllocationUnit, Performance } from './plain-allocation';
import { METHODS } from '../apportionment/plain-split';
import type { Random } from '../random';
import { dealt, decimalOf, WEIGHT_STYLES, weightOf, wholeOf } from '../random-numerals';

/** Identities whose order by code point is neither that of UTF-16 nor that of numbers. */
const IDS = [
  'hongta',
  '红塔',
  'Z',
  'a',
  '10',
  '9',
  'b/c',
  'd~e',
  '\u{1f33e}',
  '\ufb01',
  'é',
  ' ',
  'aa',
  'toString',
];
/** The same for a few units, where the odd ones would seldom meet. */
const ODD_IDS = ['\u{1f33e}', '\ufb01', '\u{1f33f}', '\uff21', '\u{1f33e}a', 'Z', 'a'];

interface Parts {
  readonly posts: number;
  readonly each: readonly number[];
}

/**
 * A random case for `yuheng allocate`. Last year's parts and the bounds are laid around a row of parts that sums to the
 * pool, so that most can be met, though often only just; one case in ten breaks a rule on purpose.
 */
export function allocationCase(random: Random): AllocationCase {
  const size = random.chance(4) ? random.between(9, IDS.length) : random.between(1, 6);
  const posts = random.chance(5) ? random.between(60, 160) : random.between(1, 5 * size);
  const parts = {
    posts,
    each: dealt(
      random,
      posts,
      random.list(size, () => true),
    ),
  };
  const factors = random.list(random.pick([1, 1, 2, 3]), (index) => ({
    id: ['base', '社矫人数', 'f/g'][index] ?? '',
    weight: random.pick<Numeral>(['1', '0.5', '1/3', 2, '0.25', 1]),
  }));
  const performance = performanceOf(random);
  const change = random.chance(30)
    ? random.pick([
        { parts: random.between(0, 2) },
        { parts: 5 },
        { ratio: '0.1' },
        { ratio: '1/3' },
        { ratio: 2 },
      ])
    : undefined;
  const phaseIn = random.chance(30) ? random.pick<Numeral>(['1/3', 0.5, '1', '0.01']) : undefined;
  const needs = {
    score: performance.mode !== 'none' || random.chance(20),
    lastPart: change !== undefined || phaseIn !== undefined || random.chance(20),
  };
  const plain: AllocationCase = {
    pool: poolOf(random, posts),
    units: unitsOf(random, { parts, factors: factors.map(({ id }) => id), needs }),
    policy: {
      factors,
      performance,
      ...(change ? { maximumChange: change } : {}),
      ...(phaseIn === undefined ? {} : { phaseIn }),
      method: random.pick(METHODS),
    },
  };
  return random.chance(10) ? broken(random, plain) : plain;
}

function poolOf(random: Random, posts: number): AllocationCase['pool'] {
  if (random.chance(60))
    return { posts: wholeOf(random, posts), fenPerPost: random.pick([1_200_000, '1', 7]) };
  const unitFen = random.pick([1_000_000, 1, 300]);
  return { fen: wholeOf(random, posts * unitFen), unitFen };
}

const KINDS = ['none', 'gradeCoefficient', 'continuous', 'add'] as const;

function performanceOf(random: Random): Performance {
  switch (random.pick(KINDS)) {
    case 'none':
      return { mode: 'none' };
    case 'gradeCoefficient':
      return {
        mode: 'gradeCoefficient',
        coefficients: random.pick([
          { excellent: '1.1', good: '1', fair: '0.9', poor: '0.8' },
          { excellent: 1, good: 1, fair: 1, poor: '1/2' },
          { excellent: '2', good: 1.5, fair: '0.1', poor: 0 },
        ]),
      };
    case 'continuous':
      return random.pick(
        [
          { from: { score: '60', coefficient: '0.90' }, to: { score: '100', coefficient: '1.10' } },
          { from: { score: 0, coefficient: 0 }, to: { score: '90.5', coefficient: '4/3' } },
          { from: { score: '80', coefficient: 1 }, to: { score: 90, coefficient: 1 } },
        ].map((line) => ({ mode: 'continuous' as const, ...line })),
      );
    case 'add':
      return { mode: 'add', weight: random.pick<Numeral>(['0.2', '1/3', 0.5, 0, 1]) };
  }
}

function unitsOf(
  random: Random,
  given: {
    readonly parts: Parts;
    readonly factors: readonly string[];
    readonly needs: { readonly score: boolean; readonly lastPart: boolean };
  },
): readonly AllocationUnit[] {
  const style = random.pick(WEIGHT_STYLES);
  const bounded = { kept: random.chance(25), floor: random.chance(30), cap: random.chance(30) };
  const slack = random.pick([0, 1, 2, 6]);
  const spread = random.pick([0, 1, 1, 3]);
  const alike = random.chance(25) ? scoreOf(random) : undefined;
  return random
    .shuffled(given.parts.each.length <= ODD_IDS.length && random.chance(40) ? ODD_IDS : IDS)
    .slice(0, given.parts.each.length)
    .map((id, index) => {
      const part = given.parts.each[index] ?? 0;
      const below = (): number => Math.max(0, part - random.between(0, slack));
      const factors = given.factors.map((factor) => [factor, weightOf(random, style)] as const);
      return {
        id,
        factors: Object.fromEntries(factors),
        ...(given.needs.score ? { score: alike ?? scoreOf(random) } : {}),
        ...(given.needs.lastPart
          ? { lastPart: wholeOf(random, Math.max(0, part + random.between(-spread, spread))) }
          : {}),
        ...(bounded.kept && random.chance(80) ? { kept: wholeOf(random, random.between(0, part)) } : {}),
        ...(bounded.floor && random.chance(80) ? { floor: wholeOf(random, below()) } : {}),
        ...(bounded.cap && random.chance(80)
          ? { cap: wholeOf(random, part + random.between(0, slack)) }
          : {}),
      };
    });
}

/** Grades' edges are as likely as all other scores together. */
const scoreOf = (random: Random): Numeral =>
  random.chance(50)
    ? random.pick<Numeral>(['90', 90, '89.99', '80', 79.99, '60.00', '59.99', 100, 0])
    : decimalOf(random, random.between(0, 10_000), 2);

function broken(random: Random, sound: AllocationCase): AllocationCase {
  const at = random.below(sound.units.length);
  const withUnit = (change: (unit: AllocationUnit) => AllocationUnit): AllocationCase => ({
    ...sound,
    units: sound.units.map((unit, index) => (index === at ? change(unit) : unit)),
  });
  const withPolicy = (policy: Partial<AllocationCase['policy']>): AllocationCase => ({
    ...sound,
    policy: { ...sound.policy, ...policy },
  });
  switch (random.below(12)) {
    case 0:
      return withUnit(({ id }) => ({ id, factors: {}, score: 90, lastPart: 1 }));
    case 1:
      return withUnit(({ id, factors }) => ({ id, factors, lastPart: 1 }));
    case 2:
      return withUnit(({ id, factors }) => ({ id, factors, score: 90 }));
    case 3:
      return { ...sound, units: [...sound.units, sound.units[at] ?? { id: 'a', factors: {} }] };
    case 4:
      return {
        ...sound,
        units: sound.units.map((unit) => ({
          ...unit,
          factors: Object.fromEntries(Object.keys(unit.factors).map((id) => [id, 0])),
        })),
      };
    case 5:
      return { ...sound, pool: { fen: 1001, unitFen: 1000 } };
    case 6:
      return {
        ...withPolicy({ performance: { mode: 'add', weight: '0.2' } }),
        units: sound.units.map((unit) => ({ ...unit, score: 0 })),
      };
    case 7:
      return { ...sound, pool: { posts: 0, fenPerPost: 1 } };
    case 8:
      return withUnit((unit) => ({ ...unit, floor: 4, cap: 3 }));
    case 9:
      return {
        ...withPolicy({
          performance: {
            mode: 'gradeCoefficient',
            coefficients: { excellent: 1, good: '1.01', fair: '0.9', poor: 0.8 },
          },
        }),
        units: sound.units.map((unit) => ({ ...unit, score: 70 })),
      };
    case 10: {
      const [from, to] = random.pick([
        [
          { score: 90, coefficient: 1 },
          { score: 90, coefficient: 1 },
        ] as const,
        [
          { score: 60, coefficient: '1.2' },
          { score: 90, coefficient: 1 },
        ] as const,
      ]);
      return {
        ...withPolicy({ performance: { mode: 'continuous', from, to } }),
        units: sound.units.map((unit) => ({ ...unit, score: 70 })),
      };
    }
    default:
      return {
        ...withPolicy({ phaseIn: random.pick([0, '1.5', '-1/3']) }),
        units: sound.units.map((unit) => ({ ...unit, lastPart: 2 })),
      };
  }
}

/** Smaller cases than this one, for finding the smallest that still shows a difference. */
export function* smallerAllocations(input: AllocationCase): Generator<AllocationCase> {
  for (const at of input.units.keys())
    yield { ...input, units: input.units.filter((_, index) => index !== at) };
  const { phaseIn: _phaseIn, ...withoutPhase } = input.policy;
  const { maximumChange: _change, ...withoutChange } = input.policy;
  if (input.policy.phaseIn !== undefined) yield { ...input, policy: withoutPhase };
  if (input.policy.maximumChange) yield { ...input, policy: withoutChange };
  if (input.policy.performance.mode !== 'none')
    yield { ...input, policy: { ...input.policy, performance: { mode: 'none' } } };
  if (input.policy.factors.length > 1)
    yield { ...input, policy: { ...input.policy, factors: input.policy.factors.slice(1) } };
  for (const key of ['kept', 'floor', 'cap', 'score', 'lastPart'] as const) {
    if (input.units.some((unit) => unit[key] !== undefined)) {
      yield { ...input, units: input.units.map(({ [key]: _gone, ...unit }) => unit) };
    }
  }
  if ('posts' in input.pool) {
    const posts = read(input.pool.posts).n;
    if (posts > 1n) yield { ...input, pool: { ...input.pool, posts: String(posts - 1n) } };
  }
}
