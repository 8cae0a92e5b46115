import { printExact } from '../numbers/rational';
import { refusal, type Refusal } from '../refusal';
import type { EntropyInput } from './entropy-input';

/** What is wrong with a table of figures before any entropy is taken; see `entropy`. */
export function entropyRefusals({ matrix, directions, normalise }: EntropyInput): readonly Refusal[] {
  if (matrix.length < 2) {
    return [
      refusal(
        '/matrix',
        `数据只有 ${matrix.length} 行，熵权法至少需要 2 个单位，请补充`,
        `The table has ${matrix.length} rows; entropy weights need 2 units at least`,
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
            `Row ${i + 1} has ${row.length} figures, the first row ${columns}; make them equal`,
          ),
        ],
  );
  if (directions.length !== columns) {
    faults.push(
      refusal(
        '/directions',
        `指标方向有 ${directions.length} 项，指标有 ${columns} 个，应当一一对应，请改正`,
        `There are ${directions.length} directions for ${columns} indicators; give one an indicator`,
      ),
    );
  }
  if (faults.length > 0 || normalise === 'min-max') return faults;
  return matrix.flatMap((row, i) =>
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
}
