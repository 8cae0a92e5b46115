import fc from 'fast-check';
import { compare, rational, type Rational } from '../../numbers/rational';
import { apportion, type ApportionmentAnswer } from '../apportion';
import type { ApportionmentMethod, ApportionmentProblem, Tie } from '../apportionment';
import { losersOf } from './one-more';
import { quotaBreaksOf } from './quota-check';
import { infeasibilitiesOf, solve } from '../solve';

const METHODS: readonly ApportionmentMethod[] = ['hamilton', 'webster', 'jefferson', 'hill', 'adams'];
const DIVISOR_METHODS = METHODS.filter((method) => method !== 'hamilton');

/** Small weights that are often equal or 0, with bounds that bite, so that ties and paradoxes happen. */
const anyProblem: fc.Arbitrary<ApportionmentProblem> = fc
  .record({
    units: fc.array(
      fc.record({
        weight: fc.nat(14),
        floor: fc.constantFrom(0, 0, 0, 1, 3),
        room: fc.constantFrom(0, 2, 9, 40),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    total: fc.nat(40),
  })
  .map(({ units, total }) => ({
    total: BigInt(total),
    weights: units.map(({ weight }) => BigInt(weight)),
    floors: units.map(({ floor }) => BigInt(floor)),
    caps: units.map(({ floor, room }) => BigInt(floor + room)),
    precedence: units.map((_, unit) => unit),
  }));
const feasible = (method: ApportionmentMethod, extra = 0n): fc.Arbitrary<ApportionmentProblem> =>
  anyProblem.filter((problem) =>
    [problem, { ...problem, total: problem.total + extra }].every(
      (one) => infeasibilitiesOf(one, method).length === 0,
    ),
  );

function answer(problem: ApportionmentProblem, method: ApportionmentMethod): ApportionmentAnswer {
  const { total, weights, floors, caps } = problem;
  const exact = weights.map((weight) => rational(weight));
  const outcome = apportion({ total, weights: exact, floors, caps, method }, { explain: true });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

describe('the quota check', () => {
  it('never finds anything against largest remainder', () => {
    fc.assert(
      fc.property(feasible('hamilton'), (problem) => {
        expect(quotaBreaksOf(problem, solve(problem, 'hamilton').parts)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(METHODS)(
    '%s: without bounds, finds exactly the parts off total × weight ÷ sum by a part or more',
    (method) => {
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }),
          fc.integer({ min: 6, max: 60 }),
          (plain, total) => {
            const weights = plain.map(BigInt);
            const problem = {
              total: BigInt(total),
              weights,
              floors: weights.map(() => 0n),
              caps: weights.map(() => BigInt(total)),
              precedence: plain.map((_, unit) => unit),
            };
            const { parts } = solve(problem, method);
            const off = plain.flatMap((weight, unit) => {
              const difference = BigInt(total) * BigInt(weight) - (parts[unit] ?? 0n) * sum(weights);
              return (difference < 0n ? -difference : difference) >= sum(weights) ? [unit] : [];
            });
            expect(quotaBreaksOf(problem, parts).map(({ unit }) => unit)).toEqual(off);
          },
        ),
        { numRuns: 500 },
      );
    },
  );
});

describe('one part more', () => {
  it.each(DIVISOR_METHODS)('%s: costs nobody a part', (method) => {
    fc.assert(
      fc.property(feasible(method, 1n), (problem) => {
        const more = { ...problem, total: problem.total + 1n };
        expect(losersOf(solve(problem, method).parts, solve(more, method).parts)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('Hamilton: is warned of exactly when it costs somebody a part, who is then named', () => {
    fc.assert(
      fc.property(feasible('hamilton'), (problem) => {
        const { parts, explanation } = answer(problem, 'hamilton');
        const more = { ...problem, total: problem.total + 1n };
        if (infeasibilitiesOf(more, 'hamilton').length > 0) {
          expect(explanation).toMatchObject({ oneMore: null, warnings: [] });
          return;
        }
        const then = answer(more, 'hamilton').parts;
        const losers = parts.flatMap((part, unit) => ((then[unit] ?? 0) < part ? [unit] : []));
        expect(explanation?.oneMore).toEqual({ parts: then, losers });
        expect(explanation?.warnings.map(({ kind }) => kind)).toEqual(
          losers.length > 0 ? ['houseParadox'] : [],
        );
        for (const unit of losers)
          expect(explanation?.warnings[0]?.message.en).toContain(
            `unit ${unit + 1} (${parts[unit]} → ${then[unit]})`,
          );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the ties of an apportionment, found a second time from the parts', () => {
  /** The units whose claim equals that of the last part given, where one of them goes without. */
  function tieFrom(
    held: readonly (Rational | null)[],
    wanting: readonly (Rational | null)[],
  ): Pick<Tie, 'units' | 'awardedTo'> | null {
    const order = (a: Rational, b: Rational) => compare(a, b);
    const last = held.filter((claim) => claim !== null).sort(order)[0];
    const next = wanting
      .filter((claim) => claim !== null)
      .sort(order)
      .at(-1);
    if (!last || !next || compare(last, next) !== 0) return null;
    const equal = (claims: readonly (Rational | null)[]) =>
      claims.flatMap((claim, unit) => (claim && compare(claim, last) === 0 ? [unit] : []));
    const awardedTo = equal(held);
    return { units: [...awardedTo, ...equal(wanting)].sort((a, b) => a - b), awardedTo };
  }
  const squaredSignpost = (method: ApportionmentMethod, held: bigint): Rational => {
    if (method === 'webster') return rational((2n * held + 1n) ** 2n, 4n);
    if (method === 'jefferson') return rational((held + 1n) ** 2n);
    return rational(method === 'adams' ? held ** 2n : held * (held + 1n));
  };

  it.each(DIVISOR_METHODS)(
    '%s: no tie is missing and none is made up, across floors, caps and zero weights',
    (method) => {
      fc.assert(
        fc.property(feasible(method), (problem) => {
          const { parts, ties } = solve(problem, method);
          const first = method === 'hill' || method === 'adams' ? 1n : 0n;
          const claim = (unit: number, held: bigint): Rational => {
            const signpost = squaredSignpost(method, held);
            return rational((problem.weights[unit] ?? 0n) ** 2n * signpost.denominator, signpost.numerator);
          };
          const floor = (unit: number): bigint => {
            const own = problem.floors[unit] ?? 0n;
            return (problem.weights[unit] ?? 0n) > 0n && own < first && (problem.caps[unit] ?? 0n) > 0n
              ? first
              : own;
          };
          const held = parts.map((part, unit) => (part > floor(unit) ? claim(unit, part - 1n) : null));
          const wanting = parts.map((part, unit) =>
            (problem.weights[unit] ?? 0n) > 0n && part < (problem.caps[unit] ?? 0n)
              ? claim(unit, part)
              : null,
          );
          const expected = tieFrom(held, wanting);
          expect(ties.map(({ units, awardedTo }) => ({ units, awardedTo }))).toEqual(
            expected ? [expected] : [],
          );
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('Hamilton: no tie is missing and none is made up, across floors, caps and zero weights', () => {
    fc.assert(
      fc.property(feasible('hamilton'), (problem) => {
        const { parts, ties, working } = solve(problem, 'hamilton');
        const remainders = working().map((one) => {
          if (one.kind !== 'quota') throw new Error('Hamilton works with quotas.');
          const { numerator, denominator } = one.quota;
          return rational(numerator % denominator, denominator);
        });
        const part = (isUp: boolean) =>
          working().map((one, unit) =>
            one.kind === 'quota' && one.roundedUp === isUp && (remainders[unit]?.numerator ?? 0n) > 0n
              ? (remainders[unit] ?? null)
              : null,
          );
        const expected = tieFrom(part(true), part(false));
        expect(ties.map(({ units, awardedTo }) => ({ units, awardedTo }))).toEqual(
          expected ? [expected] : [],
        );
        expect(sum(parts)).toBe(problem.total);
      }),
      { numRuns: 1000 },
    );
  });
});
