import fc from 'fast-check';
import { parseDecimal, printExact, printRounded, rational } from '../numbers/rational';
import { alphaInterval } from './alpha-interval';
import { krippendorffAlpha } from './krippendorff-alpha';
import type { MeasurementLevel } from './rating-distances';
import type { Ratings } from './ratings';

const LEVELS: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];
type Rows = readonly (readonly (number | string | null)[])[];
const ratingsOf = (rows: Rows): Ratings =>
  rows.map((row) => row.map((value) => (value === null ? null : parseDecimal(String(value)))));
const alpha = (rows: Rows, level: MeasurementLevel): string | null => {
  const { alpha: exact } = krippendorffAlpha(ratingsOf(rows), level);
  return exact && printExact(exact);
};

const tables: fc.Arbitrary<(number | null)[][]> = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 4 }))
  .chain(([things, raters]) =>
    fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 4 }), {
        minLength: raters,
        maxLength: raters,
      }),
      { minLength: things, maxLength: things },
    ),
  );

/** Independent of the engine: the coincidence matrix of Krippendorff's paper, in floating point. */
function byCoincidences(rows: Rows, level: MeasurementLevel): number | null {
  const units = rows
    .map((row) => row.filter((value) => value !== null).map(Number))
    .filter((row) => row.length > 1);
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const coincidence = values.map(() => values.map(() => 0));
  for (const unit of units) {
    unit.forEach((a, i) =>
      unit.forEach((b, j) => {
        const row = coincidence[values.indexOf(a)] ?? [];
        if (i !== j) row[values.indexOf(b)] = (row[values.indexOf(b)] ?? 0) + 1 / (unit.length - 1);
      }),
    );
  }
  const n = coincidence.map((row) => row.reduce((a, b) => a + b, 0));
  const total = n.reduce((a, b) => a + b, 0);
  const delta = (c: number, k: number): number => {
    const [a, b] = [values[c] ?? 0, values[k] ?? 0];
    if (level === 'nominal') return 1;
    if (level === 'interval') return (a - b) ** 2;
    if (level === 'ratio') return ((a - b) / (a + b)) ** 2;
    const between = n.slice(c, k + 1).reduce((x, y) => x + y, 0);
    return (between - ((n[c] ?? 0) + (n[k] ?? 0)) / 2) ** 2;
  };
  let [observed, expected] = [0, 0];
  values.forEach((_, c) =>
    values.forEach((__, k) => {
      if (k <= c) return;
      observed += (coincidence[c]?.[k] ?? 0) * delta(c, k);
      expected += (n[c] ?? 0) * (n[k] ?? 0) * delta(c, k);
    }),
  );
  return expected === 0 ? null : 1 - ((total - 1) * observed) / expected;
}

