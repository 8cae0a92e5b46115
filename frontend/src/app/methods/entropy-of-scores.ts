import type { MethodSimulation } from '@yuheng/shared/contract/evaluation-methods';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { divide, parseDecimal, type Rational } from '@yuheng/shared/domain/numbers/rational';
import { refused, type Outcome } from '@yuheng/shared/domain/refusal';
import type { WeighedGroup } from '@yuheng/shared/domain/scoring/method-weights/propose-marks';
import { entropy, type EntropyAnswer } from '@yuheng/shared/domain/weighting/entropy';

/** The leaves of each county in one year. */
export type YearScores = readonly MethodSimulation['counties'][number]['leaves'][];

const NO_SCORE = bilingual(
  '这一组中有的指标当年没有得分（缺报或者不适用），或者还含有下级指标，无法计算熵权；请另选一组或者另一个年度。',
  'Some of this group have no score in that year (missing or not applicable) or stand above others, so that there is no entropy: choose another group or year.',
);

/** What a county reached of each member, as a share of its marks; null where one has no score. */
function sharesOf(county: YearScores[number], group: WeighedGroup): readonly Rational[] | null {
  const shares = group.members.map(({ id }) => {
    const leaf = county.find((one) => one.id === id);
    const [score, marks] = [parseDecimal(leaf?.score ?? ''), parseDecimal(leaf?.marks ?? '')];
    return score && marks && marks.numerator > 0n ? divide(score, marks) : null;
  });
  return shares.every((one) => one !== null) ? shares : null;
}

/** Weights from how much the counties differed in each indicator of a group (熵权法): more is better in every score. */
export function entropyOfScores(group: WeighedGroup, scores: YearScores): Outcome<EntropyAnswer> {
  const rows = scores.map((county) => sharesOf(county, group));
  const matrix = rows.filter((row) => row !== null);
  if (matrix.length < rows.length || matrix.length === 0)
    return refused([{ pointer: '/scores', detail: NO_SCORE }]);
  return entropy({ matrix, directions: group.members.map(() => 'max' as const), normalise: 'min-max' });
}
