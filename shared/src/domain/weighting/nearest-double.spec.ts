import fc from 'fast-check';
import { parseRational, rational } from '../numbers/rational';
import { nearestDouble } from './nearest-double';

describe('the double nearest to a fraction', () => {
  it('is what dividing gives, where numerator and denominator are doubles themselves', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        (numerator, denominator) => {
          expect(nearestDouble(rational(numerator, denominator))).toBe(
            numerator === 0 ? 0 : numerator / denominator,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is what the language reads from the same decimal, down to 10^-300 and up to 10^300', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
        fc.integer({ min: -260, max: 260 }),
        (digits, exponent) => {
          const text = `${digits}e${exponent}`;
          const exact = parseRational(text);
          expect(exact && nearestDouble(exact)).toBe(digits === 0n ? 0 : Number(text));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('rounds a tie to even, and the least bit above a tie upwards', () => {
    const tie = 2n ** 53n + 1n;
    expect(nearestDouble(rational(tie))).toBe(2 ** 53);
    expect(nearestDouble(rational(tie * 10n ** 90n + 1n, 10n ** 90n))).toBe(2 ** 53 + 2);
  });

  it('is infinite or 0 beyond the range of doubles, and never −0', () => {
    expect(nearestDouble(rational(10n ** 400n))).toBe(Infinity);
    expect(nearestDouble(rational(-(10n ** 400n)))).toBe(-Infinity);
    expect(nearestDouble(rational(1n, 10n ** 400n))).toBe(0);
    expect(nearestDouble(rational(0n, 7n))).toBe(0);
  });
});
