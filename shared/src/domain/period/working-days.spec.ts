import fc from 'fast-check';
import { addWorkingDays, holidayTableRefusals, workingCalendar, type HolidayTable } from './working-days';
import { addDays, daysBetween, isoDate, yearOf } from './year-month';

const day = isoDate;
/** As published for 2025 and 2026 (国办发明电〔2024〕12号, 〔2025〕7号), the spring of each. */
const TABLES: readonly HolidayTable[] = [
  {
    year: 2025,
    document: '国办发明电〔2024〕12号',
    off: [{ from: day('2025-01-28'), to: day('2025-02-04') }],
    worked: [day('2025-01-26'), day('2025-02-08')],
  },
  {
    year: 2026,
    document: '国办发明电〔2025〕7号',
    off: [
      { from: day('2026-01-01'), to: day('2026-01-03') },
      { from: day('2026-02-15'), to: day('2026-02-23') },
    ],
    worked: [day('2026-01-04'), day('2026-02-14'), day('2026-02-28')],
  },
];
const calendar = workingCalendar(TABLES);

describe('a day', () => {
  it.each([
    ['of the Spring Festival is off, a Friday too', '2026-02-20', false],
    ['that is worked instead is a working day, a Saturday too', '2026-02-28', true],
    ['of a plain weekend is off', '2026-03-07', false],
    ['of a plain week is worked', '2026-03-09', true],
  ])('%s', (_, text, worked) => {
    expect(calendar.isWorkingDay(day(text))).toBe(worked);
  });
});

describe('a term in working days', () => {
  it('does not count its first day and ends on a working day', () => {
    expect(addWorkingDays(day('2026-03-06'), 5, calendar)).toBe('2026-03-13');
    expect(addWorkingDays(day('2026-02-13'), 5, calendar)).toBe('2026-02-27');
    expect(addWorkingDays(day('2026-03-06'), 0, calendar)).toBe('2026-03-06');
  });

  it('has exactly so many working days, the last of which it ends on', () => {
    const days = fc.integer({ min: 0, max: 1000 }).map((count) => addDays(day('2025-01-01'), count));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count, calendar);
        const between = Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1));
        expect(between.filter(calendar.isWorkingDay)).toHaveLength(count);
        expect(calendar.isWorkingDay(to)).toBe(true);
      }),
    );
  });

  it('knows weekends only in a year without a table, and says that it has none', () => {
    expect([2024, 2025, 2026, 2027].map(calendar.hasTable)).toEqual([false, true, true, false]);
    expect(addWorkingDays(day('2027-09-30'), 1, calendar)).toBe('2027-10-01');
  });

  it('takes the later year’s word for the last days of December', () => {
    const next: HolidayTable = {
      year: 2027,
      document: '某通知',
      off: [{ from: day('2026-12-31'), to: day('2027-01-02') }],
      worked: [day('2026-12-26')],
    };
    expect(holidayTableRefusals(next)).toEqual([]);
    const both = workingCalendar([next, ...TABLES]);
    expect([both.isWorkingDay(day('2026-12-31')), both.isWorkingDay(day('2026-12-26'))]).toEqual([
      false,
      true,
    ]);
    expect(yearOf(addWorkingDays(day('2026-12-30'), 1, both))).toBe(2027);
  });
});

describe('a holiday table is refused', () => {
  const table = (off: [string, string][], worked: string[]): HolidayTable => ({
    year: 2027,
    document: '某通知',
    off: off.map(([from, to]) => ({ from: day(from), to: day(to) })),
    worked: worked.map(day),
  });
  it.each([
    ['when a span runs backwards', table([['2027-05-05', '2027-05-01']], []), '/off/0'],
    ['when a span is longer than any holiday', table([['2027-05-01', '2027-05-31']], []), '/off/0'],
    ['when a day off lies in another year', table([['2026-05-01', '2026-05-05']], []), '/off/0'],
    [
      'when two spans share a day',
      table(
        [
          ['2027-05-01', '2027-05-05'],
          ['2027-05-05', '2027-05-06'],
        ],
        [],
      ),
      '/off/1',
    ],
    ['when a worked day lies in another year', table([], ['2028-01-01']), '/worked/0'],
    ['when a worked day is no weekend', table([], ['2027-05-06']), '/worked/0'],
    ['when a worked day stands twice', table([], ['2027-05-08', '2027-05-08']), '/worked/1'],
    ['when a day is off and worked', table([['2027-05-01', '2027-05-05']], ['2027-05-01']), '/worked/0'],
  ])('%s', (_, given, pointer) => {
    expect(holidayTableRefusals(given).map((one) => one.pointer)).toEqual([pointer]);
  });
});
