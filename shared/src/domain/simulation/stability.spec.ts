import * as fc from 'fast-check';
import { allocate } from '../allocation/allocate';
import { rational, ZERO } from '../numbers/rational';
import { givenAllocation, givenSettings, NINE, type GivenUnit } from './given-allocation';
import { keepSplit } from './keep-split';
import { examineStability, type Stability } from './stability';
import { MOST_RUNS } from './stability-settings';

const examined = (...parameters: Parameters<typeof examineStability>): Stability => {
  const outcome = examineStability(...parameters);
  if (!outcome.ok) throw new Error(outcome.refusals.map(({ detail }) => detail.en).join());
  return outcome.value;
};

const pointers = (...parameters: Parameters<typeof examineStability>): readonly string[] => {
  const outcome = examineStability(...parameters);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
};

describe('the split that stays', () => {
  it('is last year’s where its sum is the pool and the bounds allow it', () => {
    expect(keepSplit(givenAllocation(NINE))).toEqual({
      ok: true,
      value: NINE.map(([, last]) => BigInt(last)),
    });
  });

  it('spreads a pool of another size by last year’s parts', () => {
    const three: GivenUnit[] = [
      ['a', 10, '80'],
      ['b', 6, '80'],
      ['c', 4, '80'],
    ];
    expect(keepSplit(givenAllocation(three, {}, 22))).toEqual({ ok: true, value: [11n, 7n, 4n] });
  });

  it('is raised where people stand on more posts than a unit had', () => {
    const input = givenAllocation(
      [
        ['a', 10, '80'],
        ['b', 6, '80'],
      ],
      { maximumChange: { parts: 3n } },
    );
    const units = input.units.map((unit) => (unit.id === 'b' ? { ...unit, floor: 8n } : unit));
    expect(keepSplit({ ...input, units })).toEqual({ ok: true, value: [8n, 8n] });
  });
});

