import { rational, type Rational } from '../../numbers/rational';
import { allocate } from '../allocate';
import type { AllocationInput, AllocationPolicy, AllocationUnit, PerformancePolicy } from '../allocation';

const unit = (id: string, changes: Partial<AllocationUnit> = {}): AllocationUnit => ({
  id,
  factors: { base: rational(1) },
  score: rational(80),
  lastPart: 5n,
  ...changes,
});
const given = (
  policy: Partial<AllocationPolicy> = {},
  units: readonly AllocationUnit[] = [unit('a'), unit('b')],
  pool: AllocationInput['pool'] = { posts: 10n, fenPerPost: 1_200_000n },
): AllocationInput => ({
  pool,
  units,
  policy: {
    factors: [{ id: 'base', weight: rational(1) }],
    performance: { mode: 'none' },
    method: 'hamilton',
    ...policy,
  },
});
const performing = (performance: PerformancePolicy, ...units: AllocationUnit[]): AllocationInput =>
  given({ performance }, units.length > 0 ? units : undefined);
const grades = (excellent: number, good: number, fair: number, poor: number): PerformancePolicy => ({
  mode: 'gradeCoefficient',
  coefficients: {
    excellent: rational(excellent),
    good: rational(good),
    fair: rational(fair),
    poor: rational(poor),
  },
});
const line = (fromScore: number, fromK: number, toScore: number, toK: number): PerformancePolicy => ({
  mode: 'continuous',
  from: { score: rational(fromScore), coefficient: rational(fromK) },
  to: { score: rational(toScore), coefficient: rational(toK) },
});

function refusals(input: AllocationInput) {
  const outcome = allocate(input);
  return outcome.ok ? [] : outcome.refusals;
}

