import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { compare, rational } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import { atLeast } from '../numbers/at-least';
import { exactSumOf } from '../numbers/exact-sum';
import type { EvaluatorRule } from '../method';
import { absent, isRefusal, notDecimal, printNumber, readNumeral, requireNumeral } from '../numbers/numeral';
import type { Numeral } from '../numbers/numeral';
import { ruleRefused, scored } from './rule';
import type { CompiledRule } from './rule';

type Aggregate = EvaluatorRule['aggregate'];

const WORDS: Readonly<Record<Aggregate, Bilingual>> = {
  mean: bilingual('取各评价人员打分的平均分', 'the mean of the evaluators’ marks'),
  median: bilingual('取各评价人员打分的中位数', 'the median of the evaluators’ marks'),
  trimmedMean: bilingual(
    '去掉一个最高分和一个最低分后取平均分（不足三人的取平均分）',
    'the mean without one highest and one lowest mark (with fewer than three marks, the mean)',
  ),
};

/** The marks that count. Their mean is the score, under each of the three aggregates. */
function countedMarks(marks: readonly Rational[], aggregate: Aggregate): readonly Rational[] {
  if (aggregate === 'mean') return marks;
  const sorted = [...marks].sort(compare);
  if (aggregate === 'trimmedMean' && sorted.length >= 3) return sorted.slice(1, -1);
  if (aggregate !== 'median') return sorted;
  const middle = Math.floor((sorted.length - 1) / 2);
  return sorted.slice(middle, sorted.length - middle);
}

function meanOf(marks: readonly Rational[]): Rational {
  const sum = exactSumOf(marks);
  return rational(sum.numerator, sum.denominator * BigInt(marks.length));
}

/** The score that marks make together, exactly and not yet rounded; at least one mark. */
export const aggregateOf = (marks: readonly Rational[], aggregate: Aggregate): Rational =>
  meanOf(countedMarks(marks, aggregate));

/** A mark between 0 and the full marks; its pointer is put together only where it is needed. */
function readMark(numeral: Numeral, full: Rational, pointer: string, index: number): Rational | Refusal {
  const mark = readNumeral(numeral);
  if (mark === null) return notDecimal(`${pointer}/marks/${index}`);
  if (mark.numerator >= 0n && atLeast(full, mark)) return mark;
  return refusal(
    `${pointer}/marks/${index}`,
    `打分应当在0至${printNumber(full)}之间，现为${printNumber(mark)}，请改正。`,
    `A mark must lie between 0 and ${printNumber(full)}; it is ${printNumber(mark)}. Correct it.`,
  );
}

/**
 * Marks given by evaluators, put together exactly: mean; median (of an even count the mean of the middle two);
 * trimmedMean (one lowest and one highest dropped; with fewer than three marks the mean).
 * Refused: an empty list, a mark below 0 or above the leaf's marks. Example: median of 8, 8.5, 9, 9 is 8.75.
 */
export function compileEvaluator(rule: EvaluatorRule, full: Rational): Outcome<CompiledRule> {
  return accepted({
    keys: ['marks'],
    words: WORDS[rule.aggregate],
    score: (value, pointer) => {
      if (value.marks === undefined) return ruleRefused([absent(`${pointer}/marks`)]);
      if (value.marks.length === 0) {
        return ruleRefused([
          refusal(
            `${pointer}/marks`,
            '至少应当有一名评价人员的打分；尚未打分的，请标记为缺报。',
            'At least one mark is needed; where none was given, state it as missing.',
          ),
        ]);
      }
      const wrong: Refusal[] = [];
      const marks: Rational[] = [];
      value.marks.forEach((given, index) => {
        const mark = readMark(given, full, pointer, index);
        if (isRefusal(mark)) wrong.push(mark);
        else marks.push(mark);
      });
      if (wrong.length > 0) return ruleRefused(wrong);
      return scored(aggregateOf(marks, rule.aggregate));
    },
    explain: (value) => {
      const marks = (value.marks ?? []).map((mark) => requireNumeral(mark, '') as Rational);
      const counted = countedMarks(marks, rule.aggregate).map(printNumber);
      return {
        inputs: marks.map((mark, index) => ({
          label: bilingual(`评价人员${index + 1}打分`, `mark of evaluator ${index + 1}`),
          figure: printNumber(mark),
        })),
        label: WORDS[rule.aggregate],
        expression: counted.length === 1 ? `${counted[0]}` : `(${counted.join(' + ')}) ÷ ${counted.length}`,
      };
    },
  });
}