describe('the examination of a split', () => {
  it('gives exactly this for this seed, on every machine', () => {
    const { units } = examined(givenAllocation(NINE), givenSettings({ runs: 10_000 }));
    expect(units.hongta).toEqual({
      keptPart: 25,
      part: 26,
      directionHeld: 8876,
      distribution: [
        { part: 25, fen: 30_000_000, runs: 1124 },
        { part: 26, fen: 31_200_000, runs: 8876 },
      ],
    });
    expect(Object.values(units).map(({ directionHeld }) => directionHeld)).toEqual([
      8876, 9881, 9777, 9939, 9762, 9660, 8752, 9605, 9940,
    ]);
  });

  it('does not depend on the order in which the units are given', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...NINE], { minLength: 9 }), (shuffled) => {
        const settings = givenSettings({ runs: 50 });
        expect(examined(givenAllocation(shuffled), settings).units).toEqual(
          examined(givenAllocation(NINE), settings).units,
        );
      }),
      { numRuns: 20 },
    );
  });

  it('finds every direction certain where no error is supposed', () => {
    const { units } = examined(givenAllocation(NINE), givenSettings({ scoreError: ZERO, runs: 20 }));
    for (const unit of Object.values(units)) {
      expect(unit).toMatchObject({ directionHeld: 20, distribution: [{ part: unit.part, runs: 20 }] });
    }
  });

  it('finds every direction certain where the policy does not look at scores', () => {
    const { units } = examined(givenAllocation(NINE, { performance: { mode: 'none' } }), givenSettings());
    expect(Object.values(units).every(({ directionHeld }) => directionHeld === 2000)).toBe(true);
  });

  it('moves with the weights of the factors where they are uncertain', () => {
    const input = givenAllocation(NINE, {
      factors: [
        { id: 'lastPosts', weight: rational(1, 2) },
        { id: 'offices', weight: rational(1, 2) },
      ],
      performance: { mode: 'none' },
    });
    const units = input.units.map((unit, index) => ({
      ...unit,
      factors: { ...unit.factors, offices: rational([11, 7, 6, 9, 5, 7, 8, 12, 10][index] ?? 1) },
    }));
    const settings = givenSettings({ weightUncertainty: rational(1, 2), scoreError: ZERO });
    const swayed = examined({ ...input, units }, settings);
    expect(Object.values(swayed.units).some(({ directionHeld }) => directionHeld < 2000)).toBe(true);
    const { weightUncertainty, ...sure } = settings;
    expect(weightUncertainty).toBeDefined();
    const unmoved = examined({ ...input, units }, sure);
    expect(Object.values(unmoved.units).every(({ directionHeld }) => directionHeld === 2000)).toBe(true);
  });

  it('sways the weight of the scores where they are added', () => {
    const input = givenAllocation(NINE, { performance: { mode: 'add', weight: rational(3, 10) } });
    const settings = givenSettings({ scoreError: ZERO, weightUncertainty: rational(9, 10) });
    const { units } = examined(input, settings);
    expect(Object.values(units).some(({ distribution }) => distribution.length > 1)).toBe(true);
  });

  it('counts a run without any share as one without a split, in which no direction holds', () => {
    const input = givenAllocation(
      [
        ['a', 5, '0.5'],
        ['b', 5, '0.5'],
      ],
      { performance: { mode: 'add', weight: rational(1) } },
    );
    const { withoutSplit, units } = examined(input, givenSettings({ runs: 400 }));
    expect(withoutSplit).toBeGreaterThan(0);
    const counted = units.a?.distribution.reduce((sum, { runs }) => sum + runs, 0) ?? 0;
    expect(counted + withoutSplit).toBe(400);
  });

  const scores = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));
  const random = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 2, maxLength: 6 })
    .chain((ids) =>
      fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 1, max: 30 }), scores))),
    );

  it('counts every run once for every unit, and examines the very split that allocate gives', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 0, max: 99 }), (units, seed) => {
        const input = givenAllocation(units);
        const answer = allocate(input);
        const { units: seen } = examined(input, givenSettings({ runs: 30, seed }));
        for (const [id, unit] of Object.entries(seen)) {
          expect(unit.distribution.reduce((sum, { runs }) => sum + runs, 0)).toBe(30);
          expect(unit.part).toBe(answer.ok && answer.value.parts[id]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['/stability/seed', { seed: -1 }],
    ['/stability/seed', { seed: 2 ** 32 }],
    ['/stability/seed', { seed: 0.5 }],
    ['/stability/runs', { runs: 0 }],
    ['/stability/runs', { runs: MOST_RUNS + 1 }],
    ['/stability/scoreError', { scoreError: rational(-1) }],
    ['/stability/scoreError', { scoreError: rational(101) }],
    ['/stability/weightUncertainty', { weightUncertainty: rational(-1, 10) }],
    ['/stability/weightUncertainty', { weightUncertainty: rational(1) }],
    // Rounded it would be 1, or nothing at all.
    ['/stability/weightUncertainty', { weightUncertainty: rational(9996, 10_000) }],
    ['/stability/weightUncertainty', { weightUncertainty: rational(4, 10_000) }],
  ])('refuses a setting out of range at %s', (pointer, changes) => {
    expect(pointers(givenAllocation(NINE), givenSettings(changes))).toEqual([pointer]);
  });

  it('refuses what allocate refuses, and a unit whose direction cannot be told', () => {
    const { maximumChange: _, ...policy } = givenAllocation(NINE).policy;
    const input = { ...givenAllocation(NINE), policy };
    const units = input.units.map(({ lastPart, ...unit }) =>
      unit.id === 'yimen' ? unit : { ...unit, lastPart },
    );
    expect(pointers({ ...input, units: units }, givenSettings())).toEqual(['/units/5/lastPart']);
    expect(pointers({ ...input, units: [] }, givenSettings())).toEqual(['/units']);
  });
});
