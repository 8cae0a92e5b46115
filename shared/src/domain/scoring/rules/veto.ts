import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { compare, floorOf, rational, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import type { VetoRule } from '../method';
import { absent, isRefusal, printNumber, requireNumeral } from '../numbers/numeral';
import { ruleRefused, scored } from './rule';
import type { CompiledRule, RuleOutcome } from './rule';

function requireCap(rule: VetoRule, pointer: string): Rational | Refusal {
  const cap = requireNumeral(rule.capTotal, pointer);
  if (isRefusal(cap) || cap.numerator >= 0n) return cap;
  return refusal(
    pointer,
    `总分上限不得为负数，现为${printNumber(cap)}，请改正。`,
    `The cap of the total must not be negative; it is ${printNumber(cap)}. Correct it.`,
  );
}

/** The cap where it can be printed as a total: cut down to the decimal places of a score, never above what the rule says. */
function cutDown({ numerator, denominator }: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  return rational(floorOf({ numerator: numerator * scale, denominator }), scale);
}

/** "59.99", and where a total has fewer places at which it is held: "59.99（保留1位小数取59.9）". */
function wordsOfCap(cap: Rational, cut: Rational, decimals: number): Bilingual {
  const [given, held] = [printNumber(cap), printNumber(cut)];
  if (compare(cap, cut) === 0) return bilingual(`${given}分`, given);
  return bilingual(
    `${given}分（总分保留${decimals}位小数，上限舍去其后各位，取${held}分）`,
    `${given} (held at ${held}: the cap is cut down to the ${decimals} decimal places of a total)`,
  );
}

/** That a veto gives no marks of its own: null when it is so. */
export function vetoWithMarks(marks: Rational, pointer: string): Refusal | null {
  if (marks.numerator === 0n) return null;
  return refusal(
    pointer,
    `负面清单指标自身不计分，分值应当为0，现为${printNumber(marks)}，请改为0。`,
    `A veto gives no marks of its own, so its marks must be 0; they are ${printNumber(marks)}. Set them to 0.`,
  );
}

/**
 * 负面清单（重大违规降档）: scores 0 of 0 marks; once it has occurred the total is `capTotal` at most, after all re-scaling
 * and before the grade. Of several that occurred the lowest cap counts. A cap above the full marks is allowed and idle.
 * A cap with more places than `decimals` is cut down to them, so that the total stays at or below what the rule says.
 * Refused: a negative cap. Example: capTotal 59.99, a total of 97.24 → 59.99; with one decimal place a total of 97.2 → 59.9.
 */
export function compileVeto(rule: VetoRule, decimals: number, pointer: string): Outcome<CompiledRule> {
  const cap = requireCap(rule, `${pointer}/capTotal`);
  if (isRefusal(cap)) return refused([cap]);
  const cut = cutDown(cap, decimals);
  const most = wordsOfCap(cap, cut, decimals);
  const capped: RuleOutcome = { ...scored(ZERO), capTotal: cut };
  const free = scored(ZERO);
  return accepted({
    keys: ['occurred'],
    words: bilingual(
      `负面清单：发生的，总分不超过${most.zh}，自身不计分`,
      `veto: once it has occurred the total is at most ${most.en}; it gives no marks of its own`,
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
          label:
            value.occurred === true
              ? bilingual('是否发生：已发生', 'occurred: yes')
              : bilingual('是否发生：未发生', 'occurred: no'),
          figure: '',
        },
      ],
      label:
        value.occurred === true
          ? bilingual(`已发生：总分不超过${most.zh}`, `it has occurred: the total is at most ${most.en}`)
          : bilingual('未发生：不影响总分', 'it has not occurred: the total is not affected'),
      expression: '0',
    }),
  });
}
