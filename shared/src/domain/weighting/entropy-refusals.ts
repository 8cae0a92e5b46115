import { tooLongAt } from '../apportionment/checks/long-figures';
import { divide, ONE, printExact, ZERO } from '../numbers/rational';
import { refusal, type Refusal } from '../refusal';
import type { EntropyInput } from './entropy-input';

/** What is wrong with a table of figures before any entropy is taken; see `entropy`. */
export function entropyRefusals({ matrix, directions, normalise }: EntropyInput): readonly Refusal[] {
  if (matrix.length < 2) {
    return [
      refusal(
        '/matrix',
        `数据只有 ${matrix.length} 行，熵权法至少需要 2 个单位，请补充`,
        `Rows given: ${matrix.length}; entropy weights need at least 2 units`,
      ),
    ];
  }
  const columns = matrix[0]?.length ?? 0;
  if (columns === 0) {
    return [refusal('/matrix/0', '没有指标数据，请填写', 'There is no indicator; fill in the figures')];
  }
  const faults = matrix.flatMap((row, i) =>
    row.length === columns
      ? []
      : [
          refusal(
            `/matrix/${i}`,
            `第 ${i + 1} 行有 ${row.length} 项，第 1 行有 ${columns} 项，各行项数应当一致，请改正`,
            `The length of row ${i + 1} is ${row.length}, that of the first row ${columns}; make them equal`,
          ),
        ],
  );
  if (directions.length !== columns) {
    faults.push(
      refusal(
        '/directions',
        `指标方向有 ${directions.length} 项，指标有 ${columns} 个，应当一一对应，请改正`,
        `Directions given: ${directions.length}, indicators: ${columns}; give one for each indicator`,
      ),
    );
  }
  if (faults.length > 0) return faults;
  const notPositive = normalise === 'sum' ? notPositiveRefusals(matrix) : [];
  return notPositive.length > 0 ? notPositive : lengthRefusals({ matrix, directions, normalise });
}

const notPositiveRefusals = (matrix: EntropyInput['matrix']): readonly Refusal[] =>
  matrix.flatMap((row, i) =>
    row.flatMap((value, j) =>
      value.numerator > 0n
        ? []
        : [
            refusal(
              `/matrix/${i}/${j}`,
              `第 ${i + 1} 行第 ${j + 1} 列为 ${printExact(value)}，按合计归一（sum）要求数值大于 0，请核对或改用 min-max`,
              `Row ${i + 1}, column ${j + 1} is ${printExact(value)}; "sum" takes values above 0 only: check it, or use "min-max"`,
            ),
          ],
    ),
  );

/** Rows times digits of a column: shares are only added up and turned into doubles, so that seconds allow for many. */
const MOST_DIGITS = 200_000_000;

/** Columns whose shares have so long a denominator that no one could wait for them; 1/x makes it of the figures. */
function lengthRefusals({ matrix, directions, normalise }: EntropyInput): readonly Refusal[] {
  return directions.flatMap((direction, column) => {
    const inverse = normalise === 'sum' && direction === 'min';
    const figures = matrix.map((row) => row[column] ?? ZERO);
    const terms = inverse ? figures.map((figure) => divide(ONE, figure)) : figures;
    const tooLong = tooLongAt([terms], matrix.length, MOST_DIGITS);
    return tooLong
      ? [
          refusal(
            `/matrix/${tooLong.place}/${column}`,
            `第 ${column + 1} 列到第 ${tooLong.place + 1} 行为止，化为同一分母后位数超过 ${tooLong.most} 位，无法在合理时间内精确计算，请将数据四舍五入为几位小数`,
            `Column ${column + 1} has more than ${tooLong.most} digits over one common denominator up to row ${tooLong.place + 1}, too long to be computed exactly in reasonable time; round the figures to a few decimals`,
          ),
        ]
      : [];
  });
}
