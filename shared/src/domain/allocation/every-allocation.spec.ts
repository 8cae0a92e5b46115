import fc from 'fast-check';
import { grouped } from '../numbers/grouped';
import { rational } from '../numbers/rational';
import { allocate } from './allocate';
import type { AllocationAnswer, AllocationInput, PerformancePolicy } from './allocation';

const CONTINUOUS: PerformancePolicy = {
  mode: 'continuous',
  from: { score: rational(60), coefficient: rational(9, 10) },
  to: { score: rational(100), coefficient: rational(11, 10) },
};
const GRADES: PerformancePolicy = {
  mode: 'gradeCoefficient',
  coefficients: {
    excellent: rational(11, 10),
    good: rational(1),
    fair: rational(9, 10),
    poor: rational(8, 10),
  },
};

const posts = (count: number) => ({ posts: BigInt(count), fenPerPost: 1_200_000n });

function answer(input: AllocationInput, explain = false): AllocationAnswer {
  const outcome = allocate(input, { explain });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const generated: fc.Arbitrary<AllocationInput> = fc
  .record({
    rows: fc.array(
      fc.record({
        base: fc.nat(40),
        offices: fc.nat(9),
        score: fc.nat(10000),
        last: fc.nat(20),
        kept: fc.nat(2),
        floor: fc.nat(4),
      }),
      { minLength: 2, maxLength: 8 },
    ),
    extra: fc.nat(60),
    performance: fc.constantFrom<PerformancePolicy>({ mode: 'none' }, CONTINUOUS, GRADES, {
      mode: 'add',
      weight: rational(3, 10),
    }),
    method: fc.constantFrom('hamilton', 'hamilton', 'webster', 'jefferson', 'hill', 'adams'),
    phaseIn: fc.constantFrom(undefined, rational(1, 3), rational(1)),
  })
  .map(({ rows, extra, performance, method, phaseIn }) => ({
    // Hill and Adams also give each unit a first part.
    pool: posts(rows.reduce((sum, { kept, floor }) => sum + Math.max(kept, floor) + 1, 0) + extra + 1),
    units: rows.map((row, index) => ({
      id: `unit-${index}`,
      factors: { base: rational(row.base + (index === 0 ? 1 : 0)), offices: rational(row.offices + 1) },
      score: rational(row.score + (index === 0 && row.score === 0 ? 1 : 0), 100),
      lastPart: BigInt(row.last + (index === 0 ? 1 : 0)),
      kept: BigInt(row.kept),
      floor: BigInt(row.floor),
    })),
    policy: {
      factors: [
        { id: 'base', weight: rational(2, 3) },
        { id: 'offices', weight: rational(1, 3) },
      ],
      performance,
      method: method,
      ...(phaseIn ? { phaseIn } : {}),
    },
  }));

describe('every allocation', () => {
  it('sums to the pool in parts and in money, and holds its floors and kept parts', () => {
    fc.assert(
      fc.property(generated, (input) => {
        const { parts, fen } = answer(input);
        const pool = 'posts' in input.pool ? Number(input.pool.posts) : NaN;
        expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBe(pool);
        expect(Object.values(fen).reduce((a, b) => a + b, 0)).toBe(pool * 1_200_000);
        for (const { id, floor = 0n, kept = 0n } of input.units) {
          expect(parts[id]).toBeGreaterThanOrEqual(Math.max(Number(floor), Number(kept)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same whatever the order of units and factors', () => {
    fc.assert(
      fc.property(generated, (input) => {
        const turned = {
          ...input,
          units: [...input.units].reverse(),
          policy: { ...input.policy, factors: [...input.policy.factors].reverse() },
        };
        expect(answer(turned, true)).toEqual({ ...answer(input, true), explanation: expect.anything() });
      }),
      { numRuns: 300 },
    );
  });

  it('warns of one post more exactly when it costs a unit a post: Hamilton at times, divisor methods never', () => {
    fc.assert(
      fc.property(generated, (input) => {
        const { parts, warnings } = answer(input);
        const larger =
          'posts' in input.pool ? answer({ ...input, pool: posts(Number(input.pool.posts) + 1) }) : null;
        const losers = Object.keys(parts).filter((id) => (larger?.parts[id] ?? 0) < (parts[id] ?? 0));
        const warned = warnings.filter(({ kind }) => kind === 'houseParadox');
        expect(warned).toHaveLength(losers.length > 0 ? 1 : 0);
        for (const id of losers)
          expect(warned[0]?.message.zh).toContain(`“${id}”由 ${parts[id]} 减为 ${larger?.parts[id]}`);
        if (input.policy.method !== 'hamilton') expect(losers).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('warns of a broken quota never under largest remainder, and of each unit once under the others', () => {
    fc.assert(
      fc.property(generated, (input) => {
        const units = answer(input).warnings.flatMap(({ kind, unit }) =>
          kind === 'quotaBroken' ? [unit] : [],
        );
        if (input.policy.method === 'hamilton') expect(units).toEqual([]);
        expect(new Set(units).size).toBe(units.length);
      }),
      { numRuns: 300 },
    );
  });

  it('warns that performance moves nothing exactly when the parts without it are the same', () => {
    fc.assert(
      fc.property(generated, (input) => {
        const { parts, warnings } = answer(input);
        const without = answer({ ...input, policy: { ...input.policy, performance: { mode: 'none' } } });
        const isSame = Object.keys(parts).every((id) => parts[id] === without.parts[id]);
        const isWarned = warnings.some(({ kind }) => kind === 'performanceMovesNothing');
        expect(isWarned).toBe(isSame && input.policy.performance.mode !== 'none');
      }),
      { numRuns: 500 },
    );
  });

  it('is plain data: written as JSON and read again it is the same', () => {
    fc.assert(
      fc.property(generated, (input) => {
        const given = answer(input, true);
        expect(JSON.parse(JSON.stringify(given))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the scale of a factor, nor on that of the factor weights', () => {
    fc.assert(
      fc.property(
        generated,
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 99 }),
        (input, up, down) => {
          const scaled = {
            ...input,
            units: input.units.map((one) => ({
              ...one,
              factors: {
                ...one.factors,
                base: rational((one.factors.base?.numerator ?? 0n) * BigInt(up), down),
              },
            })),
            policy: {
              ...input.policy,
              factors: input.policy.factors.map(({ id, weight }) => ({
                id,
                weight: rational(weight.numerator * BigInt(up), weight.denominator * BigInt(down)),
              })),
            },
          };
          const { parts, ties } = answer(scaled);
          expect({ parts, ties }).toEqual({ parts: answer(input).parts, ties: answer(input).ties });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('walks from last year to this year in printed lines that add up to the change', () => {
    fc.assert(
      fc.property(generated, (input) => {
        const { parts, explanation } = answer(input, true);
        for (const { id, lastPart = 0n } of input.units) {
          const sentence = explanation?.[id]?.reason.zh ?? '';
          const lines = [...sentence.matchAll(/[+−]\d+\.\d\d/g)].map(([text]) =>
            Math.round(Number(text.replace('−', '-')) * 100),
          );
          expect(lines.reduce((a, b) => a + b, 0)).toBe(100 * ((parts[id] ?? 0) - Number(lastPart)));
          expect(explanation?.[id]?.steps.at(-1)?.result).toBe(`${grouped((parts[id] ?? 0) * 12000)}.00`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
