import { fen } from './fen';
import { amountInWords, amountsInWords, printWan, printYuan } from './print-money';

test.each([
  [180_000_000, '1,800,000.00', '180.00'],
  [0, '0.00', '0.00'],
  [5, '0.05', '0.00'],
  [99_999, '999.99', '0.10'],
  [100_000, '1,000.00', '0.10'],
  [-123_456_789, '-1,234,567.89', '-123.46'],
  [5_000, '50.00', '0.01'],
])('%i fen is %s yuan and %s wan, rounded half up', (amount, yuan, wan) => {
  expect(printYuan(fen(amount))).toBe(yuan);
  expect(printWan(fen(amount))).toBe(wan);
});

test('a sentence says 万元 only where two decimals lose nothing', () => {
  expect(amountInWords(fen(180_000_000)).zh).toBe('180.00 万元');
  expect(amountInWords(fen(1_234_500)).zh).toBe('12,345.00 元');
  expect(amountInWords(fen(100_000)).zh).toBe('1,000.00 元');
});

test('the amounts of one sentence are in one unit: 元 for all where one would lose something or none reaches 1 万元', () => {
  const zh = (...amounts: number[]) => amountsInWords(amounts.map(fen)).map((one) => one.zh);
  expect(zh(180_000_000, 0, 500_000)).toEqual(['180.00 万元', '0.00 万元', '0.50 万元']);
  expect(zh(180_000_000, 2_812_345)).toEqual(['1,800,000.00 元', '28,123.45 元']);
  expect(zh(500_000, 0)).toEqual(['5,000.00 元', '0.00 元']);
  expect(amountsInWords([fen(180_000_000)])[0]?.en).toBe('1,800,000.00 yuan');
});