describe("Krippendorff's alpha", () => {
  it('is 1 − 5/41 where two raters differ once by one, counted with a pencil', () => {
    // 1 1 / 2 2 / 3 4: within 1; 6 Σx² − (Σx)² = 6 × 35 − 169 = 41.
    expect(
      alpha(
        [
          [1, 1],
          [2, 2],
          [3, 4],
        ],
        'interval',
      ),
    ).toBe('36/41');
    // Nominal: pairs of unequal values among 1 1 2 2 3 4: 15 − 2 = 13.
    expect(
      alpha(
        [
          [1, 1],
          [2, 2],
          [3, 4],
        ],
        'nominal',
      ),
    ).toBe('8/13');
  });

  it.each(LEVELS)('%s: is what the coincidence matrix of the paper gives', (level) => {
    fc.assert(
      fc.property(tables, (rows) => {
        const expected = byCoincidences(rows, level);
        const { alpha: exact } = krippendorffAlpha(ratingsOf(rows), level);
        if (expected === null) return expect(exact).toBeNull();
        expect(Number(exact?.numerator) / Number(exact?.denominator)).toBeCloseTo(expected, 9);
      }),
      { numRuns: 500 },
    );
  });

  it.each(LEVELS)(
    '%s: changes with neither the order of the raters nor that of the things, exactly',
    (level) => {
      fc.assert(
        fc.property(tables, (rows) => {
          const turned = [...rows].reverse().map((row) => [...row].reverse());
          expect(alpha(turned, level)).toBe(alpha(rows, level));
          expect(alphaInterval(krippendorffAlpha(ratingsOf(turned), level))).toEqual(
            alphaInterval(krippendorffAlpha(ratingsOf(rows), level)),
          );
        }),
        { numRuns: 200 },
      );
    },
  );

  it('drops a thing that fewer than two rated', () => {
    for (const level of LEVELS) {
      const rows = [
        [1, 1],
        [2, 3],
        [4, 4],
      ];
      expect(alpha([...rows, [5, null], [null, null]], level)).toBe(alpha(rows, level));
    }
  });

  it('is null where nothing varies, where nothing can be paired, and only there', () => {
    for (const level of LEVELS) {
      expect(
        alpha(
          [
            ['0.1', '0.10'],
            ['1e-1', null],
          ],
          level,
        ),
      ).toBeNull();
      expect(
        alpha(
          [
            [1, null],
            [null, 2],
          ],
          level,
        ),
      ).toBeNull();
      expect(
        alpha(
          [
            [1, 1],
            [1, '1.00000000000000000000000000001'],
          ],
          level,
        ),
      ).not.toBeNull();
    }
  });

  it('is 1 where raters always agree', () => {
    for (const level of LEVELS)
      expect(
        alpha(
          [
            [0, 0],
            [1, 1],
            [7, 7],
          ],
          level,
        ),
      ).toBe('1');
  });

  it('depends on the units of interval ratings not at all, on those of ratio ratings not by a factor', () => {
    const rows = [
      [1, 2],
      [3, 3],
      [5, 4],
    ];
    const changed = (by: (value: number) => number) => rows.map((row) => row.map(by));
    expect(
      alpha(
        changed((value) => 10 * value - 7),
        'interval',
      ),
    ).toBe(alpha(rows, 'interval'));
    const scaled = krippendorffAlpha(ratingsOf(changed((value) => value * 8)), 'ratio').alpha ?? rational(0);
    const plain = krippendorffAlpha(ratingsOf(rows), 'ratio').alpha ?? rational(1);
    // The ratio level keeps 40 digits.
    expect(printRounded(scaled, 35)).toBe(printRounded(plain, 35));
  });
});

describe("the interval of Krippendorff's alpha", () => {
  it('is alpha ± t √((n − 1)/n Σ(αᵢ − mean)²) over alphas without one thing each', () => {
    const rows = [
      [1, 1],
      [2, 2],
      [3, 4],
      [2, 3],
    ];
    const number = (given: Rows): number => byCoincidences(given, 'interval') ?? NaN;
    const without = rows.map((_, left) => number(rows.filter((__, i) => i !== left)));
    const mean = without.reduce((a, b) => a + b, 0) / 4;
    const error = Math.sqrt((3 / 4) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    const [low, high] = alphaInterval(krippendorffAlpha(ratingsOf(rows), 'interval')) ?? [NaN, NaN];
    // t with three degrees of freedom, from the tables: 3.182446.
    expect(low).toBeCloseTo(number(rows) - 3.182446305284263 * error, 10);
    expect(high).toBe(Math.min(1, number(rows) + 3.182446305284263 * error));
  });

  it('is 1 … 1 where raters always agree', () => {
    expect(
      alphaInterval(
        krippendorffAlpha(
          ratingsOf([
            [0, 0],
            [1, 1],
            [7, 7],
          ]),
          'ratio',
        ),
      ),
    ).toEqual([1, 1]);
  });

  it('is null with one thing, without variation, and where one thing makes all the difference', () => {
    const interval = (rows: Rows) => alphaInterval(krippendorffAlpha(ratingsOf(rows), 'nominal'));
    expect(
      interval([
        [1, 2],
        [1, null],
      ]),
    ).toBeNull();
    expect(
      interval([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      interval([
        [1, 1],
        [1, 1],
        [1, 2],
      ]),
    ).toBeNull();
  });
});
