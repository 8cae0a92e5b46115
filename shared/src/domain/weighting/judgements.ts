import { compare, multiply, ONE, printExact, rational, subtract, type Rational } from '../numbers/rational';
import { refusal, type Refusal } from '../refusal';
import { MOST_CRITERIA } from './random-index';

/** One expert's pairwise comparisons: row i, column j says how many times more important i is than j. */
export type JudgementMatrix = readonly (readonly Rational[])[];

const TOLERANCE = rational(1, 1_000_000);

/**
 * What is wrong with one expert's matrix: not square, empty or of more than ten criteria, a judgement that is not
 * positive, a pair whose two judgements do not multiply to 1 within 10^-6 (the diagonal is its own pair). A broken pair
 * is reported once, at its upper element.
 */
export function judgementRefusals(matrix: JudgementMatrix, pointer: string): readonly Refusal[] {
  if (matrix.length === 0) {
    return [refusal(pointer, '判断矩阵是空的，请填写', 'The matrix of judgements is empty; fill it in')];
  }
  if (matrix.length > MOST_CRITERIA) {
    return [
      refusal(
        pointer,
        `判断矩阵有 ${matrix.length} 个指标，最多 ${MOST_CRITERIA} 个，请分层比较`,
        `The matrix compares ${matrix.length} criteria, at most ${MOST_CRITERIA} are taken; compare them in groups`,
      ),
    ];
  }
  const ragged = matrix.flatMap((row, i) =>
    row.length === matrix.length
      ? []
      : [
          refusal(
            `${pointer}/${i}`,
            `第 ${i + 1} 行有 ${row.length} 个判断值，矩阵有 ${matrix.length} 行，行数与列数应当相等，请改正`,
            `The length of row ${i + 1} is ${row.length}, the number of rows ${matrix.length}; make the matrix square`,
          ),
        ],
  );
  if (ragged.length > 0) return ragged;
  const notPositive = matrix.flatMap((row, i) =>
    row.flatMap((value, j) =>
      value.numerator > 0n
        ? []
        : [
            refusal(
              `${pointer}/${i}/${j}`,
              `第 ${i + 1} 行第 ${j + 1} 列的判断值为 ${printExact(value)}，应当大于 0，请改正`,
              `The judgement in row ${i + 1}, column ${j + 1} is ${printExact(value)}; it must be above 0`,
            ),
          ],
    ),
  );
  return notPositive.length > 0 ? notPositive : reciprocityRefusals(matrix, pointer);
}

function reciprocityRefusals(matrix: JudgementMatrix, pointer: string): readonly Refusal[] {
  return matrix.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const mirrored = matrix[j]?.[i];
      if (j < i || !mirrored || isReciprocal(value, mirrored)) return [];
      return [
        i === j
          ? refusal(
              `${pointer}/${i}/${i}`,
              `第 ${i + 1} 行第 ${i + 1} 列是指标与自身比较，应为 1，请改正`,
              `Row ${i + 1}, column ${i + 1} compares a criterion with itself; it must be 1`,
            )
          : refusal(
              `${pointer}/${i}/${j}`,
              `第 ${i + 1} 行第 ${j + 1} 列与第 ${j + 1} 行第 ${i + 1} 列应当互为倒数（乘积与 1 相差不超过 0.000001），请改正其中一个`,
              `Row ${i + 1}, column ${j + 1} and row ${j + 1}, column ${i + 1} must be reciprocal (their product within 0.000001 of 1); correct one of them`,
            ),
      ];
    }),
  );
}

function isReciprocal(value: Rational, mirrored: Rational): boolean {
  const excess = subtract(multiply(value, mirrored), ONE);
  const size = excess.numerator < 0n ? { ...excess, numerator: -excess.numerator } : excess;
  return compare(size, TOLERANCE) <= 0;
}
