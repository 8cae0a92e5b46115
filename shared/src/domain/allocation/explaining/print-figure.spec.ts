import { rational, type Rational } from '../../numbers/rational';
import { printFigure } from './print-figure';

describe('a figure on a sheet', () => {
  it.each<[string, Rational]>([
    ['92.5', rational(925, 10)],
    ['0.9', rational(90, 100)],
    ['1/3', rational(2, 6)],
    ['0', rational(0, 7)],
    ['0.000000000001', rational(1n, 10n ** 12n)],
    ['≈0.333333', rational(10n ** 12n, 3n * 10n ** 12n + 1n)],
  ])('%s is printed as it was given while that can be read', (text, value) => {
    expect(printFigure(value)).toBe(text);
  });
});
