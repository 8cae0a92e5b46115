import fc from 'fast-check';
import { printSix, printThree, twelveDigits } from './twelve-digits';

describe('a figure that leaves floating point', () => {
  it('has 12 significant digits', () => {
    expect(twelveDigits(0.1 + 0.2)).toBe(0.3);
    expect(twelveDigits(2 / 3)).toBe(0.666666666667);
    expect(twelveDigits(123456789012345)).toBe(123456789012000);
    expect(twelveDigits(-1e-20 / 3)).toBe(-3.33333333333e-21);
  });

  it('is never −0', () => {
    expect(Object.is(twelveDigits(-0), 0)).toBe(true);
  });

  it('stays as it is when it is rounded again', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (figure) => {
        expect(twelveDigits(twelveDigits(figure))).toBe(twelveDigits(figure));
      }),
    );
  });

  it('must be finite', () => {
    for (const figure of [NaN, Infinity, -Infinity]) {
      expect(() => twelveDigits(figure)).toThrow(RangeError);
    }
  });

  it('is printed for the eye with three decimals in sentences', () => {
    expect([0.849, -0.1329, -0.0004, 1].map(printThree)).toEqual(['0.849', '-0.133', '0.000', '1.000']);
  });

  it('is printed for the eye with six digits in sums', () => {
    expect(printSix(1 / 3)).toBe('0.333333');
    expect(printSix(2)).toBe('2');
  });
});
