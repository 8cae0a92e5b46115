import fc from 'fast-check';
import { fen, parseFen, sumFen } from './fen';

describe('fen', () => {
  it('are whole, and never beyond what a double holds exactly', () => {
    expect(fen('180000000')).toBe(180_000_000);
    expect(fen(77_000_000n)).toBe(77_000_000);
    for (const amount of [0.5, NaN, Infinity, 2 ** 53, '1.5', 'x', 10n ** 20n])
      expect(() => fen(amount)).toThrow(RangeError);
  });

  it('sum exactly, or not at all', () => {
    expect(sumFen([])).toBe(0);
    expect(sumFen([fen(1), fen(-3)])).toBe(-2);
    expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(RangeError);
  });

  it.each<[string, '元' | '万元', number | null]>([
    ['1,800,000.00', '元', 180_000_000],
    ['1800000', '元', 180_000_000],
    ['30.00', '万元', 30_000_000],
    ['8', '万元', 8_000_000],
    ['0.000001', '万元', 1],
    ['0.01', '元', 1],
    ['0.010', '元', 1],
    ['0.001', '元', null],
    ['0.0000001', '万元', null],
    ['1,80,000', '元', null],
    ['1,8000', '元', null],
    ['1800,000', '元', null],
    ['-1', '元', null],
    ['1e3', '元', null],
    ['', '元', null],
    ['1.', '元', null],
    ['99999999999999999', '元', null],
  ])('%p %s is read as %p', (numeral, unit, expected) => {
    expect(parseFen(numeral, unit)).toBe(expected);
  });

  it('come back from any printed amount of yuan', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 13 }), (amount) => {
        const yuan = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;
        expect(parseFen(yuan, '元')).toBe(amount);
        expect(parseFen(yuan.replace(/\B(?=(\d{3})+\.)/g, ','), '元')).toBe(amount);
      }),
    );
  });
});
