import { printRounded, rational } from '../numbers/rational';
import { type IsoDate, lastDay, monthsOfYear, type YearMonth } from '../period/year-month';
import type { OnPostRule } from './on-post-rule';
import { type PostStanding, postStanding } from './roster-headline';
import { isOnPost, type PostPeriod, touches } from './post-period';

/** 核定名额、在岗人数 of one county in one month that is over. */
export interface OnPostMonth extends PostStanding {
  readonly month: YearMonth;
}

export interface OnPostYear {
  readonly months: readonly OnPostMonth[];
  /** 在岗人月. */
  readonly onPostMonths: number;
  /** 核定人月 of the same months. */
  readonly approvedMonths: number | null;
  /** 在岗率 in percent with two decimals, rounded half up; null where no post was approved or no month is over. */
  readonly rate: string | null;
}

/** How many persons count for a month by the rule. Each of `persons` is one person's periods. */
export function personsInMonth(
  persons: readonly (readonly PostPeriod[])[],
  month: YearMonth,
  rule: OnPostRule,
): number {
  const counts = (periods: readonly PostPeriod[]): boolean =>
    rule === 'lastDay' ? isOnPost(periods, lastDay(month)) : periods.some((period) => touches(period, month));
  return persons.filter(counts).length;
}

/**
 * Person-months on post of one county and year, month by month, over the months that are over on `asOf`:
 * 在岗率 = person-months on post ÷ (posts × months), as the metric `onPostRate` has it; nothing is capped.
 * Example: 11 of 12 posts filled in each of two months: 22 of 24, rate "91.67".
 */
export function onPostYear(
  persons: readonly (readonly PostPeriod[])[],
  { year, posts, rule, asOf }: { year: number; posts: number | null; rule: OnPostRule; asOf: IsoDate },
): OnPostYear {
  const months = monthsOfYear(year)
    .filter((month) => lastDay(month) <= asOf)
    .map((month): OnPostMonth => ({ month, ...postStanding(posts, personsInMonth(persons, month, rule)) }));
  const onPostMonths = months.reduce((sum, { onPost }) => sum + onPost, 0);
  const approvedMonths = posts === null ? null : posts * months.length;
  return {
    months,
    onPostMonths,
    approvedMonths,
    rate: approvedMonths ? printRounded(rational(onPostMonths * 100, approvedMonths), 2) : null,
  };
}
