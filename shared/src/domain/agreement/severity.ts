import { bilingual, type Bilingual } from '../bilingual';
import { rational, reduce } from '../numbers/rational';
import { nearestDouble } from '../weighting/nearest-double';
import { twelveDigits } from '../weighting/twelve-digits';
import { printDecimals } from './explain-decimals';
import { tOf95 } from './quantiles';
import { present, sumOfWhole, wholeRatings, type Interval, type Ratings } from './ratings';
import { areFewThings, hasNoWidth } from './too-few-to-judge';

/** How one rater marks beside the others (评分宽严差异), in marks; above 0 is more generous. */
export interface Severity {
  /** The column of the rater, counted from 0. */
  readonly rater: number;
  /** How many things both this rater and another one rated. */
  readonly things: number;
  /** Mean over these things of own rating less the mean of the others'; null without any. */
  readonly difference: number | null;
  /** Its 95 % interval, paired by thing; null with fewer than two things. */
  readonly interval: Interval | null;
  /** Without its subject: it stands beside the rater. */
  readonly sentence: Bilingual;
}

/**
 * Each rater's severity, in the order of the columns: over the things that this rater and at least one other rated,
 * the mean of (own rating − mean of the other raters' ratings), with a paired t-interval. The difference is exact
 * before it is rounded to 12 significant digits. It is a statement about these things only: raters who saw other
 * things are not compared through them. With fewer than three things, or differences that are all equal, the sentence
 * calls them too few to judge by; within it marks have two decimals, rounded half away from zero.
 *
 * Example: 8 beside 6, 7 beside 6, 9 beside 6 differ by 2, 1, 3: mean 2, interval 2 ± 4.3027 × 1 ÷ √3.
 */
export function severity(ratings: Ratings): readonly Severity[] {
  const { rows, denominator } = wholeRatings(ratings);
  const raters = rows[0]?.length ?? 0;
  const things = rows.map(present).map((all) => ({ others: BigInt(all.length - 1), sum: sumOfWhole(all) }));
  const common = leastCommonMultiple(things.map(({ others }) => others).filter((others) => others > 0n));
  return Array.from({ length: raters }, (_, rater) => {
    const differences = things.flatMap(({ others, sum }, thing) => {
      const own = rows[thing]?.[rater] ?? null;
      if (own === null || others < 1n) return [];
      // Own less the mean of the others: own − (sum of all − own) ÷ others.
      return [(common / others) * ((others + 1n) * own - sum)];
    });
    return severityOf(rater, differences, denominator * common);
  });
}

const leastCommonMultiple = (counts: readonly bigint[]): bigint =>
  [...new Set(counts)].reduce(
    (common, count) => common * reduce({ numerator: common, denominator: count }).denominator,
    1n,
  );

/** Differences are whole numbers of 1/unit. */
function severityOf(rater: number, differences: readonly bigint[], unit: bigint): Severity {
  const things = differences.length;
  if (things === 0) {
    const sentence = bilingual(
      `没有与他人共同评价的对象，不作判断`,
      `Rated nothing that another rated: not judged`,
    );
    return { rater, things, difference: null, interval: null, sentence };
  }
  const sum = sumOfWhole(differences);
  const mean = rational(sum, unit * BigInt(things));
  const difference = twelveDigits(nearestDouble(mean));
  if (things === 1) {
    const sentence = bilingual(
      `与他人共同评价的对象只有 1 个，样本太少，不作判断`,
      `Shares one thing only with others: too few to judge`,
    );
    return { rater, things, difference, interval: null, sentence };
  }
  // n Σd² − (Σd)² is n times the sum of squared distances from the mean.
  const squares = BigInt(things) * sumOfWhole(differences.map((one) => one * one)) - sum * sum;
  const error = Math.sqrt(
    nearestDouble(rational(squares, BigInt(things) ** 2n * BigInt(things - 1) * unit * unit)),
  );
  const half = tOf95(things - 1) * error;
  const centre = nearestDouble(mean);
  const interval: Interval = [twelveDigits(centre - half), twelveDigits(centre + half)];
  return {
    rater,
    things,
    difference,
    interval,
    sentence: sentenceOf({ things, difference }, interval),
  };
}

const printMarks = (marks: number): string => printDecimals(marks, 2);

function sentenceOf(
  { things, difference }: Pick<Severity, 'things'> & { readonly difference: number },
  interval: Interval,
): Bilingual {
  const [low, high] = interval;
  const mean = bilingual(
    `平均相差 ${printMarks(difference)} 分`,
    `${printMarks(difference)} marks on average`,
  );
  if (areFewThings(things)) {
    return bilingual(
      `与他人共同评价的对象只有 ${things} 个（${mean.zh}），样本太少，不作判断`,
      `Shares ${things} things only with others (${mean.en}): too few to judge`,
    );
  }
  if (hasNoWidth(interval)) {
    return bilingual(
      `对各对象的评分与他人相差都相同（${mean.zh}），区间宽度为 0，样本太少，不作判断`,
      `Differs from the others by the same on everything (${mean.en}), an interval without any width: too few to judge`,
    );
  }
  const range = `${printMarks(low)} … ${printMarks(high)}`;
  if (low > 0 || high < 0) {
    const [zh, en] = low > 0 ? ['偏宽', 'More generous'] : ['偏严', 'Stricter'];
    const size = printMarks(Math.abs(difference));
    return bilingual(
      `评分${zh}：比其他评价人员平均${low > 0 ? '高' : '低'} ${size} 分（95% 区间 ${range}）`,
      `${en}: ${size} marks ${low > 0 ? 'above' : 'below'} the others on average (95 % interval ${range})`,
    );
  }
  return bilingual(
    `与其他评价人员的评分宽严没有明显差异（${mean.zh}，95% 区间 ${range}）`,
    `Marks much like the others (${mean.en}, 95 % interval ${range})`,
  );
}
