import fc from 'fast-check';
import {
  add,
  ceilingOf,
  compare,
  divide,
  floorOf,
  multiply,
  negate,
  parseDecimal,
  parseRational,
  printExact,
  printRounded,
  printUnits,
  rational,
  reduce,
  roundHalfUp,
  subtract,
  ZERO,
  type Rational,
} from './rational';

const fractions: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));
const same = (a: Rational, b: Rational) => compare(a, b) === 0;

describe('a fraction', () => {
  it('obeys the laws of arithmetic exactly', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(same(add(a, b), add(b, a))).toBe(true);
        expect(same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(same(subtract(add(a, b), b), a)).toBe(true);
        expect(same(add(a, negate(a)), ZERO)).toBe(true);
        if (b.numerator !== 0n) expect(same(multiply(divide(a, b), b), a)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps its denominator positive, and has none of 0', () => {
    expect(rational(1, -2)).toEqual({ numerator: -1n, denominator: 2n });
    expect(divide(rational(1), rational(-2)).denominator).toBeGreaterThan(0n);
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(rational(1), ZERO)).toThrow(RangeError);
  });

  it('is the same in lowest terms', () => {
    fc.assert(
      fc.property(fractions, fc.bigInt({ min: 1n, max: 10n ** 9n }), (a, factor) => {
        const reduced = reduce(rational(a.numerator * factor, a.denominator * factor));
        expect(same(reduced, a)).toBe(true);
        expect(reduce(reduced)).toEqual(reduced);
      }),
    );
    expect(reduce(rational(0, 5))).toEqual({ numerator: 0n, denominator: 1n });
    expect(reduce(rational(-6, 4))).toEqual({ numerator: -3n, denominator: 2n });
  });
});

describe('rounding', () => {
  it('goes down, up, and half up towards positive infinity', () => {
    expect([floorOf(rational(7, 2)), floorOf(rational(-7, 2)), floorOf(rational(-4, 2))]).toEqual([
      3n,
      -4n,
      -2n,
    ]);
    expect([ceilingOf(rational(7, 2)), ceilingOf(rational(-7, 2))]).toEqual([4n, -3n]);
    expect([rational(5, 2), rational(-5, 2), rational(-51, 20)].map((a) => roundHalfUp(a))).toEqual([
      3n,
      -2n,
      -3n,
    ]);
    expect(roundHalfUp(rational(8625, 1000), 2)).toBe(863n);
  });

  it('is never further than half a unit away', () => {
    fc.assert(
      fc.property(fractions, fc.nat(6), (a, decimals) => {
        const twiceOff = multiply(
          subtract(rational(roundHalfUp(a, decimals), 10n ** BigInt(decimals)), a),
          rational(2n * 10n ** BigInt(decimals)),
        );
        expect(compare(twiceOff, rational(1)) <= 0 && compare(twiceOff, rational(-1)) > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('rounds the halves that binary floating point misses: 1.005 is 1.01, 8.625 is 8.63', () => {
    expect(printRounded(parseDecimal('1.005') ?? ZERO, 2)).toBe('1.01');
    expect(printRounded(parseDecimal('8.625') ?? ZERO, 2)).toBe('8.63');
  });
});

describe('reading and printing', () => {
  it.each<[string, string | null]>([
    ['95', '95'],
    ['+0.50', '1/2'],
    ['-1e-7', '-1/10000000'],
    ['1.5E2', '150'],
    ['1/3', null],
    ['', null],
    ['1.', null],
    ['.5', null],
    [' 1', null],
    ['1e9999', null],
    ['Infinity', null],
    ['１', null],
    ['9'.repeat(401), null],
  ])('%p as a decimal is %p', (text, expected) => {
    const read = parseDecimal(text);
    expect(read && printExact(read)).toBe(expected);
  });

  it('reads fractions of whole numbers, and refuses a denominator of 0', () => {
    expect(parseRational('+6/4')).toEqual({ numerator: 6n, denominator: 4n });
    for (const text of ['1/0', '1/-2', '1/2/3', '1.5/2', '/2', '1/']) expect(parseRational(text)).toBeNull();
    expect(parseRational('0.25')).toEqual({ numerator: 25n, denominator: 100n });
  });

  it('prints what it reads', () => {
    fc.assert(
      fc.property(fractions, (a) => expect(same(parseRational(printExact(a)) ?? ZERO, a)).toBe(true)),
    );
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(8), (units, decimals) => {
        const read = parseDecimal(printUnits(units, decimals));
        expect(read && roundHalfUp(read, decimals)).toBe(units);
      }),
    );
    expect([printUnits(863n, 2), printUnits(-5n, 2), printUnits(7n, 0)]).toEqual(['8.63', '-0.05', '7']);
  });
});
