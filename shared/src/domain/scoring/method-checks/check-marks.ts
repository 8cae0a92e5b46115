import { add, compare, multiply, rational, reduce, subtract, ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { DEFAULT_SCORE_DECIMALS } from '../method';
import type { Method } from '../method';
import { printNumber } from '../numbers/numeral';
import { leavesOf } from './leaves-of';
import type { DraftLeaf } from './leaves-of';
import { error, warning } from './method-check';
import type { MethodFinding } from './method-check';
import { statedMarksOf } from './stated-marks';

function checkSum(leaves: readonly DraftLeaf[], stated: Rational): MethodFinding[] {
  // While the marks of a leaf cannot be read its own finding says so, and a sum would mislead.
  if (leaves.length === 0 || leaves.some((leaf) => leaf.marks === null)) return [];
  const sum = leaves.reduce((total, leaf) => add(total, leaf.marks ?? ZERO), ZERO);
  const difference = subtract(sum, stated);
  if (difference.numerator === 0n) return [];
  const more = difference.numerator > 0n;
  const by = printNumber(more ? difference : subtract(stated, sum));
  return [
    error(
      'marksDoNotSum',
      '/method/indicators',
      `各指标分值合计${printNumber(sum)}分，应为${printNumber(stated)}分，${more ? '多' : '少'}${by}分，请调整分值。`,
      `The marks sum to ${printNumber(sum)}, they are to sum to ${printNumber(stated)}: ${by} too ${more ? 'many' : 'few'}. Adjust them.`,
    ),
  ];
}

/** Marks with more places than a score is printed with could not be reached, or would be exceeded, by rounding. */
function checkPlaces(leaf: DraftLeaf, decimals: number): MethodFinding[] {
  if (leaf.marks === null) return [];
  if (reduce(multiply(leaf.marks, rational(10n ** BigInt(decimals)))).denominator === 1n) return [];
  return [
    error(
      'marksTooFine',
      `${leaf.pointer}/marks`,
      `指标“${leaf.name.zh}”的分值${printNumber(leaf.marks)}超过得分保留的${decimals}位小数，满分无法如实打印；请减少分值的小数位数，或者增加得分小数位数。`,
      `The marks ${printNumber(leaf.marks)} of "${leaf.name.en}" have more places than the ${decimals} of a score, so full marks could not be printed; use fewer places there or more in the scores.`,
    ),
  ];
}

function checkNoMarks({ indicator, marks, name, pointer }: DraftLeaf): MethodFinding[] {
  if (indicator.rule?.kind === 'veto' || marks === null || compare(marks, ZERO) !== 0) return [];
  return [
    warning(
      'noMarks',
      `${pointer}/marks`,
      `指标“${name.zh}”的分值为0分，对总得分没有影响；请给出分值，或者删去这项指标。`,
      `"${name.en}" has 0 marks and no effect on the total; give it marks or remove it.`,
    ),
  ];
}

/**
 * The marks as they stand: their exact sum is the stated total (10 + 4 × 22.5 is 100), none has more places than a score
 * is printed with, and none but a veto's is 0.
 */
export function checkMarks(method: Method): readonly MethodFinding[] {
  const leaves = leavesOf(method);
  const stated = statedMarksOf(method);
  const decimals = method.scoreDecimals ?? DEFAULT_SCORE_DECIMALS;
  // Unsound decimal places are the engine's to refuse.
  const known = Number.isInteger(decimals) && decimals >= 0;
  return [
    ...(stated === null
      ? [
          error(
            'statedMarksUnsound',
            '/method/statedMarks',
            '总分应当是大于0的有限小数，例如100，请改正。',
            'The stated total must be a finite decimal above 0, such as 100; correct it.',
          ),
        ]
      : checkSum(leaves, stated)),
    ...leaves.flatMap((leaf) => [...(known ? checkPlaces(leaf, decimals) : []), ...checkNoMarks(leaf)]),
  ];
}
