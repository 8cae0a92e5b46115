import fc from 'fast-check';
import { rational } from '../numbers/rational';
import { fen, sumFen } from './fen';
import { splitFen } from './split';

const weights = fc
  .array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 12 })
  .map((pairs) =>
    pairs.map(([numerator, denominator], unit) =>
      rational(unit === 0 ? numerator + 1 : numerator, denominator),
    ),
  );
const amounts = fc.nat({ max: Number.MAX_SAFE_INTEGER }).map(fen);

describe('a split of money', () => {
  it('sums to the amount exactly, whatever the weights', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const parts = splitFen(amount, shares);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount));
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves each part less than one fen from its exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const common = 27720n;
        const whole = shares.map(({ numerator, denominator }) => numerator * (common / denominator));
        const sum = whole.reduce((a, b) => a + b, 0n);
        splitFen(amount, shares).forEach((part, unit) => {
          const difference = BigInt(part) * sum - BigInt(amount) * (whole[unit] ?? 0n);
          expect(difference < sum && -difference < sum).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('gives the odd fen to equal remainders by larger weight, then by input order', () => {
    expect(splitFen(fen(100), [rational(1), rational(1), rational(1)])).toEqual([34, 33, 33]);
    expect(splitFen(fen(4), [rational(3), rational(5)])).toEqual([1, 3]);
  });

  it('gives back the published amounts of 2025 over their own proportions', () => {
    const mediation = [18, 8, 5, 8, 9, 5, 4, 16, 4].map((amount) => rational(amount, 77));
    expect(splitFen(fen(77_000_000), mediation)).toEqual(
      [180000, 80000, 50000, 80000, 90000, 50000, 40000, 160000, 40000].map((yuan) => yuan * 100),
    );
  });

  it('throws where no split exists', () => {
    expect(() => splitFen(fen(1), [])).toThrow(RangeError);
    expect(() => splitFen(fen(1), [rational(0)])).toThrow(RangeError);
    expect(() => splitFen(fen(1), [rational(-1), rational(2)])).toThrow(RangeError);
    expect(() => splitFen(fen(-1), [rational(1)])).toThrow(RangeError);
    expect(sumFen(splitFen(fen(0), [rational(1)]))).toBe(0);
  });
});
