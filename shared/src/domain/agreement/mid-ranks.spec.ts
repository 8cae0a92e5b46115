import fc from 'fast-check';
import { countsOf, doubledMidRanks } from './mid-ranks';

describe('mid-ranks', () => {
  it('give equal values the middle of their places', () => {
    expect(doubledMidRanks([7n, 5n, 5n])).toEqual({ ranks: [6n, 3n, 3n], ties: [2n, 1n] });
    expect(doubledMidRanks([])).toEqual({ ranks: [], ties: [] });
  });

  it('sum to n (n + 1) ÷ 2 whatever is tied', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -3n, max: 3n })), (values) => {
        const sum = doubledMidRanks(values).ranks.reduce((a, b) => a + b, 0n);
        expect(sum).toBe(BigInt(values.length) * BigInt(values.length + 1));
      }),
    );
  });

  it('rest on counts from the smallest value to the largest', () => {
    expect(countsOf([10n, -2n, 10n, 9n])).toEqual([
      [-2n, 1n],
      [9n, 1n],
      [10n, 2n],
    ]);
  });
});
