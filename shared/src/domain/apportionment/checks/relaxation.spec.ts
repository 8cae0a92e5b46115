import fc from 'fast-check';
import type { ApportionmentMethod, ApportionmentProblem } from '../apportionment';
import { smallestRelaxation, type Relaxation } from './relaxation';
import { infeasibilitiesOf } from '../solve';

const METHODS: readonly ApportionmentMethod[] = ['hamilton', 'webster', 'jefferson', 'hill', 'adams'];

const given = (changes: Partial<ApportionmentProblem>): ApportionmentProblem => {
  const weights = changes.weights ?? [1n, 2n];
  const total = changes.total ?? 10n;
  return {
    total,
    weights,
    floors: weights.map(() => 0n),
    caps: weights.map(() => total),
    precedence: weights.map((_, unit) => unit),
    ...changes,
  };
};
/** The question once its bounds have given way. */
function relaxed(problem: ApportionmentProblem, { kind, amount, units }: Relaxation): ApportionmentProblem {
  const by = (unit: number) => units.find((one) => one.unit === unit)?.by ?? 0n;
  if (kind === 'raiseTotal') return { ...problem, total: problem.total + amount };
  return kind === 'raiseCaps'
    ? { ...problem, caps: problem.caps.map((cap, unit) => cap + by(unit)) }
    : { ...problem, floors: problem.floors.map((floor, unit) => floor - by(unit)) };
}
/** The same relaxation with one part less somewhere. */
const withOneLess = (relaxation: Relaxation): readonly Relaxation[] =>
  relaxation.kind === 'raiseTotal'
    ? [{ ...relaxation, amount: relaxation.amount - 1n }]
    : relaxation.units.map(({ unit }) => ({
        ...relaxation,
        units: relaxation.units.map((one) => (one.unit === unit ? { unit, by: one.by - 1n } : one)),
      }));

/** Caps above 0, because no total helps a weight whose cap leaves no room for its first part. */
const problems: fc.Arbitrary<ApportionmentProblem> = fc
  .record({
    units: fc.array(fc.record({ weight: fc.nat(4), floor: fc.nat(6), cap: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
    total: fc.nat(20),
  })
  .map(({ units, total }) =>
    given({
      total: BigInt(total),
      weights: units.map(({ weight }) => BigInt(weight)),
      floors: units.map(({ floor }) => BigInt(floor)),
      caps: units.map(({ cap }) => BigInt(cap)),
    }),
  );

describe('the smallest relaxation', () => {
  it.each<[string, Partial<ApportionmentProblem>, ApportionmentMethod, Relaxation | null]>([
    ['nothing where there is a split', {}, 'hamilton', null],
    ['nothing where no weight is left to split by', { weights: [0n, 0n] }, 'hamilton', null],
    [
      'the largest floors, as few as can',
      { weights: [1n, 1n, 1n], floors: [4n, 7n, 5n] },
      'hamilton',
      { kind: 'lowerFloors', amount: 6n, units: [{ unit: 1, by: 6n }] },
    ],
    [
      'several floors where one does not suffice',
      { weights: [1n, 1n, 1n], floors: [4n, 7n, 5n], caps: [9n, 9n, 9n], total: 3n },
      'webster',
      {
        kind: 'lowerFloors',
        amount: 13n,
        units: [
          { unit: 1, by: 7n },
          { unit: 2, by: 5n },
          { unit: 0, by: 1n },
        ],
      },
    ],
    [
      'equal floors in the order of precedence',
      { floors: [6n, 6n], precedence: [1, 0] },
      'hamilton',
      { kind: 'lowerFloors', amount: 2n, units: [{ unit: 1, by: 2n }] },
    ],
    [
      'the cap of the largest weight',
      { caps: [3n, 4n] },
      'hamilton',
      { kind: 'raiseCaps', amount: 3n, units: [{ unit: 1, by: 3n }] },
    ],
    [
      'each floor above its cap',
      { weights: [1n, 1n, 1n], floors: [3n, 1n, 4n], caps: [1n, 9n, 3n] },
      'hamilton',
      {
        kind: 'floorsOrCaps',
        amount: 3n,
        units: [
          { unit: 0, by: 2n },
          { unit: 2, by: 1n },
        ],
      },
    ],
    [
      'no floor below the first part of Hill',
      { total: 3n, floors: [1n, 3n] },
      'hill',
      { kind: 'lowerFloors', amount: 1n, units: [{ unit: 1, by: 1n }] },
    ],
    [
      'the total, where there are more first parts than that',
      { total: 1n, floors: [0n, 2n], caps: [5n, 5n] },
      'adams',
      { kind: 'raiseTotal', amount: 2n, units: [] },
    ],
  ])('names %s', (_, changes, method, expected) => {
    expect(smallestRelaxation(given(changes), method)).toEqual(expected);
  });

  it.each(METHODS)(
    '%s: is null for what can be split and for what has no weight, and for nothing else',
    (method) => {
      fc.assert(
        fc.property(problems, (problem) => {
          const reasons = infeasibilitiesOf(problem, method);
          const isNull = reasons.every(({ kind }) => kind === 'noWeight');
          expect(smallestRelaxation(problem, method) === null).toBe(isNull);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(METHODS)('%s: makes a split possible, one part less does not, and no fewer units can', (method) => {
    fc.assert(
      fc.property(problems, (problem) => {
        const relaxation = smallestRelaxation(problem, method);
        if (!relaxation) return;
        const left = (one: Relaxation) => infeasibilitiesOf(relaxed(problem, one), method);
        const isDone = (one: Relaxation) =>
          relaxation.kind === 'floorsOrCaps'
            ? !left(one).some(({ kind }) => kind === 'floorAboveCap')
            : left(one).length === 0;
        expect(isDone(relaxation)).toBe(true);
        withOneLess(relaxation).forEach((less) => expect(isDone(less)).toBe(false));
        if (relaxation.kind !== 'lowerFloors') return;
        // Any set with one unit fewer, its floors dropped altogether, still leaves too much.
        for (let set = 0; set < 2 ** problem.floors.length; set += 1) {
          const chosen = problem.floors.flatMap((by, unit) => ((set >> unit) & 1 ? [{ unit, by }] : []));
          if (chosen.length < relaxation.units.length)
            expect(isDone({ ...relaxation, units: chosen })).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});
