import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { printUnits, rational } from '../../numbers/rational';
import type { CompiledGroup, CompiledMethod } from '../compile-method';
import { rescalingStep, sumExpression } from './explain-groups';
import { NOTHING, step } from './explanation-step';
import type { ExplanationStep } from './explanation-step';
import { GRADE_WORDS } from '../grade';
import type { GroupScore } from '../groups/group-scores';
import { nameOf } from '../method';
import { printDigits, printDivisor } from '../numbers/numeral';
import type { ScoreResult } from '../score';

function noTotal(result: ScoreResult): ExplanationStep {
  const label =
    result.missing.length > 0
      ? bilingual(
          `缺报指标：${result.missing.join('、')}。补报或者裁定前，总分和等级暂不能计算`,
          `missing: ${result.missing.join(', ')}. Until it is reported or ruled on, total and grade cannot be computed`,
        )
      : bilingual('各指标均不适用，不计总分', 'nothing is applicable, so there is no total');
  return step(label, '', NOTHING, { kind: 'state' });
}

/** Over the whole method the leaves themselves are added up; within the parents what stands at the root. */
function sumStep(
  method: CompiledMethod,
  roots: readonly ExplanationStep[],
  leaves: readonly ExplanationStep[],
  sum: string,
): ExplanationStep {
  return method.method.notApplicableWithin === 'parent'
    ? step(bilingual('各一级指标得分之和', 'sum of the scores at the root'), sumExpression(roots), sum, {
        kind: 'sum',
      })
    : step(bilingual('各指标得分之和', 'sum of the scores'), sumExpression(leaves), sum, { kind: 'sum' });
}

function vetoStep(method: CompiledMethod, result: ScoreResult, cap: bigint, before: bigint): ExplanationStep {
  const print = (units: bigint): string => printUnits(units, method.scoreDecimals);
  const occurred = result.leaves.flatMap((leaf) => {
    const compiled = method.leafById.get(leaf.id);
    return leaf.state === 'scored' && leaf.capTotal !== null && compiled ? [nameOf(compiled.indicator)] : [];
  });
  const [zh, en] = [occurred.map((one) => one.zh).join('、'), occurred.map((one) => one.en).join(', ')];
  const label: Bilingual =
    cap < before
      ? bilingual(
          `已发生负面清单所列情形：${zh}。总分以${print(cap)}分为限`,
          `veto: ${en} has occurred; the total is held at ${print(cap)}`,
        )
      : bilingual(
          `已发生负面清单所列情形：${zh}。总分未超过上限${print(cap)}分，不变`,
          `veto: ${en} has occurred; the total is not above the cap of ${print(cap)} and stays`,
        );
  const total = print(cap < before ? cap : before);
  return step(label, `min(${print(before)}, ${print(cap)})`, total, { kind: 'veto' });
}

function gradeStep(method: CompiledMethod, total: bigint, grade: keyof typeof GRADE_WORDS): ExplanationStep {
  const { numerator, denominator } = method.fullMarks;
  const percent = printDigits(rational(total * 100n * denominator, method.scale * numerator));
  const word = GRADE_WORDS[grade];
  const label = bilingual(`等级：${word.zh}（百分制${percent}分）`, `grade: ${word.en} (${percent} percent)`);
  const expression = `${printUnits(total, method.scoreDecimals)} × 100 ÷ ${printDivisor(method.fullMarks)}`;
  return step(label, expression, percent, { kind: 'grade' });
}

/** The lines that lead from what stands at the root to the total, without that of the grade. */
function totalLines(
  method: CompiledMethod,
  result: ScoreResult,
  roots: readonly ExplanationStep[],
  leaves: readonly ExplanationStep[],
): ExplanationStep[] {
  const group = method.groups.at(-1) as CompiledGroup;
  const whole = result.groups.at(-1) as GroupScore;
  const lines = [sumStep(method, roots, leaves, printUnits(whole.sum, method.scoreDecimals))];
  if (whole.rescaled) {
    const label = bilingual(
      '有不适用指标，按“合计×满分÷适用分值”折合，四舍五入一次',
      'leaves are not applicable: sum × full marks ÷ applicable marks, rounded once',
    );
    lines.push(rescalingStep(method, group, whole, label));
  }
  if (result.capTotal !== null) lines.push(vetoStep(method, result, result.capTotal, whole.score));
  return lines;
}

/**
 * Explains the total: what stands at the root of the tree, its sum, the re-scaling where something is not applicable, the
 * cap of a veto that has occurred, and the grade; or why there is no total. The result is the total as printed.
 */
export function explainTotal(
  method: CompiledMethod,
  result: ScoreResult,
  roots: readonly ExplanationStep[],
  leaves: readonly ExplanationStep[],
): ExplanationStep {
  const title = bilingual('总分', 'total score');
  if (result.total === null) {
    return step(title, '', NOTHING, { kind: 'whole', children: [...roots, noTotal(result)] });
  }
  const lines = totalLines(method, result, roots, leaves);
  const grade = result.grade === null ? [] : [gradeStep(method, result.total, result.grade)];
  return step(title, lines.at(-1)?.expression ?? '', printUnits(result.total, method.scoreDecimals), {
    kind: 'whole',
    children: [...roots, ...lines, ...grade],
  });
}
