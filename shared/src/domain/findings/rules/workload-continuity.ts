import { bilingual } from '../../bilingual';
import type { DoubtRule } from './doubt-rule';
import { workloadOfMonths } from './workload-of-months';

/** The month begins with another number than the last one ended with. */
export const workloadContinuity: DoubtRule = (of) => {
  const [counts, last] = workloadOfMonths(of, 2) ?? [];
  if (!counts || !last || counts.supervisedAtStart === last.supervisedAtEnd) return null;
  return {
    id: 'doubt-workloadContinuity',
    item: null,
    sentence: bilingual(
      `${counts.month} 月社区矫正对象期初 ${counts.supervisedAtStart} 人，${last.month} 月期末 ${last.supervisedAtEnd} 人，两个数字不一致；请核实后说明。`,
      `${counts.month} begins with ${counts.supervisedAtStart} supervised and ${last.month} ended with ${last.supervisedAtEnd}; the two figures differ: please verify and explain.`,
    ),
    records: [counts.record, last.record],
  };
};
