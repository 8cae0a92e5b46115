import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import type { RecordReference } from '../metrics/facts';
import { compare, multiply, printUnits, rational, roundHalfUp } from '../numbers/rational';
import type { CompiledLeaf, CompiledMethod } from './compile-method';
import { GRADE_WORDS } from './grade';
import { nameOf } from './method';
import type { Indicator, IndicatorValue, IndicatorValues } from './method';
import { printDigits, printNumber } from './numeral';
import type { ScoreResult } from './score';
import type { LeafScore } from './score-leaf';

/** A step that a person can follow with a pencil; its records lead down to the facts. */
export interface ExplanationStep {
  readonly label: Bilingual;
  /** The arithmetic as it would be written on paper; empty where nothing is computed. */
  readonly expression: string;
  /** What it gives; "—" where nothing can be given. */
  readonly result: string;
  readonly records: readonly RecordReference[];
  readonly children: readonly ExplanationStep[];
}

/** Where the figures of one leaf came from. */
export interface LeafSource {
  readonly records: readonly RecordReference[];
  readonly steps: readonly ExplanationStep[];
}

export interface ScoreExplanation {
  /** The whole score: its indicators, their sum, re-scaling where leaves are not applicable, the grade. */
  readonly total: ExplanationStep;
  /** The step of each leaf, by its id. */
  readonly leaves: Readonly<Record<string, ExplanationStep>>;
}

export const NOTHING = '—';

export const step = (
  label: Bilingual,
  expression: string,
  result: string,
  rest: { records?: readonly RecordReference[]; children?: readonly ExplanationStep[] } = {},
): ExplanationStep => ({
  label,
  expression,
  result,
  records: rest.records ?? [],
  children: rest.children ?? [],
});

interface LeafInput {
  readonly leaf: CompiledLeaf;
  readonly value: IndicatorValue;
  readonly score: LeafScore;
  readonly source: LeafSource | undefined;
}

const titleOf = (indicator: Indicator, marks: string): Bilingual => {
  const name = nameOf(indicator);
  return bilingual(`${name.zh}（满分${marks}分）`, `${name.en} (of ${marks} marks)`);
};

function unscoredLeaf(input: LeafInput, title: Bilingual): ExplanationStep {
  const { value, score } = input;
  const given = value.reason ?? '';
  const reason = (score.state === 'scored' ? undefined : score.reason) ?? bilingual(given, given);
  const label =
    score.state === 'notApplicable'
      ? bilingual(
          `不适用，不计入得分，其余指标折合满分。理由：${reason.zh}`,
          `not applicable: left out, the rest is re-scaled. Reason: ${reason.en}`,
        )
      : bilingual(
          `缺报，暂不能计分，既不作零分也不剔除${reason.zh === '' ? '' : `。${reason.zh}`}`,
          `missing: neither a zero nor left out, the total cannot be computed${reason.en === '' ? '' : `. ${reason.en}`}`,
        );
  return step(title, '', NOTHING, {
    records: input.source?.records ?? [],
    children: [...(input.source?.steps ?? []), step(label, '', NOTHING)],
  });
}

function finalStep(value: IndicatorValue, rule: string, final: string): ExplanationStep {
  const reason = value.reason ?? '';
  return step(
    bilingual(
      `最终得分与按规则计算的得分（${rule}）不同，理由：${reason}`,
      `the final score differs from the rule (${rule}). Reason: ${reason}`,
    ),
    '',
    final,
  );
}

function leafStep(input: LeafInput, decimals: number): ExplanationStep {
  const { leaf, value, score, source } = input;
  const title = titleOf(leaf.indicator, printNumber(leaf.marks));
  if (score.state !== 'scored') return unscoredLeaf(input, title);
  const outcome = leaf.rule.score(value, leaf.valuePointer);
  if (outcome.state !== 'scored' || roundHalfUp(outcome.exact, decimals) !== score.ruleScore) {
    throw new RangeError(`The score of ${leaf.id} does not belong to its value.`);
  }
  const arithmetic = leaf.rule.explain(value);
  const records = source?.records ?? [];
  const ruleScore = printUnits(score.ruleScore, decimals);
  const final = printUnits(score.finalScore, decimals);
  const children = [
    step(bilingual(`规则：${leaf.rule.words.zh}`, `rule: ${leaf.rule.words.en}`), '', ''),
    ...arithmetic.inputs.map((one) => step(one.label, '', one.figure, { records })),
    ...(source?.steps ?? []),
    step(arithmetic.label, arithmetic.expression, printDigits(outcome.exact)),
    step(
      bilingual(`四舍五入，保留${decimals}位小数`, `rounded half up to ${decimals} decimal places`),
      printDigits(outcome.exact),
      ruleScore,
    ),
  ];
  if (score.finalScore !== score.ruleScore) children.push(finalStep(value, ruleScore, final));
  return step(title, arithmetic.expression, final, { records, children });
}

