import * as fc from 'fast-check';
import { rational } from '../numbers/rational';
import { allocateWhereFirm } from './allocate-where-firm';
import { givenAllocation, givenSettings, NINE } from './given-allocation';
import { onlyWhereFirm } from './only-where-firm';
import type { Stability, UnitStability } from './stability';

const NINETY = rational(9, 10);

/** A unit whose parts came out so often, of 100 runs. */
const unit = (keptPart: number, part: number, came: Readonly<Record<number, number>>): UnitStability => ({
  keptPart,
  part,
  directionHeld: 0,
  distribution: Object.entries(came).map(([parts, runs]) => ({ part: Number(parts), fen: 0 as never, runs })),
});
const seen = (units: Readonly<Record<string, UnitStability>>): Stability => ({
  runs: 100,
  withoutSplit: 0,
  units,
});
const partsOf = (stability: Stability, threshold = NINETY) =>
  Object.fromEntries(Object.entries(onlyWhereFirm(stability, threshold)).map(([id, { part }]) => [id, part]));

describe('only where firm', () => {
  it('pairs the most certain loser with the firm gainer and leaves the rest where it is', () => {
    const stability = seen({
      a: unit(10, 9, { 9: 97, 10: 3 }),
      b: unit(10, 9, { 9: 91, 10: 9 }),
      c: unit(10, 11, { 11: 94, 10: 6 }),
      d: unit(10, 11, { 11: 60, 10: 40 }),
    });
    expect(partsOf(stability)).toEqual({ a: 9, b: 10, c: 11, d: 10 });
    expect(onlyWhereFirm(stability, NINETY)).toMatchObject({
      a: { verdict: 'moved', firmParts: 1 },
      b: { verdict: 'unpaired', firmParts: 1 },
      c: { verdict: 'moved' },
      d: { verdict: 'notFirm', firmParts: 0 },
    });
  });

  it('moves the second part of a change only where the second part is firm, too', () => {
    const stability = seen({
      a: unit(10, 8, { 8: 55, 9: 44, 10: 1 }),
      b: unit(10, 12, { 12: 95, 11: 5 }),
    });
    expect(partsOf(stability)).toEqual({ a: 9, b: 11 });
    expect(onlyWhereFirm(stability, NINETY).b?.verdict).toBe('unpaired');
    expect(partsOf(stability, rational(1, 2))).toEqual({ a: 8, b: 12 });
  });

  it('decides between equally certain units by the smaller id', () => {
    const loser = unit(10, 9, { 9: 95, 10: 5 });
    const stability = seen({ b: loser, a: loser, c: unit(10, 11, { 11: 99, 10: 1 }) });
    expect(partsOf(stability)).toEqual({ a: 9, b: 10, c: 11 });
  });

  it('counts exactly the threshold as firm', () => {
    const exactly = (runs: number) =>
      seen({ a: unit(1, 0, { 0: runs, 1: 100 - runs }), b: unit(1, 2, { 2: 100 }) });
    expect(partsOf(exactly(90))).toEqual({ a: 0, b: 2 });
    expect(partsOf(exactly(89))).toEqual({ a: 1, b: 1 });
  });

  it('takes no threshold of 0 or above 1', () => {
    expect(() => onlyWhereFirm(seen({}), rational(0))).toThrow(RangeError);
    expect(() => onlyWhereFirm(seen({}), rational(11, 10))).toThrow(RangeError);
  });

  const scores = fc.integer({ min: 5000, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2));

  it('always sums to the pool and stays between the split in force and the proposed one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), scores), { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 0, max: 3 }),
        (rows, tenths, extra) => {
          const units = rows.map(([last, score], index) => [`u${index}`, last, score] as const);
          const posts = rows.reduce((sum, [last]) => sum + last, extra);
          const input = givenAllocation(units, { maximumChange: { parts: 4n } }, posts);
          const firm = allocateWhereFirm(input, givenSettings({ runs: 40, threshold: rational(tenths, 10) }));
          if (!firm.ok) throw new Error('refused');
          const sum = (values: Readonly<Record<string, number>>) =>
            Object.values(values).reduce((total, value) => total + value, 0);
          expect(sum(firm.value.parts)).toBe(posts);
          expect(sum(firm.value.fen)).toBe(posts * 1_200_000);
          for (const { keptPart, proposedPart, part } of Object.values(firm.value.firm)) {
            expect(part).toBeGreaterThanOrEqual(Math.min(keptPart, proposedPart));
            expect(part).toBeLessThanOrEqual(Math.max(keptPart, proposedPart));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('never moves more when more certainty is asked for', () => {
    const moved = (threshold: number): number => {
      const firm = allocateWhereFirm(
        givenAllocation(NINE),
        givenSettings({ threshold: rational(threshold, 100) }),
      );
      return firm.ok
        ? Object.values(firm.value.firm).reduce(
            (sum, { keptPart, part }) => sum + Math.abs(part - keptPart),
            0,
          )
        : NaN;
    };
    const sizes = [1, 50, 80, 88, 90, 95, 97, 99, 100].map(moved);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes.at(0)).toBe(4);
    expect(sizes.at(-1)).toBe(0);
  });

  it('refuses a threshold out of range at its pointer', () => {
    for (const threshold of [rational(0), rational(-1), rational(101, 100)]) {
      const outcome = allocateWhereFirm(givenAllocation(NINE), givenSettings({ threshold }));
      expect(!outcome.ok && outcome.refusals.map(({ pointer }) => pointer)).toEqual(['/stability/threshold']);
    }
  });
});
