import { tooLongAt } from '../apportionment/checks/long-figures';
import { refusal, type Refusal } from '../refusal';
import { countsOf } from './mid-ranks';
import { present, sizeOf, wholeRatings, type Ratings } from './ratings';

/** Ratings with so many decimals, and so many of them, that sums of their squares would take minutes. */
export function lengthRefusals(ratings: Ratings): readonly Refusal[] {
  const all = ratings.flatMap((row) => row.filter((rating) => rating !== null).map(sizeOf));
  const tooLong = tooLongAt([all], all.length);
  return tooLong
    ? [
        refusal(
          '/ratings',
          `共有 ${all.length} 个评分，化为同一分母后位数超过 ${tooLong.most} 位，无法在合理时间内精确计算，请将评分四舍五入为几位小数，或减少评分`,
          `The ${all.length} ratings have more than ${tooLong.most} digits over one common denominator, too long to be computed exactly in reasonable time; round them to a few decimals, or give fewer`,
        ),
      ]
    : [];
}

/**
 * The square of the number of different ratings, times the digits each is worked on with: up to here the ratio level
 * takes seconds. Of marks from 0 to 100 with two decimals some 5,500 different ones fit, with one decimal all 1,001.
 */
const MOST_COMPARED_DIGITS = 250_000_000;

/** The ratio level compares each two different ratings; of tens of thousands that takes minutes. */
export function ratioRefusals(ratings: Ratings): readonly Refusal[] {
  const { rows, denominator } = wholeRatings(ratings);
  const counts = countsOf(rows.flatMap(present));
  const digits = `${denominator}${counts.at(-1)?.[0] ?? 0n}`.length;
  const most = Math.floor(Math.sqrt(MOST_COMPARED_DIGITS / digits));
  return counts.length > most
    ? [
        refusal(
          '/ratings',
          `不同的评分共有 ${counts.length} 个，定比（ratio）水平要两两比较，这样长的评分至多 ${most} 个，请将评分四舍五入为一位小数，或改用 interval`,
          `There are ${counts.length} different ratings; the ratio level compares each two, and takes at most ${most} as long as these: round them to one decimal, or use interval`,
        ),
      ]
    : [];
}
