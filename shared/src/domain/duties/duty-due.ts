import {
  addDays,
  addMonths,
  addMonthsToDay,
  dayOfMonth,
  daysBetween,
  lastDay,
  monthOf,
  monthsOfYear,
  yearOf,
  type IsoDate,
  type YearMonth,
} from '../period/year-month';
import { addWorkingDays, type WorkingCalendar } from '../period/working-days';
import type { DutyClock, DutyTerm } from './duty-rule';

/** One time at which a duty of a year falls due. */
export interface DutyDue {
  /** The month that it is about; null where it is about the year. */
  readonly month: YearMonth | null;
  /** The day from which the clock runs; null for a fixed day, and while it has not started. */
  readonly startsOn: IsoDate | null;
  /** Null while the clock has not started. */
  readonly dueOn: IsoDate | null;
  /** Working days were counted in a year without a holiday table, by weekends alone. */
  readonly assumed: boolean;
}

/**
 * When a duty of a year falls due: once a month, on each fixed day, or once from the receipt of the money.
 * Examples: a sheet due by the 8th of the following month, 2025-12 → 2026-01-08; a filing within one month of receipt on
 * 2025-01-31 → 2025-02-28; nothing received → one entry without a day.
 */
export function duesOfYear(
  clock: DutyClock,
  year: number,
  { receivedOn, calendar }: { readonly receivedOn: IsoDate | null; readonly calendar: WorkingCalendar },
): readonly DutyDue[] {
  switch (clock.from) {
    case 'monthEnd':
      return monthsOfYear(year).map((month) => ({ month, ...ended(lastDay(month), clock.term, calendar) }));
    case 'receipt':
      return [
        receivedOn === null
          ? { month: null, startsOn: null, dueOn: null, assumed: false }
          : { month: null, ...ended(receivedOn, clock.term, calendar) },
      ];
    case 'fixedDays':
      return clock.days.map(({ month, day, nextYear }) => ({
        month: null,
        startsOn: null,
        dueOn: dayOfMonth(
          addMonths(monthOf(`${nextYear ? year + 1 : year}-01-01` as IsoDate), month - 1),
          day,
        ),
        assumed: false,
      }));
  }
}

function ended(
  startsOn: IsoDate,
  term: DutyTerm,
  calendar: WorkingCalendar,
): Pick<DutyDue, 'startsOn' | 'dueOn' | 'assumed'> {
  const dueOn = termEnd(startsOn, term, calendar);
  const assumed =
    term.unit === 'workingDays' &&
    [yearOf(addDays(startsOn, 1)), yearOf(dueOn)].some((year) => !calendar.hasTable(year));
  return { startsOn, dueOn, assumed };
}

/** The last day of a term that runs from a day on; that day itself is not counted. */
export function termEnd(startsOn: IsoDate, { unit, count }: DutyTerm, calendar: WorkingCalendar): IsoDate {
  switch (unit) {
    case 'days':
      return addDays(startsOn, count);
    case 'workingDays':
      return addWorkingDays(startsOn, count, calendar);
    case 'months':
      return addMonthsToDay(startsOn, count);
    case 'dayOfNextMonth':
      return dayOfMonth(addMonths(monthOf(startsOn), 1), count);
  }
}

/**
 * `asked`: somebody waits for it now, though its day is not near. `reminder`: its day is over, but nothing is in force on
 * which it could be overdue, or the program holds no record of it.
 */
export type DutyState = 'done' | 'late' | 'overdue' | 'dueSoon' | 'asked' | 'notYet' | 'reminder';

export interface DutyRecord {
  /** The day on which it was done, no later than the day asked about; null: not done then. */
  readonly doneOn: IsoDate | null;
  /** Done, on a day of which only this is recorded. */
  readonly undated?: 'inTime' | 'late';
  /** Not done, and somebody waits for it: it was asked for, or given back to be done once more. */
  readonly asked?: boolean;
}

/** Days before its day in which a duty is said to be due soon. */
export const DUE_SOON_DAYS = 7;

/**
 * The state of a duty on a day, from dates alone. Its own day still counts: due on the 8th it is overdue on the 9th. Done
 * after its day it is late for good, where a basis is in force; without one (`binding` false) it is done. What is asked
 * for is never put off until its day comes near.
 */
export function dutyState(
  dueOn: IsoDate | null,
  { doneOn, undated, asked = false }: DutyRecord,
  { asOf, binding, soonDays = DUE_SOON_DAYS }: { asOf: IsoDate; binding: boolean; soonDays?: number },
): DutyState {
  if (undated) return binding && undated === 'late' ? 'late' : 'done';
  if (doneOn !== null && doneOn <= asOf) return binding && dueOn !== null && doneOn > dueOn ? 'late' : 'done';
  if (dueOn === null) return 'notYet';
  const left = daysBetween(asOf, dueOn);
  if (left >= 0 && left <= soonDays) return 'dueSoon';
  if (left < 0 && binding) return 'overdue';
  if (asked) return 'asked';
  return left < 0 ? 'reminder' : 'notYet';
}
