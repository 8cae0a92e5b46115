import type { CountyMonth } from '@yuheng/shared/contract/counties';
import type { Reading } from '../charts/reading';
import type { FigureState } from '../ui/figure-state-mark';
import { formatDay } from '../ui/day';

/** A month of which something is due or known; the others are said to be not due, and nothing more. */
export const isGathered = (month: CountyMonth): boolean =>
  month.inspection.state !== 'notDue' || month.wages.state !== 'notDue';

export const stateOfMonth = (month: CountyMonth): FigureState =>
  month.approved ? 'approved' : 'provisional';

/** The month without its year, which stands above the calendar as a whole. */
export const shortMonth = (month: string, { language, text }: Pick<Reading, 'language' | 'text'>): string =>
  language === 'en'
    ? formatDay(month, 'en').slice(0, 3)
    : text('counties.months.name', { month: Number(month.slice(5)) });

/** The day without its year: 8/12. */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;

/** A part of a whole for the eye; the figures stand beside it. Nothing of nothing is nothing. */
export const percentOf = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
