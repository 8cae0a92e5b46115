import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addMonthsToDay,
  dayOfMonth,
  daysBetween,
  daysOfMonth,
  firstDay,
  isIsoDate,
  isoDate,
  isYearMonth,
  lastDay,
  monthNumber,
  monthOf,
  monthsOfYear,
  yearMonth,
  yearOf,
} from './year-month';

/** JavaScript's own calendar in UTC, as an independent check. */
const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const printed = (dayNumber: number): string => new Date(dayNumber * 86_400_000).toISOString().slice(0, 10);
const days = fc
  .integer({ min: utc('1600-01-01'), max: utc('2400-12-31') })
  .map((number) => isoDate(printed(number)));
const months = days.map(monthOf);

describe('months', () => {
  it('are written YYYY-MM and nothing else', () => {
    for (const text of ['2025-01', '2025-12']) expect(isYearMonth(text)).toBe(true);
    for (const text of ['2025-00', '2025-13', '2025-1', '25-01', '2025-01-01', ''])
      expect(isYearMonth(text)).toBe(false);
    expect(() => yearMonth('2025-13')).toThrow(RangeError);
  });

  it('are counted across years, and back', () => {
    expect(addMonths(yearMonth('2025-11'), 3)).toBe('2026-02');
    expect(addMonths(yearMonth('2025-01'), -1)).toBe('2024-12');
    fc.assert(
      fc.property(months, fc.integer({ min: -1200, max: 1200 }), (month, count) => {
        const later = addMonths(month, count);
        expect(addMonths(later, -count)).toBe(month);
        expect((yearOf(later) - yearOf(month)) * 12 + monthNumber(later) - monthNumber(month)).toBe(count);
      }),
    );
  });

  it('have the days of the Gregorian calendar', () => {
    expect(
      ['2023-02', '2024-02', '1900-02', '2000-02', '2025-04'].map((month) => daysOfMonth(yearMonth(month))),
    ).toEqual([28, 29, 28, 29, 30]);
    fc.assert(
      fc.property(months, (month) => {
        expect(utc(firstDay(addMonths(month, 1))) - utc(firstDay(month))).toBe(daysOfMonth(month));
        expect(lastDay(month)).toBe(printed(utc(firstDay(addMonths(month, 1))) - 1));
      }),
    );
  });

  it('make a year of twelve', () => {
    expect(monthsOfYear(2025)).toHaveLength(12);
    expect([monthsOfYear(2025)[0], monthsOfYear(2025)[11]]).toEqual(['2025-01', '2025-12']);
  });
});

describe('days', () => {
  it('exist, or are refused', () => {
    for (const text of ['2024-02-29', '2000-02-29', '2025-12-31']) expect(isIsoDate(text)).toBe(true);
    for (const text of [
      '2025-02-29',
      '1900-02-29',
      '2025-04-31',
      '2025-00-10',
      '2025-1-1',
      '2025-01-32',
      '',
    ]) {
      expect(isIsoDate(text)).toBe(false);
    }
    expect(() => isoDate('2025-02-29')).toThrow(RangeError);
  });

  it('are counted as the calendar of the language counts them', () => {
    fc.assert(
      fc.property(days, days, (from, to) => expect(daysBetween(from, to)).toBe(utc(to) - utc(from))),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(days, fc.integer({ min: -9999, max: 9999 }), (day, count) => {
        expect(addDays(day, count)).toBe(printed(utc(day) + count));
      }),
      { numRuns: 1000 },
    );
  });

  it('move by months to the same day, or to the last day of a shorter month', () => {
    expect(addMonthsToDay(isoDate('2025-01-31'), 1)).toBe('2025-02-28');
    expect(addMonthsToDay(isoDate('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonthsToDay(isoDate('2025-04-18'), 1)).toBe('2025-05-18');
    expect(addMonthsToDay(isoDate('2025-12-31'), 2)).toBe('2026-02-28');
    expect(dayOfMonth(yearMonth('2025-02'), 30)).toBe('2025-02-28');
  });
});
