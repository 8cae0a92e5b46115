import { holidayLines, readHolidayLines } from './read-holiday-lines';

describe('a pasted table of holidays', () => {
  it('is read line by line, however its days are written', () => {
    const read = readHolidayLines(
      '元旦 2027-01-01 至 2027-01-03 放假\n\n国庆节：2027年10月1日—2027年10月7日\n端午节 2027/6/9\n2027.9.26、2027年10月9日 上班',
    );
    expect(read).toEqual({
      off: [
        { from: '2027-01-01', to: '2027-01-03' },
        { from: '2027-10-01', to: '2027-10-07' },
        { from: '2027-06-09', to: '2027-06-09' },
      ],
      worked: ['2027-09-26', '2027-10-09'],
      unread: [],
    });
  });

  it('names the lines in which no day is found, a day does not exist, or three days are off', () => {
    expect(
      readHolidayLines('春节放假调休\n2027-02-30 放假\n2027-02-05、2027-02-06、2027-02-07 放假').unread,
    ).toEqual([1, 2, 3]);
  });

  it('is written as it is read', () => {
    const table = { off: [{ from: '2027-01-01', to: '2027-01-03' }], worked: ['2027-01-09'] };
    expect(readHolidayLines(holidayLines(table))).toEqual({ ...table, unread: [] });
  });
});
