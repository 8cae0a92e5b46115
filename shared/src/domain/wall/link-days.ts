import { addDays, type IsoDate } from '../period/year-month';
import { refusal, type Refusal } from '../refusal';

/** A link of the wall works for a year at most: then somebody says anew who it is for. */
const MOST_DAYS = 366;

/**
 * Refuses an end day that is over, or too far away; days of Beijing, both ends included.
 * Example: on 2026-11-23 from 2026-11-23 to 2027-11-24.
 */
export function refusedEndDay(endsOn: IsoDate, today: IsoDate): readonly Refusal[] {
  const last = addDays(today, MOST_DAYS);
  if (endsOn >= today && endsOn <= last) return [];
  return [
    refusal(
      '/endsOn',
      `截止日应在 ${today} 至 ${last} 之间（最长一年），读到 ${endsOn}。`,
      `The last day must be from ${today} to ${last} (a year at most), and is ${endsOn}.`,
    ),
  ];
}
