import { DEFAULT_CLOCKS, filingDueOn, inspectionDueOn, wagesDueOn } from '../period/duty-clock';
import type { WorkingCalendar } from '../period/working-days';
import { addDays, lastDay, type IsoDate, type YearMonth } from '../period/year-month';
import type { SheetKind } from '../sheets/sheet';
import { duesOfYear, termEnd } from './duty-due';
import type { DutyKind, DutyRule } from './duty-rule';

/** By when things of one program and year are due, as the rules of that year say it. */
export interface DueDays {
  readonly ofSheet: (kind: SheetKind, month: YearMonth) => IsoDate;
  /** Null while nothing was received: the clock has not started. */
  readonly ofFiling: (receivedOn: IsoDate | null) => IsoDate | null;
  /** By when county finance passes on what arrived on a day. */
  readonly ofPassOn: (receivedOn: IsoDate) => IsoDate;
  /** By when the money of a year is to be issued, the last of several days; null where no rule names one. */
  readonly ofIssue: (year: number) => IsoDate | null;
}

/** The usual clocks, for a program whose rules name none (rules.md section 2). */
const USUAL: Readonly<Record<SheetKind, (month: YearMonth) => IsoDate>> = {
  inspection: (month) => inspectionDueOn(month),
  spending: (month) => wagesDueOn(month),
  workload: (month) => wagesDueOn(month),
};

/**
 * The due days under the rules of a year and a program; what no rule names is due by the usual clocks.
 * Examples: by the rules that come with the program the inspection of 2025-03 is due on 2025-04-08; once an officer makes it
 * five working days from 2026 on, that of 2026-04 is due on 2026-05-11 (1–5 May off, Saturday 9 May worked).
 */
export function dueDays(rules: readonly DutyRule[], calendar: WorkingCalendar): DueDays {
  const clockOf = (kind: DutyKind) => rules.find((rule) => rule.kind === kind)?.clock;
  return {
    ofSheet: (kind, month) => {
      const clock = clockOf(kind);
      return clock?.from === 'monthEnd' ? termEnd(lastDay(month), clock.term, calendar) : USUAL[kind](month);
    },
    ofFiling: (receivedOn) => {
      const clock = clockOf('filing');
      if (receivedOn === null || clock?.from !== 'receipt') return filingDueOn(receivedOn);
      return termEnd(receivedOn, clock.term, calendar);
    },
    ofPassOn: (receivedOn) => {
      const clock = clockOf('passOn');
      return clock?.from === 'receipt'
        ? termEnd(receivedOn, clock.term, calendar)
        : addDays(receivedOn, DEFAULT_CLOCKS.passOnDays);
    },
    ofIssue: (year) => {
      const clock = clockOf('issue');
      if (clock?.from !== 'fixedDays') return null;
      return duesOfYear(clock, year, { receivedOn: null, calendar }).at(-1)?.dueOn ?? null;
    },
  };
}
