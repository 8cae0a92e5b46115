import type { Stage, ValueState } from '../metrics/facts';
import { addMonths, addMonthsToDay, dayOfMonth, type IsoDate, type YearMonth } from './year-month';

/** Clocks of the year. All are settings with these defaults (rules.md section 2). */
export interface DutyClocks {
  /** Day of the following month by which a month's inspection sheet is due. */
  readonly inspectionDay: number;
  /** Day of the following month by which a month's wages are to be paid. */
  readonly wageDay: number;
  /** Months from receipt within which both documents are to be filed (2022年文本：收到上级资金1个月内). */
  readonly filingMonths: number;
  /** Days from receipt within which county finance passes the money on; the usual rule, not in the texts. */
  readonly passOnDays: number;
}

export const DEFAULT_CLOCKS: DutyClocks = { inspectionDay: 8, wageDay: 15, filingMonths: 1, passOnDays: 30 };

/** Example: the sheet of 2025-03 is due on 2025-04-08. */
export const inspectionDueOn = (month: YearMonth, clocks = DEFAULT_CLOCKS): IsoDate =>
  dayOfMonth(addMonths(month, 1), clocks.inspectionDay);

/** Example: the wages of 2025-12 are due on 2026-01-15. */
export const wagesDueOn = (month: YearMonth, clocks = DEFAULT_CLOCKS): IsoDate =>
  dayOfMonth(addMonths(month, 1), clocks.wageDay);

/** The filing clock starts at the receipt date; null while nothing was received: the clock has not started. */
export const filingDueOn = (receivedOn: IsoDate | null, clocks = DEFAULT_CLOCKS): IsoDate | null =>
  receivedOn && addMonthsToDay(receivedOn, clocks.filingMonths);

/**
 * The state of a dated sheet or document: late and missing come from dates, never from a click. Handed in after its
 * day it stays late for good; due and absent it is missing; before its day it is not due.
 */
export function stateOfDated(dueOn: IsoDate | null, doneOn: IsoDate | null, asOf: IsoDate): ValueState {
  if (doneOn !== null && doneOn <= asOf) return dueOn !== null && doneOn > dueOn ? 'late' : 'reported';
  return dueOn !== null && dueOn < asOf ? 'missing' : 'notDue';
}

/** The stage of a sheet that nobody has touched yet: open once its month is over, else not due. */
export const untouchedStage = (month: YearMonth, asOf: IsoDate): Stage =>
  asOf >= dayOfMonth(addMonths(month, 1), 1) ? 'open' : 'notDue';
