import fc from 'fast-check';
import { NumberGaps } from './number-gaps';

describe('the numbers that were passed over', () => {
  it('are kept as ranges, and a number that turns up later is taken out of its own', () => {
    const gaps = new NumberGaps();
    gaps.add(3, 5);
    gaps.add(9, 9);
    expect([gaps.take(2), gaps.take(4), gaps.take(4), gaps.take(9), gaps.take(10)]).toEqual([
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(gaps.firstNumbers()).toEqual([3, 5]);
  });

  it('hold a number as long as a set of all of them does', () => {
    const order = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 40 });
    fc.assert(
      fc.property(order, (numbers) => {
        const gaps = new NumberGaps();
        gaps.add(20, 28);
        gaps.add(2, 10);
        gaps.add(12, 11);
        const set = new Set([...Array(9).keys()].flatMap((i) => [i + 2, i + 20]));
        for (const number of numbers) expect(gaps.take(number)).toBe(set.delete(number));
        const firsts = [...set].filter((one) => !set.has(one - 1)).sort((a, b) => a - b);
        expect(gaps.firstNumbers()).toEqual(firsts);
      }),
    );
  });
});
