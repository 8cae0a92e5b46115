import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { isWorkingDay, workingDayAfter, workingDayInTime, workingDayOnOrAfter } from './working-day';

describe('working days of the demonstration', () => {
  it.each([
    ['2026-03-20', true],
    ['2026-03-21', false],
    ['2026-03-22', false],
    ['2025-10-08', false],
    ['2025-10-09', true],
    ['2024-02-12', false],
    ['2023-12-30', false],
  ])('%s is one: %s', (day, expected) => {
    expect(isWorkingDay(isoDate(day))).toBe(expected);
  });

  it('moves a day off on to the next working day', () => {
    expect(workingDayOnOrAfter(isoDate('2025-10-01'))).toBe('2025-10-09');
    expect(workingDayAfter(isoDate('2026-02-13'), 1)).toBe('2026-02-24');
  });

  it('falls back to the working day before where the next one would be too late', () => {
    expect(workingDayInTime(isoDate('2025-10-03'), isoDate('2025-10-08'))).toBe('2025-09-30');
    expect(workingDayInTime(isoDate('2025-10-03'), isoDate('2025-10-09'))).toBe('2025-10-09');
  });
});
