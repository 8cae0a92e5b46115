import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';
import type { AhpFigures, AhpWorking } from './ahp-working';
import { explainAhp, type AhpExplanation } from './explain-ahp';
import { judgementRefusals, type JudgementMatrix } from './judgements';
import { nearestDouble } from './nearest-double';
import { geometricMean, principalEigenvector } from './principal-eigenvector';
import { randomIndexOf, type RandomIndexTable } from './random-index';
import { twelveDigits } from './twelve-digits';

export type AhpInput = (
  | { readonly matrix: JudgementMatrix }
  /** One matrix an expert, all of one size. */
  | { readonly matrices: readonly JudgementMatrix[] }
) & {
  /** Default '1980'. */
  readonly randomIndex?: RandomIndexTable | undefined;
};

export interface AhpAnswer extends AhpFigures {
  readonly explanation?: AhpExplanation;
}

/**
 * Weights from pairwise comparisons (层次分析法; T. L. Saaty, The Analytic Hierarchy Process, 1980): the principal
 * eigenvector, with the consistency of the judgements. Several experts are put together by the geometric mean of each
 * judgement, the only mean that keeps them reciprocal (Aczél and Saaty, J. Math. Psych. 27, 1983).
 *
 * Every figure is rounded to 12 significant digits. The consistency index is taken of lambdaMax as printed, so that a
 * consistent matrix has exactly 0; rounded judgements such as 0.333333 may bring it a hair under 0.
 * Refuses, with the pointer: see `judgementRefusals`; experts whose matrices differ in size; judgements so far apart
 * (dozens of powers of ten) that no weights can be computed to 10^-9.
 *
 * Example: [[1, 3], ["1/3", 1]] has weights 0.75 and 0.25, lambdaMax 2, index and ratio 0.
 */
export function ahp(input: AhpInput, options: { readonly explain?: boolean } = {}): Outcome<AhpAnswer> {
  const several = 'matrices' in input;
  const matrices = several ? input.matrices : [input.matrix];
  const pointerOf = (expert: number): string => (several ? `/matrices/${expert}` : '/matrix');
  const refusals = several && matrices.length === 0 ? [NO_EXPERT] : matricesRefusals(matrices, pointerOf);
  if (refusals.length > 0) return refused(refusals);
  const table = input.randomIndex ?? '1980';
  const experts = matrices.map((matrix) =>
    workingOf(
      matrix.map((row) => row.map(nearestDouble)),
      table,
    ),
  );
  const [first] = experts;
  const joined = several && experts.length > 1 ? workingOf(meanOf(matrices), table) : first;
  const sound = experts.flatMap((working) => (working ? [working] : []));
  if (!joined || sound.length < experts.length) {
    const failed = experts.findIndex((working) => !working);
    return refused([tooFarApart(failed < 0 ? '/matrices' : pointerOf(failed))]);
  }
  const { judgements, ...figures } = joined;
  return accepted({
    ...figures,
    ...(options.explain ? { explanation: explainAhp({ ...figures, judgements }, sound, table) } : {}),
  });
}

const NO_EXPERT = refusal(
  '/matrices',
  '没有判断矩阵，请至少给出一位专家的矩阵',
  'There is no matrix; give that of one expert at least',
);

const tooFarApart = (pointer: string): Refusal =>
  refusal(
    pointer,
    '判断值相差过于悬殊，无法求得可靠的权重，请核对（通常取 1/9 至 9）',
    'The judgements are too far apart for reliable weights; check them (they usually lie between 1/9 and 9)',
  );

function matricesRefusals(
  matrices: readonly JudgementMatrix[],
  pointerOf: (expert: number) => string,
): readonly Refusal[] {
  const size = matrices[0]?.length ?? 0;
  const faults = matrices.flatMap((matrix, expert) => judgementRefusals(matrix, pointerOf(expert)));
  if (faults.length > 0) return faults;
  return matrices.flatMap((matrix, expert) =>
    matrix.length === size
      ? []
      : [
          refusal(
            pointerOf(expert),
            `第 ${expert + 1} 位专家比较了 ${matrix.length} 个指标，第 1 位比较了 ${size} 个，应当一致，请改正`,
            `Expert ${expert + 1} compares ${matrix.length} criteria, the first ${size}; they must be the same`,
          ),
        ],
  );
}

/** The geometric mean of the experts' judgements, element by element. */
const meanOf = (matrices: readonly JudgementMatrix[]): number[][] =>
  (matrices[0] ?? []).map((row, i) =>
    row.map((_, j) =>
      geometricMean(
        matrices.flatMap((matrix) => {
          const value = matrix[i]?.[j];
          return value ? [nearestDouble(value)] : [];
        }),
      ),
    ),
  );

function workingOf(judgements: readonly (readonly number[])[], table: RandomIndexTable): AhpWorking | null {
  const found = principalEigenvector(judgements);
  if (!found) return null;
  const criteria = judgements.length;
  const lambdaMax = twelveDigits(found.eigenvalue);
  const index = criteria < 2 ? 0 : (lambdaMax - criteria) / (criteria - 1);
  const randomIndex = randomIndexOf(criteria, table);
  return {
    judgements,
    weights: found.weights.map(twelveDigits),
    lambdaMax,
    consistencyIndex: twelveDigits(index),
    consistencyRatio: randomIndex === null ? 0 : twelveDigits(index / randomIndex),
  };
}
