import fc from 'fast-check';
import { printExact, rational } from '../numbers/rational';
import { kendallW } from './kendall-w';
import type { Ratings } from './ratings';

const ratingsOf = (rows: readonly (readonly number[])[]): Ratings =>
  rows.map((row) => row.map((value) => rational(value)));
const w = (rows: readonly (readonly number[])[]): string | null => {
  const { w: exact } = kendallW(ratingsOf(rows));
  return exact && printExact(exact);
};
const tables = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
  .chain(([things, raters]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: raters, maxLength: raters }), {
      minLength: things,
      maxLength: things,
    }),
  );

describe("Kendall's W", () => {
  it('is 1 where all raters rank alike, whatever marks they give, and 0 where two rank against each other', () => {
    expect(
      w([
        [1, 10, 7],
        [2, 20, 8],
        [3, 90, 9],
      ]),
    ).toBe('1');
    expect(
      w([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ).toBe('0');
  });

  it('corrects for ties: raters with the same ties agree fully', () => {
    // Ranks 1.5, 1.5, 3 twice: S = 4.5, 12 × 4.5 ÷ (4 × 24 − 2 × 12) = 54 ÷ 72.
    expect(
      kendallW(
        ratingsOf([
          [5, 1],
          [5, 1],
          [6, 2],
        ]),
      ),
    ).toMatchObject({ ties: 12n });
    expect(
      w([
        [5, 1],
        [5, 1],
        [6, 2],
      ]),
    ).toBe('1');
    // Ranks 1.5, 1.5, 3 and 1, 2, 3: sums 2.5, 3.5, 6, mean 4: S = 6.5; 78 ÷ (96 − 12).
    expect(
      w([
        [5, 1],
        [5, 2],
        [6, 3],
      ]),
    ).toBe('13/14');
  });

  it('is null where every rater ranks everything alike', () => {
    expect(
      w([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ).toBeNull();
    // One rater without any order leaves W defined.
    expect(
      w([
        [1, 2],
        [1, 3],
      ]),
    ).toBe('1/2');
  });

  it('lies between 0 and 1, and depends on order within raters only', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const found = kendallW(ratingsOf(rows)).w;
        if (found) {
          expect(found.numerator >= 0n && found.numerator <= found.denominator).toBe(true);
        }
        expect(w(rows.map((row) => row.map((value, rater) => 3 ** value + rater)))).toBe(w(rows));
        expect(w([...rows].reverse().map((row) => [...row].reverse()))).toBe(w(rows));
      }),
      { numRuns: 300 },
    );
  });
});
