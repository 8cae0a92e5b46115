import { addDays, type IsoDate } from '../period/year-month';
import type { WorkingCalendar } from '../period/working-days';

/**
 * Working days that lie after a day, up to and with another; the day itself does not count, and 0 is said of a day that
 * lies before it. Example: found on Friday 2025-04-11, it is 1 working day old on Monday 2025-04-14.
 */
export function ageInWorkingDays(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number {
  let age = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) age += 1;
  return age;
}
