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
}

/** Duties in their order, those that differ by county only taken together. */
export function groupDuties(duties: readonly Duty[], rules: readonly RuleInYear[]): readonly DutyGroup[] {
  const groups = new Map<string, { duty: Duty; counties: string[] }>();
  for (const duty of duties) {
    const key = [duty.rule, duty.year, duty.month, duty.dueOn, duty.state, duty.own].join('|');
    const group = groups.get(key) ?? { duty, counties: [] };
    if (duty.countyName !== null) group.counties.push(duty.countyName);
    groups.set(key, group);
  }
  return [...groups].map(([key, { duty, counties }]) => ({
    key,
    duty,
    rule: rules.find((one) => one.rule === duty.rule && one.year === duty.year),
    counties,
  }));
}

/** One day of a month as a calendar shows it. */
export interface CalendarDay {
  readonly day: string;
  readonly groups: readonly DutyGroup[];
}

const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const printed = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The weeks of a month from Monday on; days of other months are null. */
export function weeksOf(month: string, groups: readonly DutyGroup[]): readonly (CalendarDay | null)[][] {
  const first = at(`${month}-01`);
  const lead = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: (CalendarDay | null)[][] = [];
  for (
    let start = first - lead * DAY;
    start === first - lead * DAY || printed(start).startsWith(month);
    start += 7 * DAY
  ) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => {
        const day = printed(start + index * DAY);
        return day.startsWith(month)
          ? { day, groups: groups.filter(({ duty }) => duty.dueOn === day) }
          : null;
      }),
    );
  }
  return weeks;
}

/** '2026-01' and −1 → '2025-12'. */
export function monthBeside(month: string, step: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + step;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** First and last day of a month. */
export const windowOf = (month: string): { from: string; to: string } => ({
  from: `${month}-01`,
  to: printed(at(`${monthBeside(month, 1)}-01`) - DAY),
});
