import { bilingual } from '../../bilingual';
import { compare, multiply, ONE, rational, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import { atLeast } from '../numbers/at-least';
import type { StepsRule } from '../method';
import { isRefusal, printNumber, requireNumeral } from '../numbers/numeral';
import { fixedScore, ruleRefused } from './rule';
import type { CompiledRule, RuleOutcome } from './rule';

interface ReadStep {
  readonly from: Rational;
  readonly ratio: Rational;
  /** What a figure that reaches it scores. */
  readonly outcome: RuleOutcome;
  /** As a reader sees it: "90". */
  readonly bound: string;
  readonly pointer: string;
}

function requireRatio(given: Rational | Refusal, pointer: string): Rational | Refusal {
  if (isRefusal(given) || (given.numerator >= 0n && compare(given, ONE) <= 0)) return given;
  return refusal(
    pointer,
    `每档的得分比例应当在0至1之间，现为${printNumber(given)}，请改正。`,
    `The ratio of a step must lie between 0 and 1; it is ${printNumber(given)}. Correct it.`,
  );
}

function readSteps(
  rule: StepsRule,
  marks: Rational,
  scale: bigint,
  pointer: string,
): { steps: ReadStep[]; refusals: Refusal[] } {
  const steps: ReadStep[] = [];
  const refusals: Refusal[] = [];
  rule.steps.forEach((step, index) => {
    const at = `${pointer}/steps/${index}`;
    const bound = requireNumeral(step.atLeast, `${at}/atLeast`);
    const ratio = requireRatio(requireNumeral(step.ratio, `${at}/ratio`), `${at}/ratio`);
    if (isRefusal(bound)) refusals.push(bound);
    if (isRefusal(ratio)) refusals.push(ratio);
    if (isRefusal(bound) || isRefusal(ratio)) return;
    const outcome = fixedScore(multiply(marks, ratio), scale);
    steps.push({ from: bound, ratio, outcome, bound: printNumber(bound), pointer: at });
  });
  return { steps, refusals };
}

/** From the highest down; two that begin at the same figure would give it two ratios. The later of them is refused. */
function checkDistinct(steps: readonly ReadStep[]): Refusal[] {
  const seen = new Set<string>();
  return steps.flatMap(({ bound, pointer }) => {
    if (!seen.has(bound)) {
      seen.add(bound);
      return [];
    }
    return [
      refusal(
        `${pointer}/atLeast`,
        `起点为${bound}的档次不止一个，请只保留一个。`,
        `More than one step begins at ${bound}; keep one of them.`,
      ),
    ];
  });
}

const percent = (ratio: Rational): string => `${printNumber(multiply(ratio, rational(100)))}%`;

function wordsOf(descending: readonly ReadStep[]): CompiledRule['words'] {
  const zh = descending.map((step) => `达到${step.bound}得${percent(step.ratio)}`).join('，');
  const en = descending.map((step) => `from ${step.bound} on ${percent(step.ratio)}`).join(', ');
  return bilingual(
    `分档计分：${zh}，低于最低一档不得分`,
    `in steps: ${en} of the marks, below all of them none`,
  );
}

/**
 * 分档: the highest step that is reached gives its share of the marks; below all of them the score is 0. The order of the
 * steps does not matter, a figure may be negative, and a higher step may give less (a range that is to be kept).
 * Refused: no step, a ratio outside 0…1, two steps that begin at the same figure.
 * Example: 10 marks, from 90 on 100 %, from 80 on 80 %; actual 86.2 → 10 × 0.8 = 8.
 */
export function compileSteps(
  rule: StepsRule,
  marks: Rational,
  scale: bigint,
  pointer: string,
): Outcome<CompiledRule> {
  if (rule.steps.length === 0) {
    return refused([
      refusal(`${pointer}/steps`, '至少应当有一档，请补充。', 'At least one step is needed; add it.'),
    ]);
  }
  const { steps, refusals } = readSteps(rule, marks, scale, pointer);
  const all = [...refusals, ...checkDistinct(steps)];
  if (all.length > 0) return refused(all);
  const descending = steps.sort((a, b) => compare(b.from, a.from));
  const nothing = fixedScore(ZERO, scale);
  const reached = (actual: Rational): ReadStep | undefined =>
    descending.find((step) => atLeast(actual, step.from));
  return accepted({
    keys: ['actual'],
    words: wordsOf(descending),
    score: (value, at) => {
      const actual = requireNumeral(value.actual, `${at}/actual`);
      if (isRefusal(actual)) return ruleRefused([actual]);
      return reached(actual)?.outcome ?? nothing;
    },
    explain: (value) => {
      const actual = requireNumeral(value.actual, '') as Rational;
      const inputs = [{ label: bilingual('实际值', 'actual'), figure: printNumber(actual) }];
      const step = reached(actual);
      if (!step) {
        return {
          inputs,
          label: bilingual('未达到最低一档，不得分', 'below all steps: no marks'),
          expression: '0',
        };
      }
      const label = bilingual(
        `达到“≥ ${step.bound}”一档：分值×该档比例`,
        `the step "≥ ${step.bound}" is reached: marks × its ratio`,
      );
      return { inputs, label, expression: `${printNumber(marks)} × ${printNumber(step.ratio)}` };
    },
  });
}
