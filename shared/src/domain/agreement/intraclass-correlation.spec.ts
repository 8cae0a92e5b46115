import fc from 'fast-check';
import { compare, printExact, rational, type Rational } from '../numbers/rational';
import { ICC_FORMS, intraclassCorrelation, type IccForm } from './intraclass-correlation';
import { meanSquares } from './mean-squares';
import { fQuantile } from './quantiles';
import type { Ratings } from './ratings';

type Rows = readonly (readonly number[])[];
const ratingsOf = (rows: Rows): Ratings => rows.map((row) => row.map((value) => rational(value)));
function estimates(rows: Rows) {
  const found = intraclassCorrelation(ratingsOf(rows));
  if (!found) throw new Error('no variation');
  return found;
}
const values = (rows: Rows): readonly (string | null)[] =>
  ICC_FORMS.map((form) => {
    const { value } = estimates(rows)[form];
    return value && printExact(value);
  });
const interval = (rows: Rows, form: IccForm) => estimates(rows)[form].interval;

const tables = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 5 }))
  .chain(([things, raters]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: raters, maxLength: raters }), {
      minLength: things,
      maxLength: things,
    }),
  );

describe('the mean squares', () => {
  it('of a small table are those that one counts with a pencil', () => {
    // Means: rows 2, 4, 6; columns 3, 5; all 4. Rows 2 × 8 ÷ 2; columns 3 × 2 ÷ 1; nothing left over.
    expect(
      meanSquares(
        ratingsOf([
          [1, 3],
          [3, 5],
          [5, 7],
        ]),
      ),
    ).toMatchObject({
      rows: { numerator: 8n, denominator: 1n },
      columns: { numerator: 6n, denominator: 1n },
      error: { numerator: 0n },
      within: { numerator: 2n, denominator: 1n },
    });
  });
});

/** Independent of the engine: the intervals as McGraw and Wong print them, in floating point, for E > 0 and R > E. */
function printedIntervals(rows: Rows): Readonly<Record<IccForm, readonly [number, number]>> {
  const squares = meanSquares(ratingsOf(rows));
  const { things: n, raters: k } = squares;
  const number = ({ numerator, denominator }: Rational): number => Number(numerator) / Number(denominator);
  const [R, C, E, W] = [squares.rows, squares.columns, squares.error, squares.within].map(number) as [
    number,
    number,
    number,
    number,
  ];
  const quantile = (above: number, below: number): number => fQuantile(0.025, above, below);
  const ends = (f: number, rest: number): readonly [number, number] => [
    f / quantile(n - 1, rest),
    f * quantile(rest, n - 1),
  ];
  const single = ([low, high]: readonly [number, number]): readonly [number, number] => [
    (low - 1) / (low + k - 1),
    (high - 1) / (high + k - 1),
  ];
  const mean = ([low, high]: readonly [number, number]): readonly [number, number] => [
    1 - 1 / low,
    1 - 1 / high,
  ];
  const icc = (R - E) / (R + (k - 1) * E + (k * (C - E)) / n);
  const a = (k * icc) / (n * (1 - icc));
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc));
  const v = (a * C + b * E) ** 2 / ((a * C) ** 2 / (k - 1) + (b * E) ** 2 / ((n - 1) * (k - 1)));
  const [below, above] = [quantile(n - 1, v), quantile(v, n - 1)];
  const rest = k * C + (k * n - k - n) * E;
  return {
    '1,1': single(ends(R / W, n * (k - 1))),
    '2,1': [(n * (R - below * E)) / (below * rest + n * R), (n * (above * R - E)) / (rest + n * above * R)],
    '3,1': single(ends(R / E, (n - 1) * (k - 1))),
    '1,k': mean(ends(R / W, n * (k - 1))),
    '2,k': [
      (n * (R - below * E)) / (below * (C - E) + n * R),
      (n * (above * R - E)) / (C - E + n * above * R),
    ],
    '3,k': mean(ends(R / E, (n - 1) * (k - 1))),
  };
}

