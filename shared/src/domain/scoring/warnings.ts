import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { Rational } from '../numbers/rational';
import { printNumber } from './numeral';

/** What a reader of a score must know; it never changes a score by itself. */
export interface Warning {
  readonly indicator?: string;
  readonly kind: 'marksNotHundred' | 'finalDiffers' | 'overAchievement';
  readonly message: Bilingual;
}

export const marksNotHundred = (fullMarks: Rational): Warning => ({
  kind: 'marksNotHundred',
  message: bilingual(
    `各指标分值合计${printNumber(fullMarks)}分，不是100分；等级按折合百分制确定。`,
    `The marks sum to ${printNumber(fullMarks)}, not to 100; the grade is taken on the percent of full marks.`,
  ),
});

export const finalDiffers = (id: string, rule: string, final: string, reason: string): Warning => ({
  indicator: id,
  kind: 'finalDiffers',
  message: bilingual(
    `“${id}”最终得分${final}，与按规则计算的${rule}不同，理由：${reason}`,
    `The final score of "${id}" is ${final}, by the rule it is ${rule}. Reason: ${reason}`,
  ),
});

export const overAchievement = (id: string, threshold: Rational): Warning => ({
  indicator: id,
  kind: 'overAchievement',
  message: bilingual(
    `“${id}”的完成值超过目标值的${printNumber(threshold)}倍，请说明原因，并核实目标是否偏低。`,
    `"${id}" exceeds ${printNumber(threshold)} times its target; explain why, and check whether the target was set too low.`,
  ),
});
