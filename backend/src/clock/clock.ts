import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';

/** The bureau's day, wherever the server stands: China has one time zone and no summer time. */
const AHEAD_MS = 8 * 3_600_000;

/**
 * The one source of "today" (architecture.md section 3). A database with demonstration data carries its own day,
 * YUHENG_TODAY sets it in any installation; sign-in and stored times use the real time all the same.
 */
export class Clock {
  constructor(private readonly fixedDay: IsoDate | null) {}

  today(): IsoDate {
    if (this.fixedDay) return this.fixedDay;
    return isoDate(new Date(Date.now() + AHEAD_MS).toISOString().slice(0, 10));
  }

  now(): Date {
    return new Date();
  }

  /**
   * A stored moment as people read it, on the same clock as "today": where the installation carries its own day, what was
   * stored after that day happened on it, at its real time of the day. The moment stays whole for every comparison.
   * Example, the day being 2026-03-20: 2030-01-01T01:30:00Z is read as 2026-03-20T01:30:00Z. Without a day of its own
   * nothing changes.
   */
  asRead(moment: string): string {
    if (this.fixedDay === null) return moment;
    const inChina = new Date(Date.parse(moment) + AHEAD_MS).toISOString();
    if (inChina.slice(0, 10) <= this.fixedDay) return moment;
    return new Date(Date.parse(`${this.fixedDay}${inChina.slice(10)}`) - AHEAD_MS).toISOString();
  }
}
