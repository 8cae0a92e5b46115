import * as fc from 'fast-check';
import { allocate } from '../allocation/allocate';
import type { AllocationInput, PerformancePolicy } from '../allocation/allocation';
import { add, compare, parseDecimal, printExact, rational, ZERO, type Rational } from '../numbers/rational';
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
      { numRuns: 12 },
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

  it('move a part at exactly that thousandth, and none at one less', () => {
    const input = twoFactors();
    const edges = nearestWeightEdges(input);
    if (!edges.ok) throw new Error('refused');
    const { rise, fall } = edges.value.offices ?? { rise: null, fall: null };
    const at = (change: Rational) => {
      const offices = add(rational(1, 4), change);
      return partsOf({
        ...input,
        policy: {
          ...input.policy,
          factors: [
            { id: 'lastPosts', weight: add(rational(1), { ...offices, numerator: -offices.numerator }) },
            { id: 'offices', weight: offices },
          ],
        },
      });
    };
    expect([rise, fall].some((edge) => edge !== null)).toBe(true);
    for (const edge of [rise, fall]) {
      if (!edge) continue;
      const base = partsOf(input);
      const moved = Object.fromEntries(
        Object.entries(at(edge.change)).flatMap(([id, part]) =>
          part === base[id] ? [] : [[id, part - (base[id] ?? 0)]],
        ),
      );
      expect(edge.moves).toEqual(moved);
      const sign = edge.change.numerator > 0n ? -1n : 1n;
      expect(at(add(edge.change, rational(sign, 1000)))).toEqual(base);
    }
  });

  it('do not exist for the only factor', () => {
    const edges = nearestWeightEdges(givenAllocation(NINE));
    expect(edges.ok && edges.value).toEqual({ lastPosts: { rise: null, fall: null } });
  });
});
