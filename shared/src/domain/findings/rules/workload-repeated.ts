import { bilingual } from '../../bilingual';
import type { Workload } from '../../metrics/facts';
import type { DoubtRule } from './doubt-rule';
import { workloadOfMonths } from './workload-of-months';

/** So many months running with the very same counts are asked about. */
const MONTHS = 4;

const figures = (one: Workload): string =>
  [
    one.supervisedAtStart,
    one.supervisedNew,
    one.supervisedReleased,
    one.supervisedAtEnd,
    one.resettled,
    one.assessments,
  ].join();

/**
 * All six counts are the same for four months running, though somebody came or left in them. A quiet county, in which
 * nobody came, left or was assessed, repeats its figures rightly.
 */
export const workloadRepeated: DoubtRule = (of) => {
  const months = workloadOfMonths(of, MONTHS);
  const [latest] = months ?? [];
  if (!months || !latest || months.some((one) => figures(one) !== figures(latest))) return null;
  if (latest.supervisedNew + latest.supervisedReleased + latest.assessments === 0) return null;
  const earliest = months.at(-1)?.month ?? latest.month;
  return {
    id: 'doubt-workloadRepeated',
    item: null,
    sentence: bilingual(
      `${earliest} 至 ${latest.month} 连续 ${MONTHS} 个月的工作量各项数字完全相同；请核实后说明。`,
      `From ${earliest} to ${latest.month}, ${MONTHS} months running, all counts of the workload are the same: please verify and explain.`,
    ),
    records: months.map(({ record }) => record),
  };
};
