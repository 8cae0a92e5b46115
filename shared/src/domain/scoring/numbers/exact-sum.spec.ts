import * as fc from 'fast-check';
import { add, compare, printExact, rational, ZERO } from '../../numbers/rational';
import { exactSum, exactSumOf } from './exact-sum';

const fractions = fc
  .tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 1, max: 1_000 }))
  .map(([n, d]) => rational(n, d));

test('the sum is the same as by any other way of adding', () => {
  fc.assert(
    fc.property(fc.array(fractions, { maxLength: 20 }), (numbers) => {
      expect(compare(exactSumOf(numbers), numbers.reduce(add, ZERO))).toBe(0);
    }),
  );
});

test('decimals are added on the larger of their denominators: 22.5 + 10 is 325/10', () => {
  expect(exactSum(rational(225, 10), rational(10))).toEqual(rational(325, 10));
  expect(exactSum(rational(10), rational(225, 10))).toEqual(rational(325, 10));
  expect(printExact(exactSum(rational(1, 3), rational(1, 10)))).toBe('13/30');
});

test('the sum of ten thousand decimals with one and two places is as short as one of them', () => {
  const numbers = Array.from({ length: 10_000 }, (_, index) =>
    index % 2 ? rational(5, 10) : rational(25, 100),
  );
  expect(exactSumOf(numbers)).toEqual(rational(375_000, 100));
});
