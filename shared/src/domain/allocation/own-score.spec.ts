import fc from 'fast-check';
import { compare, rational } from '../numbers/rational';
import { allocate } from './allocate';
import type { AllocationInput, AllocationPolicy, PerformancePolicy } from './allocation';
import { shareOf, shareStages } from './shares';

/** Every mode, with coefficients down to 0, and "add" up to the scores alone. */
const performance: fc.Arbitrary<PerformancePolicy> = fc.oneof(
  fc
    .integer({ min: 1, max: 10 })
    .map((tenths): PerformancePolicy => ({ mode: 'add', weight: rational(tenths, 10) })),
  fc.tuple(fc.nat(9), fc.nat(20)).map(([least, more]): PerformancePolicy => ({
    mode: 'continuous',
    from: { score: rational(20), coefficient: rational(least, 10) },
    to: { score: rational(90), coefficient: rational(least + more, 10) },
  })),
  fc.nat(8).map((poor): PerformancePolicy => ({
    mode: 'gradeCoefficient',
    coefficients: {
      excellent: rational(15, 10),
      good: rational(11, 10),
      fair: rational(8, 10),
      poor: rational(poor, 10),
    },
  })),
);
const maximumChange: fc.Arbitrary<AllocationPolicy['maximumChange']> = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 1, max: 4 }).map((parts) => ({ parts: BigInt(parts) })),
  fc.integer({ min: 1, max: 10 }).map((tenths) => ({ ratio: rational(tenths, 10) })),
);

/** Inputs with every kind of bound around last year's parts; some cannot be split. */
const anyInput: fc.Arbitrary<AllocationInput> = fc
  .record({
    rows: fc.array(
      fc.record({
        base: fc.nat(15),
        score: fc.nat(100),
        last: fc.integer({ min: 1, max: 12 }),
        kept: fc.constantFrom(0, 0, 0, 1, 2),
        below: fc.option(fc.nat(9)),
        above: fc.option(fc.nat(6)),
      }),
      { minLength: 2, maxLength: 7 },
    ),
    grown: fc.integer({ min: -3, max: 3 }),
    performance,
    maximumChange,
    phaseIn: fc.option(fc.integer({ min: 1, max: 10 })),
    method: fc.constantFrom('hamilton', 'hamilton', 'hamilton', 'webster', 'jefferson', 'hill', 'adams'),
  })
  .map(({ rows, grown, performance: mode, maximumChange: change, phaseIn, method }) => ({
    pool: {
      posts: BigInt(Math.max(1, rows.reduce((sum, { last }) => sum + last, 0) + grown)),
      fenPerPost: 1n,
    },
    units: rows.map(({ base, score, last, kept, below, above }, index) => ({
      id: `unit-${index}`,
      factors: { base: rational(index === 0 ? base + 1 : base) },
      score: rational(index === 1 ? score || 1 : score),
      lastPart: BigInt(last),
      kept: BigInt(kept),
      ...(below === null ? {} : { floor: BigInt(Math.max(0, last - below)) }),
      ...(above === null ? {} : { cap: BigInt(last + above) }),
    })),
    policy: {
      factors: [{ id: 'base', weight: rational(1) }],
      performance: mode,
      method,
      ...(change ? { maximumChange: change } : {}),
      ...(phaseIn === null ? {} : { phaseIn: rational(phaseIn, 10) }),
    },
  }));
const raised = (input: AllocationInput, more: number): AllocationInput => ({
  ...input,
  units: input.units.map((one, index) =>
    index === 0 ? { ...one, score: rational(Math.min(100, Number(one.score?.numerator ?? 0n) + more)) } : one,
  ),
});

describe("a higher score of one's own, all else equal", () => {
  it('never gives a smaller share to oneself nor a larger one to another, in any mode and with phase-in', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(100), (input, more) => {
        const [before, after] = [shareStages(input).phasedIn, shareStages(raised(input, more)).phasedIn];
        // All coefficients 0: there is no share to compare, and the split is refused.
        if (before.denominator === 0n || after.denominator === 0n) return;
        input.units.forEach((_, unit) => {
          const change = compare(shareOf(after, unit), shareOf(before, unit));
          if (unit === 0) expect(change).toBeGreaterThanOrEqual(0);
          else expect(change).toBeLessThanOrEqual(0);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never gives fewer parts, in any mode, by any method, with phase-in, kept parts and bounds', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyInput, fc.nat(100), (input, more) => {
        const [before, after] = [allocate(input), allocate(raised(input, more))];
        if (!before.ok || !after.ok) return;
        compared += 1;
        expect(after.value.parts['unit-0']).toBeGreaterThanOrEqual(before.value.parts['unit-0'] ?? 0);
      }),
      { numRuns: 3000 },
    );
    expect(compared).toBeGreaterThan(2000);
  });
});
