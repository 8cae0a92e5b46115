import type { Workload } from '../../metrics/facts';
import { addMonths, type YearMonth } from '../../period/year-month';
import type { DoubtFacts } from './doubt-rule';

/** The workload of so many months running, the latest (the month asked about) first; null where one is not there. */
export function workloadOfMonths(
  { facts, before, month }: DoubtFacts,
  count: number,
): readonly Workload[] | null {
  const all = [...facts.workload, ...(before?.workload ?? [])];
  const of = (wanted: YearMonth): Workload[] => all.filter((one) => one.month === wanted).slice(0, 1);
  const found = Array.from({ length: count }, (_, back) => addMonths(month, -back)).flatMap(of);
  return found.length === count ? found : null;
}
