import { addDays, isIsoDate, isoDate, isYearMonth } from '../period/year-month';
import type { IsoDate, YearMonth } from '../period/year-month';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome } from '../refusal';
import { plainFigure } from './plain-figure';

/** Serial 1 of a workbook is 1900-01-01; counted from here, because its 1900 has a 29 February that never was. */
const DAY_ZERO = isoDate('1899-12-30');
/** 2000-01-01 … 2099-12-31: a smaller or larger number is a count or an amount in the wrong cell. */
const [FIRST_SERIAL, LAST_SERIAL] = [36_526, 73_050];

const DAY = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$/;
const MONTH = /^(\d{4})(?:[-/.]|年)(\d{1,2})月?份?$/;

const twoDigits = (text = ''): string => text.padStart(2, '0');

function dayOf(plain: string): string | null {
  const match = DAY.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match) return `${match[1]}-${twoDigits(match[2])}-${twoDigits(match[3])}`;
  const serial = /^\d{5}$/.test(plain) ? Number(plain) : 0;
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? addDays(DAY_ZERO, serial) : null;
}

/**
 * A day as people write it in a cell: 2025-03-01, 2025/3/1, 2025.3.1, 2025年3月1日, 20250301, with full-width digits,
 * or the serial number that a workbook keeps for it (45717). Refused at the pointer: what is none, and a day that does
 * not exist.
 */
export function readDay(text: string, pointer: string): Outcome<IsoDate> {
  const day = dayOf(plainFigure(text).replace(/(?:T|\d{1,2}:)00:00(?::00)?(?:\.000)?Z?$/, ''));
  if (day !== null && isIsoDate(day)) return accepted(day);
  const shown = text.trim().slice(0, 40);
  return refused([
    refusal(
      pointer,
      day === null
        ? `“${shown}”不是可读的日期，请改为例如2025-03-01的写法。`
        : `“${shown}”不是存在的日期，请核对后改正。`,
      day === null
        ? `"${shown}" cannot be read as a day; write it like 2025-03-01.`
        : `"${shown}" is no day that exists; check and correct it.`,
    ),
  ]);
}

/** A month as people write it: 2025-03, 2025/3, 2025年3月(份), 202503, or any day of it. Refused at the pointer else. */
export function readMonth(text: string, pointer: string): Outcome<YearMonth> {
  const plain = plainFigure(text);
  const match = MONTH.exec(plain) ?? /^(\d{4})(\d{2})$/.exec(plain);
  const month = match ? `${match[1]}-${twoDigits(match[2])}` : dayOf(plain)?.slice(0, 7);
  if (month !== undefined && isYearMonth(month)) return accepted(month);
  const shown = text.trim().slice(0, 40);
  return refused([
    refusal(
      pointer,
      `“${shown}”不是可读的月份，请改为例如2025-03或2025年3月的写法。`,
      `"${shown}" cannot be read as a month; write it like 2025-03.`,
    ),
  ]);
}
