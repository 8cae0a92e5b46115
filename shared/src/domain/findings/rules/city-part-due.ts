import { bilingual } from '../../bilingual';
import { fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import { FEN_PER_POST_MONTH } from '../../monitoring/expected-line';
import type { DoubtRule } from './doubt-rule';
import { reportedWages } from './reported-wages';

/** The city part that was due is not 1,000 元 for each person on post. */
export const cityPartDue: DoubtRule = (of) => {
  const wages = reportedWages(of);
  if (!wages) return null;
  const expected = fen(wages.personsOnPost * FEN_PER_POST_MONTH);
  if (wages.cityPartDue === expected) return null;
  return {
    id: 'doubt-cityPartDue',
    item: 'cityPartInFull',
    sentence: bilingual(
      `${wages.month} 月在岗 ${wages.personsOnPost} 人，按每人每月 1,000 元计，市级补助应为 ${printYuan(expected)} 元，填报为 ${printYuan(wages.cityPartDue)} 元；请核实后说明。`,
      `In ${wages.month} ${wages.personsOnPost} were on post: at 1,000 yuan each the city part is ${printYuan(expected)} yuan, and ${printYuan(wages.cityPartDue)} yuan were reported: please verify and explain.`,
    ),
    records: [wages.record],
  };
};
