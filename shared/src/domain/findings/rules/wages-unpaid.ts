import { bilingual } from '../../bilingual';
import type { DoubtRule } from './doubt-rule';
import { reportedWages } from './reported-wages';

/** Wages reported without a date of payment although their day has passed. */
export const wagesUnpaid: DoubtRule = (of) => {
  const wages = reportedWages(of);
  if (!wages || wages.paidOn !== null || wages.dueOn >= of.facts.asOf) return null;
  return {
    id: 'doubt-wagesUnpaid',
    item: 'wagesOnTime',
    sentence: bilingual(
      `${wages.month} 月工资应于 ${wages.dueOn} 前发放，支出表中没有发放日期；请核实后说明。`,
      `The wages of ${wages.month} were to be paid by ${wages.dueOn}, and the spending sheet has no date of payment: please verify and explain.`,
    ),
    records: [wages.record],
  };
};
