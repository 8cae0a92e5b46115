import type { WageMonth } from '../../metrics/facts';
import type { DoubtFacts } from './doubt-rule';

/** The wages of the month asked about, where they were reported, in time or late; null otherwise. */
export const reportedWages = ({ facts, month }: DoubtFacts): WageMonth | null =>
  facts.wageMonths.find((one) => one.month === month && (one.state === 'reported' || one.state === 'late')) ??
  null;
