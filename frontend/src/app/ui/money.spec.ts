import * as fc from 'fast-check';
import { formatMoney } from './money';

const plain = (text: string) => text.replaceAll(',', '').replace('−', '-');

describe('money on screen', () => {
  it('prints 元 to the cent with thousands separators', () => {
    expect(formatMoney(180_000_000, '元')).toBe('1,800,000.00');
    expect(formatMoney(5, '元')).toBe('0.05');
    expect(formatMoney(-123_456, '元')).toBe('−1,234.56');
  });

  it('rounds 万元 half away from zero, and never prints a negative zero', () => {
    expect(formatMoney(180_000_000, '万元')).toBe('180.00');
    expect(formatMoney(1_005_000, '万元')).toBe('1.01');
    expect(formatMoney(1_004_999, '万元')).toBe('1.00');
    expect(formatMoney(-5_000, '万元')).toBe('−0.01');
    expect(formatMoney(-4_999, '万元')).toBe('0.00');
  });

  it('says no amount as a dash, which is not the amount 0', () => {
    expect(formatMoney(null, '元')).toBe('—');
    expect(formatMoney(0, '元')).toBe('0.00');
  });

  it('prints any amount in 元 without losing a cent, as far as whole numbers are exact', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const [whole = '', cents = ''] = plain(formatMoney(fen, '元')).replace('-', '').split('.');
        return BigInt(whole) * 100n + BigInt(cents) === BigInt(Math.abs(fen));
      }),
    );
  });

  it('prints 万元 never further than half a hundredth from the amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const hundredths = BigInt(plain(formatMoney(fen, '万元')).replace('.', ''));
        const off = hundredths * 10_000n - BigInt(fen);
        return (off < 0n ? -off : off) <= 5_000n;
      }),
    );
  });
});
