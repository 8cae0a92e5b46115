import { fen } from './fen';
import { amountInWords, printWan, printYuan } from './print-money';

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
