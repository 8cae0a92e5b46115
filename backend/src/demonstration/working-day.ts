import { addDays, daysBetween, isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';

/**
 * Public holidays of the demonstration's years, first and last day, as the State Council's yearly notices set them.
 * Weekends that were swapped into working days are left out: nothing in the demonstration happens on a weekend.
 */
const HOLIDAYS = [
  ['2024-01-01', '2024-01-01'],
  ['2024-02-10', '2024-02-17'],
  ['2024-04-04', '2024-04-06'],
  ['2024-05-01', '2024-05-05'],
  ['2024-06-10', '2024-06-10'],
  ['2024-09-15', '2024-09-17'],
  ['2024-10-01', '2024-10-07'],
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
] as const;

const A_MONDAY = isoDate('2024-01-01');

export function isWorkingDay(day: IsoDate): boolean {
  const weekday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7;
  return weekday < 5 && !HOLIDAYS.some(([first, last]) => first <= day && day <= last);
}

export const workingDayOnOrAfter = (day: IsoDate): IsoDate =>
  isWorkingDay(day) ? day : workingDayOnOrAfter(addDays(day, 1));

const workingDayOnOrBefore = (day: IsoDate): IsoDate =>
  isWorkingDay(day) ? day : workingDayOnOrBefore(addDays(day, -1));

/** The working day on or after the wish; where that would miss the deadline, the last one before it. */
export function workingDayInTime(wish: IsoDate, deadline: IsoDate): IsoDate {
  const later = workingDayOnOrAfter(wish);
  return later <= deadline ? later : workingDayOnOrBefore(deadline);
}

/** So many days after a day, moved on to a working day. */
export const workingDayAfter = (day: IsoDate, days: number): IsoDate =>
  workingDayOnOrAfter(addDays(day, days));
