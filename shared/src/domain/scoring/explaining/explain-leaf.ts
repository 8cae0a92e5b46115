import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { printUnits } from '../../numbers/rational';
import type { CompiledLeaf, CompiledMethod } from '../compile-method';
import { NOTHING, step } from './explanation-step';
import type { ExplanationStep, LeafSource } from './explanation-step';
import { nameOf } from '../method';
import type { Indicator, IndicatorValue } from '../method';
import { printDigits, printNumber } from '../numbers/numeral';
import { roundScore } from '../numbers/round-score';
import type { LeafScore } from '../score-leaf';

export interface LeafInput {
  readonly leaf: CompiledLeaf;
  readonly value: IndicatorValue;
  readonly score: LeafScore;
  readonly source: LeafSource | undefined;
}

const titleOf = (indicator: Indicator, marks: string): Bilingual => {
  const name = nameOf(indicator);
  return bilingual(`${name.zh}（满分${marks}分）`, `${name.en} (of ${marks} marks)`);
};

/** What becomes of the marks of a leaf that is not applicable. */
function effectOf(method: CompiledMethod, leaf: CompiledLeaf): Bilingual {
  if (leaf.marks.numerator === 0n)
    return bilingual('该指标无分值，总分不变', 'it has no marks, so nothing changes');
  return method.method.notApplicableWithin === 'parent' && leaf.indicator.parent !== undefined
    ? bilingual(
        '上级指标内其余指标折合其满分',
        'the rest of its parent is re-scaled to the marks of the parent',
      )
    : bilingual('其余指标折合满分', 'the rest is re-scaled');
}

function unscoredLeaf(method: CompiledMethod, input: LeafInput, title: Bilingual): ExplanationStep {
  const { leaf, value, score } = input;
  const given = value.reason ?? '';
  const reason = (score.state === 'scored' ? undefined : score.reason) ?? bilingual(given, given);
  const effect = effectOf(method, leaf);
  const label =
    score.state === 'notApplicable'
      ? bilingual(
          `不适用，不计入得分，${effect.zh}。理由：${reason.zh}`,
          `not applicable: left out, ${effect.en}. Reason: ${reason.en}`,
        )
      : bilingual(
          `缺报，暂不能计分，既不作零分也不剔除${reason.zh === '' ? '' : `。${reason.zh}`}`,
          `missing: neither a zero nor left out, the total cannot be computed${reason.en === '' ? '' : `. ${reason.en}`}`,
        );
  return step(title, '', NOTHING, {
    kind: 'leaf',
    records: input.source?.records ?? [],
    children: [
      ...(input.source?.steps ?? []),
      ...(input.source?.decisions ?? []),
      step(label, '', NOTHING, { kind: 'state' }),
    ],
  });
}

function finalStep(value: IndicatorValue, rule: string, final: string): ExplanationStep {
  const reason = value.reason ?? '';
  const label = bilingual(
    `最终得分与按规则计算的得分（${rule}）不同，理由：${reason}`,
    `the final score differs from the rule (${rule}). Reason: ${reason}`,
  );
  return step(label, '', final, { kind: 'final' });
}

/**
 * Explains one leaf: its rule, what it was scored on, the arithmetic, the rounding and where it differs the final score
 * with its reason; or the state that keeps it from having a score. The result is the leaf's score as printed.
 * @throws RangeError when the score was not computed from this value.
 */
export function explainLeaf(method: CompiledMethod, input: LeafInput): ExplanationStep {
  const { leaf, value, score, source } = input;
  const decimals = method.scoreDecimals;
  const title = titleOf(leaf.indicator, printNumber(leaf.marks));
  if (score.state !== 'scored') return unscoredLeaf(method, input, title);
  const outcome = leaf.rule.score(value, leaf.valuePointer);
  if (outcome.state !== 'scored' || roundScore(outcome.exact, method.scale) !== score.ruleScore) {
    throw new RangeError(`The score of ${leaf.id} does not belong to its value.`);
  }
  const arithmetic = leaf.rule.explain(value);
  const records = source?.records ?? [];
  const ruleScore = printUnits(score.ruleScore, decimals);
  const final = printUnits(score.finalScore, decimals);
  const exact = printDigits(outcome.exact);
  const rule = bilingual(`规则：${leaf.rule.words.zh}`, `rule: ${leaf.rule.words.en}`);
  const rounding = bilingual(
    `四舍五入，保留${decimals}位小数`,
    `rounded half up to ${decimals} decimal places`,
  );
  const children = [
    step(rule, '', '', { kind: 'rule' }),
    ...arithmetic.inputs.map((one) => step(one.label, '', one.figure, { kind: 'input', records })),
    ...(source?.steps ?? []),
    step(arithmetic.label, arithmetic.expression, exact, { kind: 'arithmetic' }),
    step(rounding, exact, ruleScore, { kind: 'rounding' }),
    ...(source?.decisions ?? []),
  ];
  if (score.finalScore === score.ruleScore) {
    return step(title, arithmetic.expression, final, { kind: 'leaf', records, children });
  }
  // The arithmetic gives the score by the rule: beside another final score it would read as false.
  children.push(finalStep(value, ruleScore, final));
  return step(title, '', final, { kind: 'leaf', records, children });
}
