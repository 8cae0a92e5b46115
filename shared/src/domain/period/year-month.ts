/** A calendar month, 'YYYY-MM'. Strings in this form sort and compare as months do. */
export type YearMonth = string & { readonly form: 'YYYY-MM' };
/** A calendar day, 'YYYY-MM-DD'. No time zone is ever applied to it. */
export type IsoDate = string & { readonly form: 'YYYY-MM-DD' };

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const DATE = /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const isYearMonth = (text: string): text is YearMonth => MONTH.test(text);

/** True for a day that exists: 2025-02-29 is refused. */
export function isIsoDate(text: string): text is IsoDate {
  const match = DATE.exec(text);
  return match !== null && Number(match[3]) <= daysOfMonth(`${match[1]}-${match[2]}` as YearMonth);
}

/** @throws RangeError when the text is not a month. */
export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) throw new RangeError(`"${text}" is not a month in the form YYYY-MM.`);
  return text;
}

/** @throws RangeError when the text is not an existing day. */
export function isoDate(text: string): IsoDate {
  if (!isIsoDate(text)) throw new RangeError(`"${text}" is not a day in the form YYYY-MM-DD.`);
  return text;
}

export const yearOf = (period: YearMonth | IsoDate): number => Number(period.slice(0, 4));
export const monthOf = (day: IsoDate): YearMonth => day.slice(0, 7) as YearMonth;
export const monthNumber = (month: YearMonth): number => Number(month.slice(5, 7));

/** The month that lies so many months later (or earlier, if negative). */
export function addMonths(month: YearMonth, count: number): YearMonth {
  const index = yearOf(month) * 12 + monthNumber(month) - 1 + count;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as YearMonth;
}

/** The twelve months of a calendar year, which is also China's fiscal year. */
export const monthsOfYear = (year: number): readonly YearMonth[] =>
  Array.from({ length: 12 }, (_, index) => addMonths(`${year}-01` as YearMonth, index));

export function daysOfMonth(month: YearMonth): number {
  const year = yearOf(month);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthNumber(month) - 1] ?? 31;
}

export const firstDay = (month: YearMonth): IsoDate => `${month}-01` as IsoDate;
export const lastDay = (month: YearMonth): IsoDate => `${month}-${daysOfMonth(month)}` as IsoDate;
export const dayOfMonth = (month: YearMonth, day: number): IsoDate =>
  `${month}-${String(Math.min(day, daysOfMonth(month))).padStart(2, '0')}` as IsoDate;

/** Days since 1970-01-01 in the proleptic Gregorian calendar (Fliegel–Van Flandern), without any clock. */
function dayNumber(day: IsoDate): number {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return Number(day.slice(8, 10)) + Math.floor((153 * m + 2) / 5) + 365 * y + leapDays - 32045 - 2440588;
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** The day that lies so many days later (or earlier, if negative). */
export function addDays(day: IsoDate, count: number): IsoDate {
  const number = dayNumber(day) + count + 719468;
  const era = Math.floor(number / 146097);
  const dayOfEra = number - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const dayInMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayInMonth).padStart(2, '0')}` as IsoDate;
}

/** The same day of the following month, or its last day where that month is shorter ("within one month"). */
export function addMonthsToDay(day: IsoDate, count: number): IsoDate {
  return dayOfMonth(addMonths(monthOf(day), count), Number(day.slice(8, 10)));
}
