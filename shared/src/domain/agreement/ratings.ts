import { wholeWeights } from '../apportionment/whole-weights';
import { compare, negate, rational, type Rational } from '../numbers/rational';
import { refusal, type Refusal } from '../refusal';

/** Rows are the things that were rated, columns the raters; null where a rater gave no rating. */
export type Ratings = readonly (readonly (Rational | null)[])[];

/** A 95 % interval: its lower and its upper end. */
export type Interval = readonly [low: number, high: number];

/** Beyond this a rating is no mark of anything, and its square would leave the range of doubles. */
const LARGEST_RATING = rational(10n ** 100n);

/** What is wrong with a table of ratings whatever is asked of it: too small, ragged, a rating beyond 10^100. */
export function ratingsRefusals(ratings: Ratings): readonly Refusal[] {
  const raters = ratings[0]?.length ?? 0;
  if (ratings.length < 2) {
    return [
      refusal(
        '/ratings',
        `被评对象只有 ${ratings.length} 个，至少需要 2 个，请补充`,
        `There are ratings of ${ratings.length} things; 2 are needed at least`,
      ),
    ];
  }
  const ragged = ratings.flatMap((row, i) =>
    row.length === raters
      ? []
      : [
          refusal(
            `/ratings/${i}`,
            `第 ${i + 1} 行有 ${row.length} 项，第 1 行有 ${raters} 项，各行项数应当一致（没有评分的填 null），请改正`,
            `The length of row ${i + 1} is ${row.length}, that of the first row ${raters}; make them equal, with null for none`,
          ),
        ],
  );
  if (ragged.length > 0) return ragged;
  if (raters < 2) {
    return [
      refusal(
        '/ratings',
        `评价人员只有 ${raters} 位，至少需要 2 位，请补充`,
        `Raters given: ${raters}; at least 2 are needed`,
      ),
    ];
  }
  return refuseRatings(ratings, isBeyond, '评分过大，请核对', 'The rating is too large; check it');
}

/** The rating without its sign. */
export const sizeOf = (rating: Rational): Rational => (rating.numerator < 0n ? negate(rating) : rating);

const isBeyond = (rating: Rational | null): boolean =>
  rating !== null && compare(sizeOf(rating), LARGEST_RATING) > 0;

/** icc and kendall compare whole rows: each rater must have rated everything. */
export const missingRefusals = (ratings: Ratings): readonly Refusal[] =>
  refuseRatings(
    ratings,
    (rating) => rating === null,
    '该统计量要求每位评价人员对每个对象都有评分，请补齐或改用 krippendorff',
    'This statistic needs a rating of everything by every rater; supply it, or use krippendorff',
  );

/** The ratio level has a true zero, below which nothing lies. */
export const negativeRefusals = (ratings: Ratings): readonly Refusal[] =>
  refuseRatings(
    ratings,
    (rating) => rating !== null && rating.numerator < 0n,
    '定比（ratio）水平的评分不得为负数，请核对或改用 interval',
    'A rating of the ratio level must not be negative; check it, or use interval',
  );

const refuseRatings = (
  ratings: Ratings,
  isWrong: (rating: Rational | null) => boolean,
  zh: string,
  en: string,
): readonly Refusal[] =>
  ratings.flatMap((row, i) =>
    row.flatMap((rating, j) =>
      isWrong(rating)
        ? [
            refusal(
              `/ratings/${i}/${j}`,
              `第 ${i + 1} 行第 ${j + 1} 列：${zh}`,
              `${en} (row ${i + 1}, column ${j + 1})`,
            ),
          ]
        : [],
    ),
  );

/** Ratings as whole numbers of 1/denominator, so that sums and comparisons are exact and quick. */
export interface WholeRatings {
  readonly rows: readonly (readonly (bigint | null)[])[];
  readonly denominator: bigint;
}

/** Example: 8.5, null / 9, 7.25 are 34, null / 36, 29 with the denominator 4. */
export function wholeRatings(ratings: Ratings): WholeRatings {
  const present = ratings.flatMap((row) => row.filter((rating) => rating !== null));
  const { numerators, denominator } = wholeWeights(present);
  const values = numerators.values();
  return {
    rows: ratings.map((row) => row.map((rating) => (rating === null ? null : (values.next().value ?? null)))),
    denominator,
  };
}

export const present = (row: readonly (bigint | null)[]): readonly bigint[] =>
  row.filter((rating) => rating !== null);

export const sumOfWhole = (values: readonly bigint[]): bigint =>
  values.reduce((sum, value) => sum + value, 0n);
