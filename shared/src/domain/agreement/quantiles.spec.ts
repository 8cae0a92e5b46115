import fc from 'fast-check';
import { incompleteBeta, logGamma } from './incomplete-beta';
import { fQuantile, tOf95 } from './quantiles';

/** Relative distance. */
const distance = (a: number, b: number): number => Math.abs(a - b) / Math.max(Math.abs(b), 1e-12);

describe('the logarithm of the gamma function', () => {
  it('is that of the factorials, and of √π at one half', () => {
    let factorial = 1;
    for (let n = 1; n <= 30; n += 1) {
      expect(Math.abs(logGamma(n) - Math.log(factorial))).toBeLessThan(1e-12);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
    expect(logGamma(1e-6)).toBeCloseTo(13.815509980749432, 12);
  });

  it('grows by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5000, noNaN: true }), (x) => {
        expect(distance(logGamma(x + 1), logGamma(x) + Math.log(x))).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('the regularised incomplete beta function', () => {
  const beta = (a: number, b: number, x: number) => incompleteBeta({ a, b, x, y: 1 - x });
  const shape = fc.double({ min: 0.1, max: 200, noNaN: true });
  const place = fc.double({ min: 0.001, max: 0.999, noNaN: true });

  it('is x^a for b = 1, and 1 − (1 − x)^b for a = 1', () => {
    fc.assert(
      fc.property(shape, place, (a, x) => {
        expect(Math.abs(beta(a, 1, x) - x ** a)).toBeLessThan(1e-12);
        expect(Math.abs(beta(1, a, x) - (1 - (1 - x) ** a))).toBeLessThan(1e-12);
      }),
      { numRuns: 500 },
    );
  });

  it('and its mirror image sum to 1, and the function rises', () => {
    fc.assert(
      fc.property(shape, shape, place, (a, b, x) => {
        expect(beta(a, b, x) + incompleteBeta({ a: b, b: a, x: 1 - x, y: x })).toBeCloseTo(1, 11);
        expect(beta(a, b, x)).toBeGreaterThanOrEqual(beta(a, b, x / 2) - 1e-13);
      }),
      { numRuns: 500 },
    );
  });

  it('is the binomial sum for whole a and b', () => {
    // I_x(a, b) = Σ_{j ≥ a} C(a+b−1, j) x^j (1−x)^(a+b−1−j); a = 3, b = 4, x = 0.3.
    const sum = [20, 15, 6, 1].reduce((s, c, i) => s + c * 0.3 ** (i + 3) * 0.7 ** (3 - i), 0);
    expect(beta(3, 4, 0.3)).toBeCloseTo(sum, 14);
  });

  it('is 0 and 1 at its ends', () => {
    expect([beta(2, 3, 0), beta(2, 3, 1)]).toEqual([0, 1]);
  });
});

describe('quantiles of F and t', () => {
  it.each([
    // E. S. Pearson and H. O. Hartley, Biometrika Tables for Statisticians I, tables 12 and 18.
    [0.05, 1, 10, 4.96],
    [0.05, 3, 12, 3.49],
    [0.025, 5, 15, 3.58],
    [0.025, 5, 20, 3.29],
    [0.025, 15, 5, 6.43],
    [0.025, 1, 1, 647.8],
    [0.01, 4, 8, 7.01],
  ])('F exceeded with %p at %p and %p degrees of freedom is that of the printed table', (tail, d1, d2, f) => {
    expect(Math.abs(fQuantile(tail, d1, d2) / f - 1)).toBeLessThan(0.0016);
  });

  it('F with 2 degrees of freedom above is (d/2)(tail^(−2/d) − 1), exactly', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 500, noNaN: true }),
        fc.constantFrom(0.025, 0.05, 0.5, 0.975),
        (d, tail) => {
          expect(distance(fQuantile(tail, 2, d), (d / 2) * (tail ** (-2 / d) - 1))).toBeLessThan(1e-10);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('F and 1/F change tails with their degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (d1, d2) => {
          expect(distance(fQuantile(0.975, d1, d2) * fQuantile(0.025, d2, d1), 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('end in 0 where there are hardly any degrees of freedom, and do not run on', () => {
    expect(fQuantile(0.975, 0, 5)).toBe(0);
    expect(fQuantile(0.975, 1e-300, 5)).toBe(0);
    expect(fQuantile(0.025, 1e-300, 5)).toBe(0);
    expect(fQuantile(0.975, 1e-3, 5)).toBe(0);
  });

  it.each([
    // W. S. Gosset's t, two-sided 95 %, as in every table.
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [30, 2.042],
    [1000, 1.962],
  ])('t with %p degrees of freedom is %p', (degrees, t) => {
    expect(tOf95(degrees)).toBeCloseTo(t, 3);
  });

  it('t with one degree of freedom is tan(0.475 π), with two √(2 × 0.95² ÷ (1 − 0.95²))', () => {
    expect(distance(tOf95(1), Math.tan(0.475 * Math.PI))).toBeLessThan(1e-12);
    expect(distance(tOf95(2), Math.sqrt((2 * 0.9025) / 0.0975))).toBeLessThan(1e-12);
  });
});
