import { printDecimals, printSixDigits } from './explain-decimals';

describe('a figure of agreement', () => {
  it.each<[number, number, string]>([
    [-2 / 3, 2, '−0.67'],
    [-2.10088, 3, '−2.101'],
    [2.25, 2, '2.25'],
    [0.125, 2, '0.13'],
    [-0.125, 2, '−0.13'],
    [0, 2, '0.00'],
    [-0, 2, '0.00'],
    [0.0004, 2, '0.0004'],
    [-0.0004, 3, '−0.0004'],
  ])('%d with %d decimals reads %s', (figure, decimals, text) => {
    expect(printDecimals(figure, decimals)).toBe(text);
  });

  it('has six digits within a sum, and the minus of a sum', () => {
    expect([-1 / 3, 1 / 3, 2, -0].map(printSixDigits)).toEqual(['−0.333333', '0.333333', '2', '0']);
  });
});