describe('a refused allocation', () => {
  it('is not refused without a fault', () => {
    expect(refusals(given({ maximumChange: { parts: 1n }, phaseIn: rational(1) }))).toEqual([]);
  });

  const one = { weight: rational(1) };
  it.each<[string, AllocationInput, readonly string[]]>([
    [
      'a unit without a needed factor',
      given({}, [unit('a'), unit('b', { factors: {} })]),
      ['/units/1/factors/base'],
    ],
    [
      'a factor that the policy does not know',
      given({}, [unit('a', { factors: { base: rational(1), 'x/y~z': rational(1) } })]),
      ['/units/0/factors/x~1y~0z'],
    ],
    [
      'a negative factor',
      given({}, [unit('a', { factors: { base: rational(-1) } })]),
      ['/units/0/factors/base'],
    ],
    [
      'a factor named like a built-in of the language',
      given({ factors: [{ id: 'constructor', ...one }] }, [unit('a', { factors: {} })]),
      ['/units/0/factors/constructor'],
    ],
    [
      'a unit without a score',
      performing(grades(1, 1, 1, 1), unit('a', { score: undefined }), unit('b')),
      ['/units/0/score'],
    ],
    [
      'a score above 100',
      performing(grades(1, 1, 1, 1), unit('a', { score: rational(10001, 100) })),
      ['/units/0/score'],
    ],
    ['a score below 0', given({}, [unit('a', { score: rational(-1) })]), ['/units/0/score']],
    [
      'no last part under a maximum change',
      given({ maximumChange: { parts: 1n } }, [unit('a', { lastPart: undefined })]),
      ['/units/0/lastPart'],
    ],
    [
      'no last part under phase-in',
      given({ phaseIn: rational(1) }, [unit('a', { lastPart: undefined })]),
      ['/units/0/lastPart'],
    ],
    [
      'last parts of 0 under phase-in',
      given({ phaseIn: rational(1) }, [unit('a', { lastPart: 0n })]),
      ['/units'],
    ],
    [
      'negative whole parts',
      given({}, [unit('a', { lastPart: -1n, kept: -1n, floor: -1n, cap: -1n })]),
      ['/units/0/lastPart', '/units/0/kept', '/units/0/floor', '/units/0/cap'],
    ],
    ['a unit twice', given({}, [unit('a'), unit('b'), unit('a')]), ['/units/2/id']],
    ['no units', given({}, []), ['/units']],
    ['no factors', given({ factors: [] }, [unit('a', { factors: {} })]), ['/policy/factors']],
    ['no factors, said once and not again of each unit', given({ factors: [] }), ['/policy/factors']],
    [
      'no factors, and what else is wrong with a unit',
      given({ factors: [] }, [unit('a', { kept: -1n })]),
      ['/policy/factors', '/units/0/kept'],
    ],
    ['factor weights all 0', given({ factors: [{ id: 'base', weight: rational(0) }] }), ['/policy/factors']],
    [
      'a negative factor weight',
      given({ factors: [{ id: 'base', weight: rational(-1) }] }),
      ['/policy/factors/0/weight'],
    ],
    [
      'a factor twice',
      given({
        factors: [
          { id: 'base', ...one },
          { id: 'base', ...one },
        ],
      }),
      ['/policy/factors/1/id'],
    ],
    ['a factor that is 0 for all', given({}, [unit('a', { factors: { base: rational(0) } })]), ['/units']],
    [
      'an amount that is no multiple of its unit',
      given({}, undefined, { fen: 15n, unitFen: 10n }),
      ['/pool/fen'],
    ],
    ['a pool of no posts', given({}, undefined, { posts: 0n, fenPerPost: 1n }), ['/pool/posts']],
    ['posts of no money', given({}, undefined, { posts: 1n, fenPerPost: 0n }), ['/pool/fenPerPost']],
    ['a pool of no money', given({}, undefined, { fen: 0n, unitFen: 1n }), ['/pool/fen']],
    ['a negative pool', given({}, undefined, { fen: -10n, unitFen: 10n }), ['/pool/fen']],
    ['units of no money', given({}, undefined, { fen: 1n, unitFen: 0n }), ['/pool/unitFen']],
    [
      'a pool beyond what is held exactly',
      given({}, undefined, { posts: 2n ** 30n, fenPerPost: 2n ** 30n }),
      ['/pool/posts'],
    ],
    [
      'scores that sum to 0 under add',
      performing({ mode: 'add', weight: rational(1, 5) }, unit('a', { score: rational(0) })),
      ['/units'],
    ],
    [
      'an added weight above 1',
      performing({ mode: 'add', weight: rational(6, 5) }),
      ['/policy/performance/weight'],
    ],
    [
      'a negative added weight',
      performing({ mode: 'add', weight: rational(-1) }),
      ['/policy/performance/weight'],
    ],
    [
      'coefficients that rise as the grade falls',
      performing(grades(1, 2, 1, 2)),
      ['/policy/performance/coefficients/good', '/policy/performance/coefficients/poor'],
    ],
    ['a negative coefficient', performing(grades(1, 1, 1, -1)), ['/policy/performance/coefficients/poor']],
    [
      'coefficients that leave no share',
      performing(grades(1, 1, 1, 0), unit('a', { score: rational(50) })),
      ['/units'],
    ],
    ['a line whose scores are equal', performing(line(60, 1, 60, 2)), ['/policy/performance/from/score']],
    ['a line whose scores fall', performing(line(61, 1, 60, 2)), ['/policy/performance/from/score']],
    [
      'a line whose coefficients fall',
      performing(line(60, 2, 100, 1)),
      ['/policy/performance/from/coefficient'],
    ],
    [
      'a line with a negative coefficient',
      performing(line(60, -1, 100, 1)),
      ['/policy/performance/from/coefficient'],
    ],
    ['a phase-in of 0', given({ phaseIn: rational(0) }), ['/policy/phaseIn']],
    ['a phase-in above 1', given({ phaseIn: rational(4, 3) }), ['/policy/phaseIn']],
    ['a negative maximum change', given({ maximumChange: { parts: -1n } }), ['/policy/maximumChange/parts']],
    [
      'a negative ratio of change',
      given({ maximumChange: { ratio: rational(-1) } }),
      ['/policy/maximumChange/ratio'],
    ],
    ['a floor above its cap', given({}, [unit('a', { floor: 6n, cap: 5n }), unit('b')]), ['/units/0/floor']],
    [
      'a floor beyond the maximum change',
      given({ maximumChange: { parts: 1n } }, [unit('a'), unit('b', { floor: 7n })]),
      ['/units/1/floor'],
    ],
    [
      'a cap below the maximum change',
      given({ maximumChange: { parts: 1n } }, [unit('a'), unit('b', { cap: 3n })]),
      ['/units/1/cap'],
    ],
    ['kept parts above the cap', given({}, [unit('a', { kept: 6n, cap: 5n }), unit('b')]), ['/units/0/kept']],
    ['kept parts above the pool', given({}, [unit('a', { kept: 6n }), unit('b', { kept: 5n })]), ['/units']],
    ['floors above the pool', given({}, [unit('a', { floor: 6n }), unit('b', { floor: 5n })]), ['/units']],
    [
      'a floor that what is not kept cannot meet',
      given({}, [unit('a', { kept: 5n }), unit('b', { floor: 8n })]),
      ['/units'],
    ],
    ['one floor above the pool', given({}, [unit('a', { floor: 11n }), unit('b')]), ['/units']],
    ['caps below the pool', given({}, [unit('a', { cap: 4n }), unit('b', { cap: 5n })]), ['/units']],
    [
      'a maximum change that the pool outgrows',
      given({ maximumChange: { parts: 1n } }, undefined, { posts: 13n, fenPerPost: 1n }),
      ['/units'],
    ],
    [
      'Hill with fewer parts than units',
      given({ method: 'hill' }, undefined, { posts: 1n, fenPerPost: 1n }),
      ['/units'],
    ],
  ])('%s points at the fault', (_, input, expected) => {
    expect(refusals(input).map(({ pointer }) => pointer)).toEqual(expected);
  });

  it('names the unit, says what is wrong and what to do, in both languages', () => {
    expect(refusals(given({}, [unit('红塔区', { factors: {} })]))[0]?.detail).toEqual({
      zh: '单位“红塔区”缺少因素“base”的数据，不能按 0 计，请补报',
      en: 'Unit "红塔区" lacks factor "base", which never counts as 0; supply it',
    });
  });

  const unrelated = (length: number, figures: (figure: Rational) => Partial<AllocationUnit>) =>
    Array.from({ length }, (_, index) => {
      const figure = rational(1n, 10n ** 390n + BigInt(index));
      return unit(`u${index}`, figures(figure));
    });

  it('refuses thousands of factor figures whose common denominator no one could wait for, at the first too long', () => {
    const units = unrelated(5000, (figure) => ({ factors: { 'a/b': figure } }));
    const policy = { factors: [{ id: 'a/b', weight: rational(1) }] };
    expect(refusals(given(policy, units))).toEqual([
      {
        pointer: '/units/5/factors/a~1b',
        detail: {
          zh: '单位“u5”的因素“a/b”使各项数据化为同一分母后的位数超过 2000 位，无法在合理时间内精确计算，请将数据四舍五入为几位小数',
          en: 'With factor "a/b" of unit "u5" the figures have more than 2000 digits over their common denominators, too long to be computed exactly in reasonable time; round the figures to a few decimals',
        },
      },
    ]);
  });

  it('counts the scores where they decide, and the weights of the factors', () => {
    const units = unrelated(5000, (score) => ({ score }));
    const pointersOf = (input: AllocationInput) => refusals(input).map(({ pointer }) => pointer);
    expect(pointersOf(performing({ mode: 'add', weight: rational(1, 5) }, ...units))).toEqual([
      '/units/5/score',
    ]);
    expect(pointersOf(given({}, units))).toEqual([]);
    const ids = Array.from({ length: 6 }, (_, index) => `f${index}`);
    const factors = ids.map((id, index) => ({ id, weight: rational(1n, 10n ** 390n + BigInt(index)) }));
    const plain = unrelated(5000, () => ({
      factors: Object.fromEntries(ids.map((id) => [id, rational(1)])),
    }));
    expect(pointersOf(given({ factors }, plain))).toEqual(['/policy/factors/5/weight']);
  });
});
