import fc from 'fast-check';
import { naturalExponential, naturalLogarithm } from './natural-logarithm';

/** As a share of the larger of the two; two units in the last place are 4.4e-16. */
const distance = (a: number, b: number): number =>
  a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));

describe('the natural logarithm from basic operations', () => {
  it('agrees with the one of the machine within rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(distance(naturalLogarithm(x), Math.log(x))).toBeLessThan(1e-15);
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2, noNaN: true }), (x) => {
        expect(distance(naturalLogarithm(x), Math.log(x))).toBeLessThan(1e-15);
      }),
      { numRuns: 5000 },
    );
  });

  it('knows its published values', () => {
    expect(naturalLogarithm(1)).toBe(0);
    expect(naturalLogarithm(2)).toBe(0.6931471805599453);
    expect(naturalLogarithm(10)).toBeCloseTo(2.302585092994046, 14);
  });

  it.each([0, -1, NaN, Infinity, -Infinity])('of %p is no number', (x) => {
    expect(naturalLogarithm(x)).toBeNaN();
  });
});

describe('the exponential from basic operations', () => {
  it('agrees with the one of the machine within rounding', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(distance(naturalExponential(x), Math.exp(x))).toBeLessThan(2e-16 * (4 + Math.abs(x)));
      }),
      { numRuns: 5000 },
    );
  });

  it('is infinite or 0 beyond the range of doubles', () => {
    expect(naturalExponential(0)).toBe(1);
    expect(naturalExponential(1e6)).toBe(Infinity);
    expect(naturalExponential(-1e6)).toBe(0);
  });
});
