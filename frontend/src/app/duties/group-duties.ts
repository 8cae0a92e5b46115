import {
  addDays,
  daysBetween,
  daysOfMonth,
  firstDay,
  isoDate,
  lastDay,
  monthOf,
  type IsoDate,
  type YearMonth,
} from '@yuheng/shared/domain/period/year-month';
import type { Answer } from '../api/client';

type Calendar = Answer<'listDuties'>;
export type Duty = Calendar['duties'][number];
export type RuleInYear = Calendar['rules'][number];

/** The same thing, due on the same day and in the same state in several counties: one line. */
export interface DutyGroup {
  readonly key: string;
  readonly duty: Duty;
  readonly rule: RuleInYear | undefined;
  /** Names in official order; empty for a duty of the whole city. */
  readonly counties: readonly string[];
  /** So many duties: of a round one county can have several of the same day. */
  readonly times: number;
}

/** Duties in their order, those that differ by county only taken together. */
export function groupDuties(duties: readonly Duty[], rules: readonly RuleInYear[]): readonly DutyGroup[] {
  const groups = new Map<string, { duty: Duty; counties: string[]; times: number }>();
  for (const duty of duties) {
    const key = [
      duty.rule,
      duty.year,
      duty.round,
      duty.month,
      duty.dueOn,
      duty.state,
      duty.own,
      duty.returnReason,
    ].join('|');
    const group = groups.get(key) ?? { duty, counties: [], times: 0 };
    group.times += 1;
    if (duty.countyName !== null && !group.counties.includes(duty.countyName))
      group.counties.push(duty.countyName);
    groups.set(key, group);
  }
  return [...groups].map(([key, { duty, counties, times }]) => ({
    key,
    duty,
    rule: rules.find((one) => one.rule === duty.rule && one.year === duty.year),
    counties,
    times,
  }));
}

/** One day of a month as a calendar shows it. */
export interface CalendarDay {
  readonly day: string;
  readonly groups: readonly DutyGroup[];
}

/** The weeks of a month from Monday on; days of other months are null. */
export function weeksOf(
  month: YearMonth,
  groups: readonly DutyGroup[],
): readonly (readonly (CalendarDay | null)[])[] {
  const lead = weekday(firstDay(month));
  const count = Math.ceil((lead + daysOfMonth(month)) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (__, index) => {
      const day = addDays(firstDay(month), week * 7 + index - lead);
      return monthOf(day) === month ? { day, groups: groups.filter(({ duty }) => duty.dueOn === day) } : null;
    }),
  );
}

const SOME_MONDAY = isoDate('2024-01-01');

/** 0 on a Monday. */
const weekday = (day: IsoDate): number => ((daysBetween(SOME_MONDAY, day) % 7) + 7) % 7;

/** First and last day of a month. */
export const windowOf = (month: YearMonth): { from: IsoDate; to: IsoDate } => ({
  from: firstDay(month),
  to: lastDay(month),
});
