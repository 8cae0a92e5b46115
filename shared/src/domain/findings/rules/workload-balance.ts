import { bilingual } from '../../bilingual';
import type { DoubtRule } from './doubt-rule';
import { workloadOfMonths } from './workload-of-months';

/** Start + new − released is not the end of the month. */
export const workloadBalance: DoubtRule = (of) => {
  const [counts] = workloadOfMonths(of, 1) ?? [];
  if (!counts) return null;
  const { supervisedAtStart: start, supervisedNew: added, supervisedReleased: released } = counts;
  const expected = start + added - released;
  if (expected === counts.supervisedAtEnd) return null;
  return {
    id: 'doubt-workloadBalance',
    item: null,
    sentence: bilingual(
      `${counts.month} 月社区矫正对象期初 ${start} 人、新增 ${added} 人、解除 ${released} 人，期末应为 ${expected} 人，填报为 ${counts.supervisedAtEnd} 人；请核实后说明。`,
      `In ${counts.month} supervision began with ${start}, ${added} came and ${released} left: the end should be ${expected}, and ${counts.supervisedAtEnd} were reported: please verify and explain.`,
    ),
    records: [counts.record],
  };
};
