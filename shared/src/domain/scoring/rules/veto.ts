import { bilingual } from '../../bilingual';
import { ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import type { VetoRule } from '../method';
import { absent, isRefusal, printNumber, requireNumeral } from '../numeral';
import { ruleRefused, scored } from './rule';
import type { CompiledRule, RuleOutcome } from './rule';

/** A cap becomes the total, so it must be printable as one: not negative, with the decimal places of a score. */
function requireCap(rule: VetoRule, decimals: number, pointer: string): Rational | Refusal {
  const cap = requireNumeral(rule.capTotal, pointer);
  if (isRefusal(cap)) return cap;
  if (cap.numerator < 0n) {
    return refusal(
      pointer,
      `总分上限不得为负数，现为${printNumber(cap)}。`,
      `The cap of the total must not be negative; it is ${printNumber(cap)}.`,
    );
  }
  if ((cap.numerator * 10n ** BigInt(decimals)) % cap.denominator === 0n) return cap;
  return refusal(
    pointer,
    `总分上限最多保留${decimals}位小数（与得分的小数位数一致），现为${printNumber(cap)}。`,
    `The cap of the total has at most ${decimals} decimal places, like every score; it is ${printNumber(cap)}.`,
  );
}

/** That a veto gives no marks of its own: null when it is so. */
export function vetoWithMarks(marks: Rational, pointer: string): Refusal | null {
  if (marks.numerator === 0n) return null;
  return refusal(
    pointer,
    `负面清单指标自身不计分，分值应当为0，现为${printNumber(marks)}。`,
    `A veto gives no marks of its own, so its marks must be 0; they are ${printNumber(marks)}.`,
  );
}

/**
 * 负面清单（重大违规降档）: scores 0 of 0 marks; once it has occurred the total is `capTotal` at most, after all re-scaling
 * and before the grade. Of several that occurred the lowest cap counts. A cap above the full marks is allowed and idle.
 * Refused: a cap that is negative or has more places than `decimals`. Example: capTotal 59.99, a total of 97.24 → 59.99.
 */
export function compileVeto(rule: VetoRule, decimals: number, pointer: string): Outcome<CompiledRule> {
  const cap = requireCap(rule, decimals, `${pointer}/capTotal`);
  if (isRefusal(cap)) return refused([cap]);
  const capText = printNumber(cap);
  const capped: RuleOutcome = { ...scored(ZERO), capTotal: cap };
  const free = scored(ZERO);
  return accepted({
    keys: ['occurred'],
    words: bilingual(
      `负面清单：发生的，总分不超过${capText}分，自身不计分`,
      `veto: once it has occurred the total is ${capText} at most; it gives no marks of its own`,
    ),
    score: (value, at) => {
      if (value.occurred === undefined) return ruleRefused([absent(`${at}/occurred`)]);
      if (typeof value.occurred !== 'boolean') {
        return ruleRefused([
          refusal(
            `${at}/occurred`,
            '负面清单指标应当填写 true（已发生）或 false（未发生）。',
            'A veto takes true (it has occurred) or false.',
          ),
        ]);
      }
      return value.occurred ? capped : free;
    },
    explain: (value) => ({
      inputs: [
        {
          label: bilingual('是否发生', 'occurred'),
          figure: value.occurred === true ? '是 yes' : '否 no',
        },
      ],
      label:
        value.occurred === true
          ? bilingual(`已发生：总分不超过${capText}分`, `it has occurred: the total is ${capText} at most`)
          : bilingual('未发生：不影响总分', 'it has not occurred: the total is not affected'),
      expression: '0',
    }),
  });
}
