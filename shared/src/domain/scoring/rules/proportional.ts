import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { compare, multiply, ONE, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import type { IndicatorValue, ProportionalRule } from '../method';
import { isRefusal, printDigits, printDivisor, printNumber, requireNumeral } from '../numbers/numeral';
import type { Numeral } from '../numbers/numeral';
import { fixedScore, ruleRefused, scored } from './rule';
import type { CompiledRule, OverAchievement, RuleArithmetic, RuleOutcome } from './rule';

type Direction = ProportionalRule['direction'];

const SIGN: Readonly<Record<Direction, string>> = { atLeast: '≥', atMost: '≤', exactly: '=' };

const WORDS: Readonly<Record<Direction, Bilingual>> = {
  atLeast: bilingual(
    '达到目标得满分，未达到的按“实际值÷目标值×分值”计分',
    'full marks when the target is met, otherwise actual ÷ target × marks',
  ),
  atMost: bilingual(
    '不超过目标得满分，超过的按“目标值÷实际值×分值”计分，实际值为0得满分',
    'full marks at or under the target, otherwise target ÷ actual × marks; an actual of 0 gets full marks',
  ),
  exactly: bilingual(
    '等于目标得满分，偏离的按两者之比（小÷大）×分值计分，实际值为0不得分',
    'full marks on the target, otherwise the smaller ÷ the larger × marks; an actual of 0 gets none',
  ),
};

/** a ÷ b of two figures greater than 0, or a = 0. */
const quotient = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? { numerator: a.numerator, denominator: b.numerator }
    : { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator };

/**
 * How far the actual got, as a share of the target that may exceed 1. Null stands for "boundlessly": nothing at all where
 * at most the target was allowed. Example: atLeast 86.2 of 95 is 0.907….
 */
function achievement(direction: Direction, actual: Rational, target: Rational): Rational | null {
  if (direction === 'atLeast') return quotient(actual, target);
  if (actual.numerator === 0n) return direction === 'atMost' ? null : ZERO;
  const inverse = quotient(target, actual);
  return direction === 'atMost' || inverse.numerator <= inverse.denominator
    ? inverse
    : { numerator: inverse.denominator, denominator: inverse.numerator };
}

function requirePositive(numeral: Numeral | undefined, pointer: string): Rational | Refusal {
  const target = requireNumeral(numeral, pointer);
  if (isRefusal(target) || target.numerator > 0n) return target;
  return refusal(
    pointer,
    `目标值应当大于0，现为 ${printNumber(target)}，请核对绩效目标。`,
    `A target must be greater than 0; it is ${printNumber(target)}. Check the performance goal.`,
  );
}

function requireThreshold(numeral: Numeral | undefined, pointer: string): Rational | Refusal {
  const threshold = requireNumeral(numeral, pointer);
  if (isRefusal(threshold) || compare(threshold, ONE) >= 0) return threshold;
  return refusal(
    pointer,
    `超额完成的提示倍数不得小于1，现为${printNumber(threshold)}，请改正。`,
    `The multiple above which over-achievement is reported must be at least 1; it is ${printNumber(threshold)}. Correct it.`,
  );
}

/** Whether the actual is better than the target by more than the threshold, and on which side of the target it lies. */
function overAchieved(
  direction: Direction,
  threshold: Rational,
  actual: Rational,
  target: Rational,
): OverAchievement | null {
  const [better, worse] = direction === 'atMost' ? [target, actual] : [actual, target];
  if (compare(better, multiply(threshold, worse)) <= 0) return null;
  if (direction !== 'atMost') return { threshold, actual: 'above' };
  return { threshold, actual: actual.numerator === 0n ? 'zero' : 'below' };
}

function explain(direction: Direction, marks: Rational, actual: Rational, target: Rational): RuleArithmetic {
  const [a, t, m] = [printNumber(actual), printNumber(target), printNumber(marks)];
  const share = achievement(direction, actual, target);
  const inputs = [
    { label: bilingual('目标值', 'target'), figure: `${SIGN[direction]} ${t}` },
    // A fraction tells a reader little until he sees about how much it is; the exact one is what is computed with.
    { label: bilingual('实际值', 'actual'), figure: a.includes('/') ? `${a} ≈ ${printDigits(actual)}` : a },
  ];
  if (share === null || share.numerator >= share.denominator) {
    return { inputs, label: bilingual('达到目标，得满分', 'the target is met: full marks'), expression: m };
  }
  const upright = direction === 'atLeast' || (direction === 'exactly' && compare(actual, target) < 0);
  const label = upright
    ? bilingual('未达到目标：分值×实际值÷目标值', 'short of the target: marks × actual ÷ target')
    : bilingual('超过目标：分值×目标值÷实际值', 'above the target: marks × target ÷ actual');
  const expression = upright
    ? `${m} × ${a} ÷ ${printDivisor(target)}`
    : `${m} × ${t} ÷ ${printDivisor(actual)}`;
  return { inputs, label, expression };
}

/**
 * The quantitative rule (rules.md section 4): atLeast actual ÷ target, atMost target ÷ actual, exactly the lesser of both,
 * held between 0 and 1, times the marks. The target, in the unit of the actual, is greater than 0.
 * Refused: a target ≤ 0, a negative actual. A target "goal" is read from the value; where none was issued the score
 * cannot be computed. Example: 10 marks, at least 43.2, actual 37.24 → 10 × 37.24 ÷ 43.2 = 8.62037….
 */
export function compileProportional(
  rule: ProportionalRule,
  marks: Rational,
  scale: bigint,
  pointer: string,
): Outcome<CompiledRule> {
  const fixed = rule.target === 'goal' ? null : requirePositive(rule.target, `${pointer}/target`);
  const threshold = rule.overAchievement
    ? requireThreshold(rule.overAchievement.threshold, `${pointer}/overAchievement/threshold`)
    : null;
  const refusals = [fixed, threshold].filter((one) => one !== null).filter(isRefusal);
  if (refusals.length > 0) return refused(refusals);
  const target = fixed as Rational | null;
  const full = fixedScore(marks, scale);

  const score = (value: IndicatorValue, at: string): RuleOutcome => {
    const actual = requireNumeral(value.actual, `${at}/actual`);
    if (isRefusal(actual)) return ruleRefused([actual]);
    if (actual.numerator < 0n) {
      return ruleRefused([
        refusal(`${at}/actual`, '实际值不得为负数，请核对。', 'The actual must not be negative; check it.'),
      ]);
    }
    if (target === null && value.target === undefined) {
      return {
        state: 'cannotCompute',
        reason: bilingual('绩效目标尚未下达，暂不能计分', 'no goal was issued, so it cannot be computed'),
      };
    }
    const against = target ?? requirePositive(value.target, `${at}/target`);
    if (isRefusal(against)) return ruleRefused([against]);
    const share = achievement(rule.direction, actual, against);
    const met = share === null || share.numerator >= share.denominator;
    const outcome = met ? full : scored(multiply(marks, share));
    if (threshold === null) return outcome;
    const overAchievement = overAchieved(rule.direction, threshold as Rational, actual, against);
    return overAchievement === null ? outcome : { ...outcome, overAchievement };
  };

  return accepted({
    keys: target === null ? ['actual', 'target'] : ['actual'],
    words: WORDS[rule.direction],
    score,
    explain: (value) =>
      explain(
        rule.direction,
        marks,
        requireNumeral(value.actual, '') as Rational,
        target ?? (requireNumeral(value.target, '') as Rational),
      ),
  });
}
