import { bilingual } from '../../bilingual';
import type { DoubtRule } from './doubt-rule';
import { reportedWages } from './reported-wages';

/** Wages were paid to another number of persons than is on post. */
export const personsPaid: DoubtRule = (of) => {
  const wages = reportedWages(of);
  if (!wages || wages.paidOn === null || wages.personsPaid === wages.personsOnPost) return null;
  return {
    id: 'doubt-personsPaid',
    item: 'wagesOnTime',
    sentence: bilingual(
      `${wages.month} 月在岗 ${wages.personsOnPost} 人，发放工资 ${wages.personsPaid} 人，两个数字不一致；请核实后说明。`,
      `In ${wages.month} ${wages.personsOnPost} were on post and ${wages.personsPaid} were paid; the two figures differ: please verify and explain.`,
    ),
    records: [wages.record],
  };
};
