import { grouped } from './grouped';

describe('a number in a sentence', () => {
  it.each<[number | bigint | string, string]>([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [10_000, '10,000'],
    [123_456_789n, '123,456,789'],
    ['12000.00', '12,000.00'],
    ['0.123456', '0.123456'],
    [-1234, '-1,234'],
    ['−1234.5', '−1,234.5'],
  ])('%s has its whole digits in threes', (given, printed) => {
    expect(grouped(given)).toBe(printed);
  });

  it('is refused where it is no plain decimal', () => {
    for (const text of ['', '1e5', '1,000', 'Infinity', '3/4'])
      expect(() => grouped(text)).toThrow(RangeError);
  });
});
