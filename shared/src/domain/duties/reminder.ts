import type { IsoDate } from '../period/year-month';
import type { Duty } from './duties-of-county';
import type { ReminderUnit } from './reminder-unit';

/** What a bureau is reminded of on a day; each duty stands in one of the three, each three by date. */
export interface Reminder {
  readonly overdue: readonly Duty[];
  readonly today: readonly Duty[];
  /** Due within the days of the reminder, and not today. */
  readonly soon: readonly Duty[];
}

/**
 * What one bureau is reminded of: what it owes itself and is overdue, or due within the days of the reminder. A bureau of
 * a county is reminded of its county and of what every county owes; one of the city of all counties. What is done, and what
 * has no basis in force once its day is over, is nothing to be reminded of.
 */
export function reminderOf(duties: readonly Duty[], unit: ReminderUnit, asOf: IsoDate): Reminder {
  const own = duties
    .filter(({ rule, county }) => rule.owedBy.includes(unit.party) && isIn(unit, county))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const soon = own.filter(({ state }) => state === 'dueSoon');
  return {
    overdue: own.filter(({ state }) => state === 'overdue'),
    today: soon.filter(({ dueOn }) => dueOn === asOf),
    soon: soon.filter(({ dueOn }) => dueOn !== asOf),
  };
}

const isIn = ({ party, place }: ReminderUnit, county: string | null): boolean =>
  county === null || county === place || party === 'cityJustice' || party === 'cityFinance';

/** Nothing to say: no mail. */
export const saysNothing = ({ overdue, today, soon }: Reminder): boolean =>
  overdue.length + today.length + soon.length === 0;
