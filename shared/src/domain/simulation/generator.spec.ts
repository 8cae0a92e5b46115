import * as fc from 'fast-check';
import { ERROR_TABLE_SIZE, ERROR_UNITS, errorAt } from './error-table';
import { generatorAt, generatorOf, LARGEST_SEED } from './generator';

describe('the generator', () => {
  it('gives the sequence that the reference implementation of xoshiro128** 1.1 gives from 1, 2, 3, 4', () => {
    const { next } = generatorAt([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the same sequence for a seed, and another one for another', () => {
    const first = (seed: number) => Array.from({ length: 4 }, generatorOf(seed).next);
    expect(first(7)).toEqual(first(7));
    expect(first(7)).not.toEqual(first(8));
    expect(new Set([0, 1, LARGEST_SEED].map((seed) => first(seed).join())).size).toBe(3);
  });

  it('never leaves the range that is asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: LARGEST_SEED }),
        fc.integer({ min: 1, max: 2 ** 32 }),
        (seed, bound) => {
          const { below } = generatorOf(seed);
          const drawn = Array.from({ length: 20 }, () => below(bound));
          expect(drawn.every((one) => Number.isInteger(one) && one >= 0 && one < bound)).toBe(true);
        },
      ),
    );
  });

  it('draws each of 256 places about equally often', () => {
    const { below } = generatorOf(1);
    const counts = Array.from({ length: ERROR_TABLE_SIZE }, () => 0);
    for (let draw = 0; draw < 256_000; draw += 1) {
      const place = below(ERROR_TABLE_SIZE);
      counts[place] = (counts[place] ?? 0) + 1;
    }
    // Chi-squared with 255 degrees of freedom stays under 347 in 9,999 of 10,000 sequences; this one is fixed by its seed.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(chiSquared).toBeLessThan(347);
  });
});

describe('the table of errors', () => {
  const all = Array.from({ length: ERROR_TABLE_SIZE }, (_, place) => errorAt(place));

  it('rises, is whole, and stands symmetrically around 0', () => {
    expect(all.every((error, place) => Number.isInteger(error) && error === -errorAt(255 - place))).toBe(
      true,
    );
    expect(all.every((error, place) => place === 0 || error > errorAt(place - 1))).toBe(true);
  });

  it('has the standard deviation of a normal distribution within three thousandths', () => {
    const variance = all.reduce((sum, error) => sum + error * error, 0) / all.length;
    expect(Math.sqrt(variance) / ERROR_UNITS).toBeCloseTo(0.9975, 4);
    // 68.27 % lie within one deviation, 95.45 % within two.
    const within = (deviations: number) =>
      all.filter((error) => Math.abs(error) < deviations * ERROR_UNITS).length / all.length;
    expect([within(1), within(2)]).toEqual([174 / 256, 244 / 256]);
  });
});
