import { isIsoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';

/** What a pasted table says, and the lines that say nothing that can be understood. */
export interface ReadHolidays {
  readonly off: readonly { readonly from: IsoDate; readonly to: IsoDate }[];
  readonly worked: readonly IsoDate[];
  /** Numbers of lines, the first being 1. */
  readonly unread: readonly number[];
}

const DAY = /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})\s*日?/g;
const WORKED = /上班|补班|调班|\bwork(?:ed|ing)?\b/i;

/**
 * Reads one line each: one day or the first and last of several days off, and with 上班 (or “work”) each day on it as worked.
 * Example: “国庆节 2027年10月1日至2027年10月7日放假” → off 2027-10-01 … 2027-10-07; “2027/9/26 上班” → worked 2027-09-26.
 */
export function readHolidayLines(text: string): ReadHolidays {
  const off: { from: IsoDate; to: IsoDate }[] = [];
  const worked: IsoDate[] = [];
  const unread: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const days = [...line.matchAll(DAY)].map(
      ([, year, month, day]) => `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`,
    );
    const real = days.filter(isIsoDate);
    const [from, to = from] = real;
    const isWorked = WORKED.test(line);
    if (!from || !to || real.length < days.length || (!isWorked && days.length > 2)) unread.push(index + 1);
    else if (isWorked) worked.push(...real);
    else off.push({ from, to });
  }
  return { off, worked, unread };
}

/** The table as lines that are read the same way. */
export const holidayLines = ({
  off,
  worked,
}: {
  readonly off: readonly { readonly from: string; readonly to: string }[];
  readonly worked: readonly string[];
}): string =>
  [
    ...off.map(({ from, to }) => (from === to ? `${from} 放假` : `${from} 至 ${to} 放假`)),
    ...worked.map((day) => `${day} 上班`),
  ].join('\n');
