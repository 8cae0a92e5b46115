import type { IsoDate } from '../../period/year-month';
import type { CountyYearFacts } from '../facts';
import type { MetricSettings } from '../metric';

/** The day by which the counts of a whole year are to be reported, in the year after it. Example: 2026-01-31 for 2025. */
export const yearlyCountsDueOn = ({ year }: CountyYearFacts, settings: MetricSettings): IsoDate =>
  `${year + 1}-${settings.yearlyCountsDueBy}` as IsoDate;
