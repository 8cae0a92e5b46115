import { isoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';

/**
 * The one source of "today" (architecture.md section 3). A database with demonstration data carries its own day,
 * YUHENG_TODAY sets it in any installation; sign-in and stored times use the real time all the same.
 */
export class Clock {
  constructor(private readonly fixedDay: IsoDate | null) {}

  today(): IsoDate {
    if (this.fixedDay) return this.fixedDay;
    // The bureau's day, wherever the server stands: China has one time zone and no summer time.
    return isoDate(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  }

  now(): Date {
    return new Date();
  }
}
