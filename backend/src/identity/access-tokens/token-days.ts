const DAY_MS = 24 * 60 * 60_000;
/** China has one time zone and no summer time. */
const BEIJING_MS = 8 * 60 * 60_000;

/** The day that it is in Beijing at a moment: 2026-03-20T16:00:00Z is 2026-03-21. */
export const beijingDayOf = (moment: Date): string =>
  new Date(moment.getTime() + BEIJING_MS).toISOString().slice(0, 10);

/** The last day that a token may be given: so many days on from today; with 1, tomorrow. */
export const lastDayAllowed = (now: Date, days: number): string =>
  beijingDayOf(new Date(now.getTime() + days * DAY_MS));

/** The first moment after a day in Beijing: of 2026-03-20, 2026-03-20T16:00:00Z. */
export const endOfBeijingDay = (day: string): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS - BEIJING_MS);
