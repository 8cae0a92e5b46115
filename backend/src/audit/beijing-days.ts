/** Days of Beijing time (all China, no summer time), both included; absent: from the first entry, to the last. */
export interface BeijingDays {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** From one moment up to, and without, another; null: without an end. */
export interface Interval {
  readonly since: Date | null;
  readonly until: Date | null;
}

const AHEAD_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Not before 1970: there is no entry, and PostgreSQL knows no year 0. */
const beginningOf = (day: string): number => Math.max(0, Date.parse(`${day}T00:00:00Z`) - AHEAD_MS);

/** Example: the one day 2026-11-22 is since 2026-11-21T16:00:00Z, until 2026-11-22T16:00:00Z. */
export const intervalOf = ({ from, to }: BeijingDays): Interval => ({
  since: from === undefined ? null : new Date(beginningOf(from)),
  until: to === undefined ? null : new Date(beginningOf(to) + DAY_MS),
});
