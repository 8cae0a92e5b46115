import * as fc from 'fast-check';
import { allocate } from '../allocation/allocate';
import type { AllocationInput, PerformancePolicy } from '../allocation/allocation';
import {
  add,
  compare,
  parseDecimal,
  printExact,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '../numbers/rational';
import { givenAllocation, NINE } from './given-allocation';
import { nearestScoreEdges, nearestWeightEdges, type Edge } from './nearest-edge';

const partsOf = (input: AllocationInput): Readonly<Record<string, number>> => {
  const answer = allocate(input);
  if (!answer.ok) throw new Error('refused');
  return answer.value.parts;
};

const withScore = (input: AllocationInput, unit: number, change: Rational): AllocationInput => ({
  ...input,
  units: input.units.map((one, index) =>
    index === unit ? { ...one, score: add(one.score ?? ZERO, change) } : one,
  ),
});

/** The same question answered by trying every hundredth of a point from 0 to 100 through `allocate` itself. */
function byTrying(input: AllocationInput, unit: number, sign: 1 | -1, own: boolean): string | null {
  const base = partsOf(input);
  const { id, score = ZERO } = input.units[unit] ?? { id: '' };
  for (let steps = 1; ; steps += 1) {
    const change = rational(sign * steps, 100);
    const moved = add(score, change);
    if (moved.numerator < 0n || compare(moved, rational(100)) > 0) return null;
    const parts = partsOf(withScore(input, unit, change));
    const far = own
      ? sign * ((parts[id] ?? 0) - (base[id] ?? 0)) > 0
      : Object.keys(base).some((key) => parts[key] !== base[key]);
    if (far) return printExact(change);
  }
}

const printed = (edge: Edge | null): string | null => edge && printExact(edge.change);

const decimal = (text: string): Rational => parseDecimal(text) ?? ZERO;
const MODES: readonly PerformancePolicy[] = [
  { mode: 'none' },
  {
    mode: 'gradeCoefficient',
    coefficients: {
      excellent: decimal('1.1'),
      good: decimal('1'),
      fair: decimal('0.9'),
      poor: decimal('0.8'),
    },
  },
  {
    mode: 'continuous',
    from: { score: decimal('60'), coefficient: decimal('0.9') },
    to: { score: decimal('99.5'), coefficient: decimal('1.1') },
  },
  { mode: 'add', weight: decimal('0.2') },
];

describe('the nearest edges of a score', () => {
  it('are found in hundredths of a point: one less moves nothing', () => {
    const input = givenAllocation(NINE);
    const edges = nearestScoreEdges(input);
    if (!edges.ok) throw new Error('refused');
    expect(printed(edges.value.hongta?.fall ?? null)).toBe('-327/100');
    expect(edges.value.hongta?.fall?.moves).toEqual({ hongta: -1, eshan: 1 });
    expect(printed(edges.value.jiangchuan?.ownMore ?? null)).toBe('723/100');
    expect(edges.value.hongta?.ownMore).toBeNull();
    expect(partsOf(withScore(input, 0, rational(-326, 100)))).toEqual(partsOf(input));
  });

  it('agree with trying every hundredth from end to end, in every mode and method', () => {
    const policies = fc.record({
      performance: fc.constantFrom(...MODES),
      method: fc.constantFrom('hamilton', 'webster', 'jefferson'),
    });
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 10_000 })), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(rows, policies, fc.constantFrom(0, 1), (given, policy, unit) => {
        const input = givenAllocation(
          given.map(([last, score], index) => [`u${index}`, last, (score / 100).toFixed(2)] as const),
          policy,
        );
        const edges = nearestScoreEdges(input);
        const found = edges.ok ? edges.value[`u${unit}`] : undefined;
        expect({
          rise: printed(found?.rise ?? null),
          fall: printed(found?.fall ?? null),
          ownMore: printed(found?.ownMore ?? null),
          ownFewer: printed(found?.ownFewer ?? null),
        }).toEqual({
          rise: byTrying(input, unit, 1, false),
          fall: byTrying(input, unit, -1, false),
          ownMore: byTrying(input, unit, 1, true),
          ownFewer: byTrying(input, unit, -1, true),
        });
      }),
      { numRuns: 6 },
    );
  });

  it('do not exist for a unit without a score', () => {
    const input = givenAllocation(NINE, { performance: { mode: 'none' } });
    const units = input.units.map(({ score: _, ...unit }) => unit);
    const edges = nearestScoreEdges({ ...input, units });
    expect(edges.ok && edges.value.hongta).toEqual({ rise: null, fall: null, ownMore: null, ownFewer: null });
  });

  it('are refused where the split itself is', () => {
    expect(nearestScoreEdges({ ...givenAllocation(NINE), units: [] }).ok).toBe(false);
    expect(nearestWeightEdges({ ...givenAllocation(NINE), units: [] }).ok).toBe(false);
  });
});

