import { addDays, type IsoDate } from '../period/year-month';
import { isOnPost, type PostPeriod } from './post-period';

/** 空岗: so many posts stood empty from one day to another, both included; `until` null: still empty on `asOf`. */
export interface Vacancy {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly posts: number;
}

/** Days, both included, over which one number of posts was approved. */
export interface ApprovedPosts {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly posts: number;
}

/**
 * The stretches of days with empty posts within the approved days up to `asOf`, in their order; a new one begins where
 * their number changes. Days with as many persons as posts or more have none.
 * Example: 15 posts in 2025, of 15 persons one leaves after 31 May and another one comes on 1 September:
 * one vacancy, 2025-06-01 to 2025-08-31, of 1 post.
 */
export function vacanciesOf(
  persons: readonly (readonly PostPeriod[])[],
  { from, until, posts }: ApprovedPosts,
  asOf: IsoDate,
): readonly Vacancy[] {
  const end = until < asOf ? until : asOf;
  const emptyFrom = daysOfChange(persons, from, end).map((day) => ({
    day,
    empty: Math.max(0, posts - persons.filter((periods) => isOnPost(periods, day)).length),
  }));
  const steps = emptyFrom.filter(({ empty }, at) => empty !== emptyFrom[at - 1]?.empty);
  return steps.flatMap(({ day, empty }, at) => {
    const next = steps[at + 1]?.day;
    const last = end === until ? until : null;
    return empty === 0 ? [] : [{ from: day, until: next ? addDays(next, -1) : last, posts: empty }];
  });
}

/** The first day, and every later one on which somebody comes or is there no more. */
function daysOfChange(
  persons: readonly (readonly PostPeriod[])[],
  from: IsoDate,
  end: IsoDate,
): readonly IsoDate[] {
  if (end < from) return [];
  const days = persons
    .flat()
    .flatMap(({ from: first, until }) => [first, ...(until ? [addDays(until, 1)] : [])]);
  return [from, ...new Set(days.filter((day) => day > from && day <= end).sort())];
}
