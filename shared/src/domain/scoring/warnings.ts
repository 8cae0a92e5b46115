import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { Rational } from '../numbers/rational';
import { printNumber } from './numbers/numeral';
import type { OverAchievement } from './rules/rule';

/** What a reader of a score must know; it never changes a score by itself. */
export interface Warning {
  readonly indicator?: string;
  readonly kind: 'marksNotHundred' | 'finalDiffers' | 'overAchievement';
  readonly message: Bilingual;
}

/** Of full marks of 0 there is no percent, so no grade either. */
export const marksNotHundred = (fullMarks: Rational): Warning => ({
  kind: 'marksNotHundred',
  message:
    fullMarks.numerator === 0n
      ? bilingual(
          '各指标分值合计0分，不是100分，不评定等级；请核对各指标分值。',
          'The marks sum to 0, not to 100, so no grade is given; check the marks.',
        )
      : bilingual(
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

/** What is told of an actual that is far better than its target: where less is better, it lies below the target. */
function wordsOf(id: string, { threshold, actual }: OverAchievement): Bilingual {
  const times = printNumber(threshold);
  switch (actual) {
    case 'above':
      return bilingual(
        `“${id}”的完成值超过目标值的${times}倍，请说明原因，并核实目标是否偏低。`,
        `"${id}" exceeds ${times} times its target; explain why, and check whether the target was set too low.`,
      );
    case 'below':
      return bilingual(
        `“${id}”的完成值优于目标值，目标值超过完成值的${times}倍，请说明原因，并核实目标是否偏宽。`,
        `The target of "${id}" is more than ${times} times its actual; explain why, and check whether the target was set too loosely.`,
      );
    case 'zero':
      return bilingual(
        `“${id}”的完成值为0，优于目标值，请说明原因，并核实目标是否偏宽。`,
        `The actual of "${id}" is 0, better than its target; explain why, and check whether the target was set too loosely.`,
      );
  }
}

export const overAchievement = (id: string, achieved: OverAchievement): Warning => ({
  indicator: id,
  kind: 'overAchievement',
  message: wordsOf(id, achieved),
});