describe('the nearest edges of a weight', () => {
  const twoFactors = (): AllocationInput => {
    const input = givenAllocation(NINE, {
      factors: [
        { id: 'lastPosts', weight: rational(3) },
        { id: 'offices', weight: rational(1) },
      ],
      performance: { mode: 'none' },
    });
    const offices = [11, 7, 6, 9, 5, 7, 8, 12, 10];
    return {
      ...input,
      units: input.units.map((unit, index) => ({
        ...unit,
        factors: { ...unit.factors, offices: rational(offices[index] ?? 1) },
      })),
    };
  };

  it('are found in thousandths of all weights', () => {
    const edges = nearestWeightEdges(twoFactors());
    if (!edges.ok) throw new Error('refused');
    const { lastPosts, offices } = edges.value.factors;
    expect([printed(offices?.rise ?? null), printed(offices?.fall ?? null)]).toEqual(['1/4', '-21/250']);
    // With two factors the one rises by what the other falls.
    expect(printed(lastPosts?.fall ?? null)).toBe(`-${printed(offices?.rise ?? null)}`);
    expect(edges.value.scores).toBeNull();
  });

  /** The same question answered by trying every thousandth through `allocate` itself. */
  function byTryingWeights(
    input: AllocationInput,
    sign: 1 | -1,
    under: (share: Rational) => AllocationInput,
    share: Rational,
  ): string | null {
    const base = partsOf(input);
    for (let steps = 1; ; steps += 1) {
      const change = rational(sign * steps, 1000);
      const changed = add(share, change);
      if (changed.numerator < 0n || compare(changed, rational(1)) > 0) return null;
      const parts = partsOf(under(changed));
      if (Object.keys(base).some((id) => parts[id] !== base[id])) return printExact(change);
    }
  }

  const rows = fc.array(
    fc.record({
      last: fc.integer({ min: 1, max: 20 }),
      offices: fc.integer({ min: 1, max: 9 }),
      score: fc.integer({ min: 4000, max: 10_000 }),
    }),
    { minLength: 2, maxLength: 4 },
  );

  it('agree with trying every thousandth from end to end', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (given, tenths) => {
        const made = (share: Rational): AllocationInput => {
          const input = givenAllocation(
            given.map(({ last, score }, index) => [`u${index}`, last, (score / 100).toFixed(2)] as const),
            {
              maximumChange: { parts: 3n },
              factors: [
                { id: 'offices', weight: share },
                { id: 'lastPosts', weight: subtract(rational(1), share) },
              ],
            },
          );
          const units = input.units.map((unit, index) => ({
            ...unit,
            factors: { ...unit.factors, offices: rational(given[index]?.offices ?? 1) },
          }));
          return { ...input, units };
        };
        const share = rational(tenths, 10);
        const edges = nearestWeightEdges(made(share));
        const found = edges.ok ? edges.value.factors.offices : undefined;
        expect([printed(found?.rise ?? null), printed(found?.fall ?? null)]).toEqual([
          byTryingWeights(made(share), 1, made, share),
          byTryingWeights(made(share), -1, made, share),
        ]);
      }),
      { numRuns: 5 },
    );
  });

  it('exist for the weight of the scores where these are added', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const made = (weight: Rational): AllocationInput =>
          givenAllocation(
            given.map(({ last, score }, index) => [`u${index}`, last, (score / 100).toFixed(2)] as const),
            { maximumChange: { parts: 3n }, performance: { mode: 'add', weight } },
          );
        const share = rational(1, 5);
        const edges = nearestWeightEdges(made(share));
        const found = edges.ok ? edges.value.scores : null;
        expect([printed(found?.rise ?? null), printed(found?.fall ?? null)]).toEqual([
          byTryingWeights(made(share), 1, made, share),
          byTryingWeights(made(share), -1, made, share),
        ]);
      }),
      { numRuns: 5 },
    );
  });

  it('do not exist for the only factor', () => {
    const edges = nearestWeightEdges(givenAllocation(NINE));
    expect(edges.ok && edges.value.factors).toEqual({ lastPosts: { rise: null, fall: null } });
  });
});
