import { printExact } from '../../domain/numbers/rational';
import { refusalsOf } from '../pointers';
import { decimal, fraction, wholeNumber } from './numbers';

const read = (schema: typeof decimal | typeof fraction, value: unknown): string | null => {
  const parsed = schema.safeParse(value);
  return parsed.success ? printExact(parsed.data) : null;
};

describe('a number of an engine file', () => {
  it.each<[unknown, string]>([
    [0.1, '1/10'],
    ['0.10', '1/10'],
    [1e21, '1000000000000000000000'],
    [1e-7, '1/10000000'],
    [-0, '0'],
    ['-5', '-5'],
    ['+2.50', '5/2'],
  ])('%p is read exactly, by its printed digits', (value, expected) => {
    expect(read(decimal, value)).toBe(expected);
    expect(read(fraction, value)).toBe(expected);
  });

  it('may be a fraction only where fractions are taken', () => {
    expect(read(fraction, '2/6')).toBe('1/3');
    expect(read(decimal, '2/6')).toBeNull();
  });

  it.each([
    JSON.parse('1e400'),
    NaN,
    '',
    ' 1',
    '1,000',
    'abc',
    '1/0',
    '1/-2',
    '.5',
    '0x10',
    '1'.repeat(401),
    null,
    true,
    [1],
    {},
  ])('is refused when it is %p', (value) => {
    expect(read(fraction, value)).toBeNull();
    expect(read(decimal, value)).toBeNull();
  });

  it('is whole in any form, and refused below 0 or between', () => {
    for (const value of [150, '150', '300/2', 1.5e2, '150.0']) expect(wholeNumber.parse(value)).toBe(150n);
    for (const value of [-1, 0.5, '1/3', '-0.5']) expect(wholeNumber.safeParse(value).success).toBe(false);
  });

  it('says in both languages which form it should have', () => {
    const parsed = fraction.safeParse('x');
    expect(parsed.error && refusalsOf(parsed.error, 'x')).toEqual([
      {
        pointer: '',
        detail: {
          zh: '应为有限小数或分数，如 95、"0.5" 或 "1/3"',
          en: 'must be a finite decimal or a fraction such as 95, "0.5" or "1/3"',
        },
      },
    ]);
  });
});
