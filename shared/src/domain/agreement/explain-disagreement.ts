import type { Step } from '../apportionment/explaining/sheet-step';
import { bilingual, type Bilingual } from '../bilingual';
import { multiply, rational, type Rational } from '../numbers/rational';
import { nearestDouble } from '../weighting/nearest-double';
import { printSixDigits } from './explain-decimals';
import type { AlphaWorking } from './krippendorff-alpha';
import type { MeasurementLevel } from './rating-distances';
import { present, wholeRatings, type Ratings } from './ratings';

/** What the difference of two ratings is at each level. */
const DIFFERENCE: Readonly<Record<MeasurementLevel, Bilingual>> = {
  nominal: bilingual('不同为 1、相同为 0', '1 where they are not the same, else 0'),
  ordinal: bilingual('名次之差的平方，并列取中间名次', 'squared difference of ranks, mid-ranks for ties'),
  interval: bilingual('评分之差的平方', 'squared difference of the ratings'),
  ratio: bilingual('（评分之差 ÷ 评分之和）的平方', 'squared quotient of difference and sum of the ratings'),
};

/** The working keeps differences as whole numbers; this many of its units are a difference of 1. */
function unitOf(ratings: Ratings, level: MeasurementLevel): bigint {
  if (level === 'nominal') return 1n;
  if (level === 'ordinal') return 4n;
  const { rows, denominator } = wholeRatings(ratings);
  if (level === 'interval') return denominator * denominator;
  const largest = rows
    .map(present)
    .filter((row) => row.length > 1)
    .flat()
    .reduce((most, value) => (value > most ? value : most), 0n);
  return 10n ** 40n * (2n * largest) ** 2n;
}

const print = (value: Rational): string => printSixDigits(nearestDouble(value));

/**
 * The observed disagreement Do, the expected one De and alpha = 1 − Do ÷ De, in the terms of Krippendorff (2011), each
 * with the sum it comes from.
 * Example: at the interval level 1 and 1, 2 and 2.5, 3 and 4 have Do 2 × 1.25 ÷ 6 and De 2 × 41.25 ÷ (6 × 5).
 */
export function disagreementSteps(
  ratings: Ratings,
  level: MeasurementLevel,
  { pairable, within, between, alpha }: AlphaWorking & { readonly alpha: Rational },
): readonly Step[] {
  const one = rational(1n, unitOf(ratings, level));
  const [inside, all] = [multiply(within, one), multiply(rational(between), one)];
  const observed = multiply(inside, rational(2, pairable));
  const expected = multiply(all, rational(2, pairable * (pairable - 1)));
  const difference = DIFFERENCE[level];
  return [
    {
      label: bilingual(
        `观察到的不一致 Do = 2 × 各对象内部评分两两差异之和分别除以（该对象评分数 − 1）后的合计 ÷ 评分总数（差异：${difference.zh}）`,
        `observed disagreement Do = 2 × the differences of all pairs within each thing ÷ (its ratings − 1), summed over things, ÷ all ratings (difference: ${difference.en})`,
      ),
      expression: `2 × ${print(inside)} ÷ ${pairable}`,
      result: print(observed),
    },
    {
      label: bilingual(
        '期望的不一致 De = 2 × 全部评分两两差异之和 ÷ 〔评分总数 ×（评分总数 − 1）〕',
        'expected disagreement De = 2 × the differences of all pairs of ratings ÷ [ratings × (ratings − 1)]',
      ),
      expression: `2 × ${print(all)} ÷ (${pairable} × ${pairable - 1})`,
      result: print(expected),
    },
    {
      label: bilingual('α = 1 − Do ÷ De', 'alpha = 1 − Do ÷ De'),
      expression: `1 − ${print(observed)} ÷ ${print(expected)}`,
      result: print(alpha),
    },
  ];
}
