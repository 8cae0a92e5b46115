import type { IsoDate, YearMonth } from '../period/year-month';
import { firstDay, lastDay } from '../period/year-month';

/** 在岗期间: a stretch of days on post, the first and the last one included; `until` null: still on post. */
export interface PostPeriod {
  readonly from: IsoDate;
  /** 最后在岗日. */
  readonly until: IsoDate | null;
}

/** Whether a period covers a day. Example: on post until 30 June covers 30 June and not 1 July. */
export const covers = ({ from, until }: PostPeriod, day: IsoDate): boolean =>
  from <= day && (until === null || day <= until);

/** Whether a period covers at least one day of a month. */
export const touches = ({ from, until }: PostPeriod, month: YearMonth): boolean =>
  from <= lastDay(month) && (until === null || until >= firstDay(month));

/** Whether somebody with these periods is on post on a day. */
export const isOnPost = (periods: readonly PostPeriod[], day: IsoDate): boolean =>
  periods.some((period) => covers(period, day));

/** Whether two periods have a day in common. */
export const overlap = (one: PostPeriod, other: PostPeriod): boolean =>
  (one.until === null || other.from <= one.until) && (other.until === null || one.from <= other.until);
