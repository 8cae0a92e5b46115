import fc from 'fast-check';
import { addDays, isoDate } from '../period/year-month';
import { readDay, readMonth } from './read-period';

const serial = fc.integer({ min: 36_526, max: 73_050 });

describe('a day in a cell', () => {
  it('is the same however it is written: dashes, slashes, points, Chinese, eight digits, the serial number', () => {
    fc.assert(
      fc.property(serial, (number) => {
        const day = addDays(isoDate('1899-12-30'), number);
        const [year = '', month = '', date = ''] = day.split('-');
        const [m, d] = [Number(month), Number(date)];
        const written = [
          day,
          `${year}/${m}/${d}`,
          `${year}.${m}.${d}`,
          `${year}年${m}月${d}日`,
          `${year}年${month}月${date}号`,
          year + month + date,
          `${number}`,
          ` ${day} `,
        ];
        for (const text of written) expect(readDay(text, '')).toEqual({ ok: true, value: day });
      }),
    );
  });

  it('is 2025-03-01 for serial 45717, as workbooks count', () => {
    expect(readDay('45717', '')).toEqual({ ok: true, value: '2025-03-01' });
    expect(readDay('２０２５年３月１日', '')).toEqual({ ok: true, value: '2025-03-01' });
  });

  it.each([
    ['2025-02-29', '不是存在的日期'],
    ['2025/13/1', '不是存在的日期'],
    ['3月1日', '不是可读的日期'],
    ['1800', '不是可读的日期'],
    ['12345', '不是可读的日期'],
    ['', '不是可读的日期'],
  ])('“%s” is refused at its pointer: %s', (text, why) => {
    const outcome = readDay(text, '/paidOn');
    expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/paidOn' }] });
    expect(JSON.stringify(outcome)).toContain(why);
  });
});

describe('a month in a cell', () => {
  it.each(['2025-03', '2025/3', '2025.03', '2025年3月', '2025年3月份', '202503', '2025-03-31', '45717'])(
    '“%s” is March 2025',
    (text) => expect(readMonth(text, '')).toEqual({ ok: true, value: '2025-03' }),
  );

  it.each(['2025-13', '3月', '202500', '上月', ''])('“%s” is refused at its pointer', (text) => {
    expect(readMonth(text, '/month')).toMatchObject({ ok: false, refusals: [{ pointer: '/month' }] });
  });
});