/** A parent's step holds those of its children; its result is the sum of the printed scores below it. */
function groupSteps(
  method: CompiledMethod,
  scores: ReadonlyMap<string, LeafScore>,
  leaves: Readonly<Record<string, ExplanationStep>>,
): readonly ExplanationStep[] {
  const decimals = method.scoreDecimals;
  const build = (indicator: Indicator): { step: ExplanationStep; units: bigint | null } => {
    const leaf = leaves[indicator.id];
    if (leaf && method.leafById.has(indicator.id)) {
      const one = scores.get(indicator.id);
      return { step: leaf, units: one?.state === 'scored' ? one.finalScore : null };
    }
    const below = method.method.indicators.filter((one) => one.parent === indicator.id).map(build);
    const counted = below.filter((one) => one.units !== null);
    const units = counted.length === 0 ? null : counted.reduce((sum, one) => sum + (one.units ?? 0n), 0n);
    const expression = counted.map((one) => one.step.result).join(' + ');
    const result = units === null ? NOTHING : printUnits(units, decimals);
    return {
      step: step(nameOf(indicator), expression, result, { children: below.map((one) => one.step) }),
      units,
    };
  };
  return method.method.indicators.filter((one) => one.parent === undefined).map((one) => build(one).step);
}

function closingSteps(method: CompiledMethod, result: ScoreResult): ExplanationStep[] {
  const print = (units: bigint): string => printUnits(units, method.scoreDecimals);
  if (result.missing.length > 0) {
    const names = result.missing.join('、');
    const label = bilingual(
      `缺报指标：${names}。补报或者裁定前，总分和等级暂不能计算`,
      `missing: ${result.missing.join(', ')}. Until it is reported or ruled on, total and grade cannot be computed`,
    );
    return [step(label, '', NOTHING)];
  }
  if (result.total === null || result.sum === null) {
    return [
      step(bilingual('各指标均不适用，不计总分', 'nothing is applicable, so there is no total'), '', NOTHING),
    ];
  }
  const scores = result.leaves.flatMap((leaf) => (leaf.state === 'scored' ? [print(leaf.finalScore)] : []));
  const steps = [
    step(bilingual('各指标得分之和', 'sum of the scores'), scores.join(' + '), print(result.sum)),
  ];
  const full = printNumber(method.fullMarks);
  if (compare(result.applicableMarks, method.fullMarks) !== 0) {
    const label = bilingual(
      '有不适用指标，按“合计×满分÷适用分值”折合，四舍五入一次',
      'leaves are not applicable: sum × full marks ÷ applicable marks, rounded once',
    );
    const expression = `${print(result.sum)} × ${full} ÷ ${printNumber(result.applicableMarks)}`;
    steps.push(step(label, expression, print(result.total)));
  }
  if (result.grade !== null) {
    const scale = 10n ** BigInt(method.scoreDecimals);
    const share = rational(method.fullMarks.denominator * 100n, method.fullMarks.numerator);
    const percent = printDigits(multiply(rational(result.total, scale), share));
    const word = GRADE_WORDS[result.grade];
    const label = bilingual(
      `等级：${word.zh}（百分制${percent}分）`,
      `grade: ${word.en} (${percent} percent)`,
    );
    steps.push(step(label, `${print(result.total)} × 100 ÷ ${full}`, percent));
  }
  return steps;
}

/**
 * Explains a score that `scoreValues` gave for these values: every figure is computed again from the value and must be the
 * one that was scored. The sum of the leaves' results, re-scaled where leaves are not applicable, is the total.
 * @throws RangeError when the result was not computed from these values.
 */
export function explainScore(
  method: CompiledMethod,
  values: IndicatorValues,
  result: ScoreResult,
  sources: Readonly<Record<string, LeafSource>> = {},
): ScoreExplanation {
  const scores = new Map(result.leaves.map((leaf) => [leaf.id, leaf]));
  const leaves: [string, ExplanationStep][] = method.leaves.map((leaf) => {
    const value = values[leaf.id];
    const score = scores.get(leaf.id);
    if (!value || !score) throw new RangeError(`The leaf ${leaf.id} was not scored.`);
    return [leaf.id, leafStep({ leaf, value, score, source: sources[leaf.id] }, method.scoreDecimals)];
  });
  const byId = Object.fromEntries(leaves);
  const total = result.total === null ? NOTHING : printUnits(result.total, method.scoreDecimals);
  const closing = closingSteps(method, result);
  const label = bilingual('总分', 'total score');
  return {
    total: step(label, closing[closing.length > 1 ? closing.length - 2 : 0]?.expression ?? '', total, {
      children: [...groupSteps(method, scores, byId), ...closing],
    }),
    leaves: byId,
  };
}