describe('intraclass correlations', () => {
  it('tell absolute agreement from consistency: raters who differ by a constant', () => {
    // R 8, C 6, E 0, W 2; n 3, k 2: (8−2)/(8+2), 8/(8+2/3·6), 8/8, (8−2)/8, 8/(8+6/3), 8/8.
    expect(
      values([
        [1, 3],
        [3, 5],
        [5, 7],
      ]),
    ).toEqual(['3/5', '2/3', '1', '3/4', '4/5', '1']);
    expect(
      interval(
        [
          [1, 3],
          [3, 5],
          [5, 7],
        ],
        '3,1',
      ),
    ).toEqual([1, 1]);
  });

  it('are all 1, with intervals 1 … 1, where raters agree on everything', () => {
    const rows = [
      [1, 1, 1],
      [3, 3, 3],
      [4, 4, 4],
    ];
    expect(values(rows)).toEqual(['1', '1', '1', '1', '1', '1']);
    for (const form of ICC_FORMS) expect(interval(rows, form)).toEqual([1, 1]);
  });

  it('are null where all ratings are equal, however they are written', () => {
    expect(
      intraclassCorrelation([
        [rational(1, 10), rational(2, 20)],
        [rational(3, 30), rational(1, 10)],
      ]),
    ).toBeNull();
  });

  it('have no value in the forms that divide by 0: things that do not differ at all', () => {
    const rows = [
      [1, 2],
      [2, 1],
    ];
    expect(values(rows)).toEqual(['-1', null, '-1', null, '2', null]);
    expect(interval(rows, '1,k')).toBeNull();
    // Rows that differ by 10^-999 leave the range of doubles.
    const hardly = [
      [rational(-1), rational(1)],
      [rational(0), rational(1n, 10n ** 999n)],
    ];
    expect(intraclassCorrelation(hardly)?.['1,k']).toEqual({ value: null, interval: null });
    const constantRaters = [
      [1, 2],
      [1, 2],
    ];
    expect(values(constantRaters)).toEqual(['-1', '0', null, null, '0', null]);
    expect(interval(constantRaters, '3,1')).toBeNull();
  });

  it('of the mean of k raters follow from those of one by Spearman and Brown', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const found = intraclassCorrelation(ratingsOf(rows));
        if (!found) return;
        const k = BigInt(rows[0]?.length ?? 0);
        for (const kind of ['1', '2', '3'] as const) {
          const [one, mean] = [found[`${kind},1`].value, found[`${kind},k`].value];
          if (!one || !mean) continue;
          const stepped = rational(k * one.numerator, one.denominator + (k - 1n) * one.numerator);
          expect(printExact(mean)).toBe(printExact(stepped));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('change with neither the order of raters nor of things, nor the scale and origin of the marks', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const plain = intraclassCorrelation(ratingsOf(rows));
        const turned = [...rows].reverse().map((row) => [...row].reverse().map((value) => 7 * value - 300));
        const other = intraclassCorrelation(ratingsOf(turned));
        for (const form of ICC_FORMS) {
          const [a, b] = [plain?.[form], other?.[form]];
          expect(b?.value && printExact(b.value)).toEqual(a?.value && printExact(a.value));
          expect(b?.interval).toEqual(a?.interval);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('have the intervals of McGraw and Wong', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const { rows: between, error } = meanSquares(ratingsOf(rows));
        fc.pre(error.numerator > 0n && compare(between, error) > 0);
        const expected = printedIntervals(rows);
        const found = estimates(rows);
        for (const form of ICC_FORMS) {
          // "2,k" has a pole where the lower end of "2,1" meets −1 ÷ (k − 1).
          const scale = Math.max(1, Math.abs(expected[form][0])) ** 2;
          expect(Math.abs((found[form].interval?.[0] ?? NaN) - expected[form][0]) / scale).toBeLessThan(1e-9);
          expect(Math.abs((found[form].interval?.[1] ?? NaN) - expected[form][1])).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lie within their intervals where these are proper', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const found = intraclassCorrelation(ratingsOf(rows));
        if (!found) return;
        for (const form of ['1,1', '2,1', '3,1', '1,k', '3,k'] as const) {
          const { value, interval: ends } = found[form];
          // Where things differ less than the residual, the degrees of freedom of "2,1" fall under 1.
          if (!value || !ends || (form === '2,1' && value.numerator < 0n)) continue;
          const number = Number(value.numerator) / Number(value.denominator);
          expect(ends[0]).toBeLessThanOrEqual(number + 1e-9);
          expect(ends[1]).toBeGreaterThanOrEqual(number - 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });
});
