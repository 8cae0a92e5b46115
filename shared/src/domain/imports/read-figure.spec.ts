import fc from 'fast-check';
import { fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { moneyUnitOfHeading, readCount, readMoney } from './read-figure';

/** ASCII to the full-width forms that Chinese input methods write. */
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

const amount = fc.integer({ min: 0, max: 10 ** 13 });

describe('an amount in a cell', () => {
  it('is read back exactly however it is printed: separators, full width, spaces, a currency sign', () => {
    const dress = fc.constantFrom(
      (text: string) => text,
      fullWidth,
      (text: string) => ` ${text}\u00a0`,
      (text: string) => `￥${text}`,
      (text: string) => `${text}元`,
      (text: string) => text.replaceAll(',', ''),
    );
    fc.assert(
      fc.property(amount, dress, (value, dressed) => {
        expect(readMoney(dressed(printYuan(fen(value))), '元', '')).toEqual({
          ok: true,
          value: { value, understood: null },
        });
      }),
    );
  });

  it.each([
    ['30.00', '万元', 30_000_000],
    ['15.60961', '万元', 15_609_610],
    ['0', '元', 0],
    ['1，800，000．00', '元', 180_000_000],
  ] as const)('“%s” under %s is %d 分', (text, unit, value) => {
    expect(readMoney(text, unit, '')).toEqual({ ok: true, value: { value, understood: null } });
  });

  it.each([
    ['1.２万元', '元', 1_200_000],
    ['1.2万', '元', 1_200_000],
    ['300000元', '万元', 30_000_000],
  ] as const)('“%s” keeps its own unit under a heading in %s, and that is said', (text, unit, value) => {
    const outcome = readMoney(text, unit, '');
    expect(outcome).toMatchObject({ ok: true, value: { value } });
    expect(JSON.stringify(outcome)).toContain(`表头为${unit}`);
  });

  it.each([
    ['-', '填0'],
    ['——', '填0'],
    ['无', '填0'],
    ['-100', '负数'],
    ['(100.00)', '负数'],
    ['（100）', '负数'],
    ['一千八百元', '中文数字'],
    ['1O0', '不是可读的数字'],
    ['约100', '不是可读的数字'],
    ['1e5', '不是可读的数字'],
    ['18,00', '逗号位置'],
    ['1800,000', '逗号位置'],
    ['100.005', '精确不到分'],
    ['1.2.3', '不是可读的金额'],
    ['99999999999999999', '不是可读的金额'],
    ['', '不是可读的数字'],
  ])('“%s” is refused at its pointer: %s', (text, why) => {
    const outcome = readMoney(text, '元', '/rows/3/cityPart');
    expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/rows/3/cityPart' }] });
    expect(JSON.stringify(outcome)).toContain(why);
  });

  it('never throws, and never reads a negative amount, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('元', '万元'), (text, unit) => {
        const outcome = readMoney(text, unit, '');
        expect(outcome.ok ? outcome.value.value >= 0 : outcome.refusals.length).toBeTruthy();
      }),
    );
  });

  it.each([
    ['金额（万元）', '万元'],
    ['金额(元)', '元'],
    ['工资/元', '元'],
    ['姓名', null],
  ] as const)('the heading “%s” names the unit %s', (heading, unit) => {
    expect(moneyUnitOfHeading(heading)).toBe(unit);
  });
});

describe('a count in a cell', () => {
  it('is read back exactly, full width and with its counting word', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom('', '人', '件', ' 名'),
        (count, word) => {
          expect(readCount(fullWidth(String(count)) + word, '')).toEqual({ ok: true, value: count });
        },
      ),
    );
  });

  it.each([
    ['1,234', 1234],
    ['12.0', 12],
    ['007', 7],
  ])('“%s” is %d', (text, count) => expect(readCount(text, '')).toEqual({ ok: true, value: count }));

  it.each([
    ['12.5', '整数'],
    ['12,34', '整数'],
    ['1234567890', '整数'],
    ['-3', '负数'],
    ['十二人', '中文数字'],
    ['—', '填0'],
    ['若干', '不是可读的数字'],
  ])('“%s” is refused at its pointer: %s', (text, why) => {
    const outcome = readCount(text, '/E5');
    expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/E5' }] });
    expect(JSON.stringify(outcome)).toContain(why);
  });
});
