import { bilingual } from '../../bilingual';
import { compare, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import { atLeast } from '../numbers/at-least';
import type { DeductionRule, IndicatorValue } from '../method';
import { isRefusal, printNumber, requireNumeral } from '../numbers/numeral';
import { fixedScore, ruleRefused, scored } from './rule';
import type { CompiledRule } from './rule';

function requireCount(value: IndicatorValue, pointer: string): bigint | Refusal {
  const count = requireNumeral(value.occurrences, pointer);
  if (isRefusal(count)) return count;
  const { numerator, denominator } = count;
  if (numerator >= 0n && denominator === 1n) return numerator;
  if (numerator >= 0n && numerator % denominator === 0n) return numerator / denominator;
  return refusal(
    pointer,
    `发生次数应当是不小于0的整数，现为${printNumber(count)}，请改正。`,
    `The number of occurrences must be a whole number, 0 or more; it is ${printNumber(count)}. Correct it.`,
  );
}

function requireFloor(rule: DeductionRule, marks: Rational | null, pointer: string): Rational | Refusal {
  const floor = rule.floor === undefined ? ZERO : requireNumeral(rule.floor, pointer);
  const tooHigh = !isRefusal(floor) && marks !== null && compare(floor, marks) > 0;
  if (isRefusal(floor) || (floor.numerator >= 0n && !tooHigh)) return floor;
  const given = printNumber(floor);
  return tooHigh
    ? refusal(
        pointer,
        `扣分后的最低得分不得高于该指标分值${printNumber(marks)}，现为${given}，请改正。`,
        `The floor of a deduction must not exceed the marks of the indicator, ${printNumber(marks)}; it is ${given}. Correct it.`,
      )
    : refusal(
        pointer,
        `扣分后的最低得分不得为负数，现为${given}，请改正。`,
        `The floor of a deduction must not be negative; it is ${given}. Correct it.`,
      );
}

function requireDeduction(rule: DeductionRule, pointer: string): Rational | Refusal {
  const each = requireNumeral(rule.perOccurrence, pointer);
  if (isRefusal(each) || each.numerator >= 0n) return each;
  return refusal(
    pointer,
    `每次扣分不得为负数，现为${printNumber(each)}，请改正。`,
    `The deduction per occurrence must not be negative; it is ${printNumber(each)}. Correct it.`,
  );
}

/**
 * 扣分: max(floor, marks − n × perOccurrence), with n a whole number ≥ 0.
 * Marks of null were refused already, so the floor is not held against them.
 * Example: 5 marks, 1.25 per late filing, 1 late → 5 − 1 × 1.25 = 3.75.
 */
export function compileDeduction(
  rule: DeductionRule,
  full: Rational | null,
  scale: bigint,
  pointer: string,
): Outcome<CompiledRule> {
  const each = requireDeduction(rule, `${pointer}/perOccurrence`);
  const floor = requireFloor(rule, full, `${pointer}/floor`);
  if (isRefusal(each)) return refused(isRefusal(floor) ? [each, floor] : [each]);
  if (isRefusal(floor)) return refused([floor]);
  const marks = full ?? ZERO;
  const lowest = fixedScore(floor, scale);
  const denominator = marks.denominator * each.denominator;
  const before = marks.numerator * each.denominator;
  const off = each.numerator * marks.denominator;
  const after = (count: bigint): Rational => ({ numerator: before - count * off, denominator });
  const [eachText, floorText, marksText] = [printNumber(each), printNumber(floor), printNumber(marks)];
  return accepted({
    keys: ['occurrences'],
    words: bilingual(
      `每发生一次扣${eachText}分，最低得${floorText}分`,
      `${eachText} marks off per occurrence, at least ${floorText} left`,
    ),
    score: (value, at) => {
      const count = requireCount(value, `${at}/occurrences`);
      if (typeof count !== 'bigint') return ruleRefused([count]);
      const left = after(count);
      return atLeast(left, floor) ? scored(left) : lowest;
    },
    explain: (value) => {
      const count = requireCount(value, '') as bigint;
      const held = !atLeast(after(count), floor);
      const left = `${marksText} − ${count} × ${eachText}`;
      return {
        inputs: [{ label: bilingual('发生次数', 'occurrences'), figure: `${count}` }],
        label: held
          ? bilingual('扣分已到最低得分', 'the deduction has reached its floor')
          : bilingual('分值−次数×每次扣分', 'marks − occurrences × deduction'),
        expression: held ? `max(${floorText}, ${left})` : left,
      };
    },
  });
}
