import { refusal, type Refusal } from '../refusal';
import { addDays, daysBetween, yearOf, type IsoDate } from './year-month';

/** Days from one to another, both included, as a notice prints them: 2月15日至23日. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** One year's holidays as the State Council published them: data, loaded every year, never computed. */
export interface HolidayTable {
  readonly year: number;
  /** The notice and its number. */
  readonly document: string;
  /** Days off, weekends among them or not. */
  readonly off: readonly DaySpan[];
  /** Saturdays and Sundays that are worked instead (调休上班). */
  readonly worked: readonly IsoDate[];
}

/** Working days of all years. For a year without a table it knows weekends only, and says so. */
export interface WorkingCalendar {
  readonly isWorkingDay: (day: IsoDate) => boolean;
  readonly hasTable: (year: number) => boolean;
}

const SOME_MONDAY = '2024-01-01' as IsoDate;

const isWeekend = (day: IsoDate): boolean => ((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7 >= 5;

const daysOf = ({ from, to }: DaySpan): IsoDate[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index));

/**
 * The calendar of some tables. A notice may speak of the last days of the year before (元旦与周末连休): where two tables
 * name one day, the later year's holds.
 * Example: with the table of 2026, Friday 2026-02-20 is off and Saturday 2026-02-28 is worked.
 */
export function workingCalendar(tables: readonly HolidayTable[]): WorkingCalendar {
  const named = new Map<IsoDate, boolean>();
  for (const { off, worked } of [...tables].sort((a, b) => a.year - b.year)) {
    for (const day of off.flatMap(daysOf)) named.set(day, false);
    for (const day of worked) named.set(day, true);
  }
  const years = new Set(tables.map(({ year }) => year));
  return {
    isWorkingDay: (day) => named.get(day) ?? !isWeekend(day),
    hasTable: (year) => years.has(year),
  };
}

/**
 * The working day that lies so many working days after a day, which itself does not count (次日起算); 0: the day itself.
 * Example: five working days from Friday 2026-02-13 end on Friday 2026-02-27, the worked Saturday 02-14 among them.
 */
export function addWorkingDays(day: IsoDate, count: number, calendar: WorkingCalendar): IsoDate {
  let [reached, left] = [day, count];
  while (left > 0) {
    reached = addDays(reached, 1);
    if (calendar.isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

const LONGEST_SPAN = 16;

/**
 * Why a table cannot be taken; none: it can. Its days lie in its year or in the December before; a span runs forward and
 * over 16 days at most; no day stands twice; a worked day is a Saturday or Sunday, and none of the days off.
 */
export function holidayTableRefusals({ year, off, worked }: HolidayTable): readonly Refusal[] {
  const spans = off.flatMap((span, index) => spanRefusals(span, year, `/off/${index}`));
  if (spans.length > 0) return spans;
  const daysOff = off.map((span) => new Set(daysOf(span)));
  return [
    ...daysOff.flatMap((days, index) =>
      daysOff.slice(0, index).some((earlier) => [...days].some((day) => earlier.has(day)))
        ? [
            refusal(
              `/off/${index}`,
              '与前面的放假日期重叠，请核对通知原文。',
              'Overlaps days off before it; check the notice.',
            ),
          ]
        : [],
    ),
    ...worked.flatMap((day, index) => {
      const pointer = `/worked/${index}`;
      if (!belongsTo(day, year)) return [foreignDay(pointer, day, year)];
      if (worked.indexOf(day) < index) {
        return [refusal(pointer, `${day} 重复，请删去一个。`, `The day ${day} stands twice; remove one.`)];
      }
      if (!isWeekend(day)) {
        return [
          refusal(
            pointer,
            `${day} 不是周六或周日，本来就上班；请核对通知原文。`,
            `The day ${day} is no Saturday or Sunday and worked anyway; check the notice.`,
          ),
        ];
      }
      return daysOff.some((days) => days.has(day))
        ? [
            refusal(
              pointer,
              `${day} 既列为放假又列为上班，请核对通知原文。`,
              `The day ${day} is both off and worked; check the notice.`,
            ),
          ]
        : [];
    }),
  ];
}

const belongsTo = (day: IsoDate, year: number): boolean =>
  yearOf(day) === year || day.startsWith(`${year - 1}-12-`);

const foreignDay = (pointer: string, day: IsoDate, year: number): Refusal =>
  refusal(
    pointer,
    `${day} 不属于${year}年的安排（本年或上年12月）；请核对年份。`,
    `The day ${day} does not belong to the table of ${year} (that year or the December before); check the year.`,
  );

function spanRefusals({ from, to }: DaySpan, year: number, pointer: string): Refusal[] {
  const foreign = [from, to].find((day) => !belongsTo(day, year));
  if (foreign !== undefined) return [foreignDay(pointer, foreign, year)];
  const length = daysBetween(from, to) + 1;
  if (length >= 1 && length <= LONGEST_SPAN) return [];
  return [
    refusal(
      pointer,
      `放假应从较早的一天到较晚的一天，且不超过${LONGEST_SPAN}天；请核对通知原文。`,
      `Days off run from an earlier to a later day and over ${LONGEST_SPAN} days at most; check the notice.`,
    ),
  ];
}
