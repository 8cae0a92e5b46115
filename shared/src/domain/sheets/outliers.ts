import { bilingual } from '../bilingual';
import { add, compare, multiply, negate, parseDecimal, rational, subtract } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { figureInWords } from './checks/check-value';
import type { SheetItem, SheetRemark } from './sheet';

/** Own months that a hint needs: fewer say too little about what is usual. */
export const FEWEST_MONTHS = 6;

const absolute = (figure: Rational): Rational => (figure.numerator < 0n ? negate(figure) : figure);

/** The middle of the figures in order, or half the sum of the two middle ones. @throws RangeError when there is none. */
function medianOf(figures: readonly Rational[]): Rational {
  const sorted = [...figures].sort(compare);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError('There is no median of no figures.');
  return multiply(add(low, high), rational(1, 2));
}

/** |0.6745 · (x − median) ÷ MAD| > 3.5, without the division. */
const isFarOut = (deviation: Rational, spread: Rational): boolean =>
  compare(multiply(rational(6745), deviation), multiply(rational(35_000), spread)) > 0;

/** Ten times the usual figure or more, or a tenth of it or less: a zero too many, or 元 entered as 万元. */
function isOfAnotherOrder(figure: Rational, usual: Rational): boolean {
  const [now, before] = [absolute(figure), absolute(usual)];
  if (before.numerator === 0n) return false;
  const ten = rational(10);
  return compare(now, multiply(ten, before)) >= 0 || compare(multiply(ten, now), before) <= 0;
}

/**
 * Whether a figure lies far from a county's own history: the modified z-score |0.6745 · (x − median) ÷ MAD| exceeds 3.5
 * (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993), in exact fractions. MAD is the median of the absolute
 * deviations from the median. Where it is 0, more than half of the months repeat one figure and every change would stand
 * out, so only a figure of another order of magnitude does. Fewer than 6 months say nothing.
 * Example: after 10, 12, 11, 13, 12, 11 (median 11.5, MAD 0.5), 14 stands at 3.37 and does not count, 15 at 4.72 does.
 */
export function isOutlier(figure: Rational, history: readonly Rational[]): boolean {
  if (history.length < FEWEST_MONTHS) return false;
  const median = medianOf(history);
  const spread = medianOf(history.map((one) => absolute(subtract(one, median))));
  return spread.numerator === 0n
    ? isOfAnotherOrder(figure, median)
    : isFarOut(absolute(subtract(figure, median)), spread);
}

/**
 * The hint beside a figure that lies far from the county's own earlier months, or null; it never stops anything. `history`
 * are the county's own reported figures of the item, one a month, in any order, as stored.
 * @throws RangeError when a figure of the history is no decimal: only stored figures are handed in.
 */
export function outlierRemark(
  item: SheetItem,
  value: string,
  history: readonly string[],
): SheetRemark | null {
  const figure = parseDecimal(value);
  if (figure === null) return null;
  const before = history.map((text) => {
    const one = parseDecimal(text);
    if (one === null) throw new RangeError(`"${text}" is no stored figure.`);
    return one;
  });
  if (!isOutlier(figure, before)) return null;
  const [now, usual] = [figureInWords(item, figure), figureInWords(item, medianOf(before))];
  return {
    severity: 'hint',
    items: [item.id],
    text: bilingual(
      `“${item.name.zh}”本月为${now.zh}，此前${before.length}个月的中位数为${usual.zh}，相差较大，请核对；情况属实的，不需要修改。`,
      `"${item.name.en}" is ${now.en}; the median of the ${before.length} months before is ${usual.en}. Check it, and leave it where it is so.`,
    ),
  };
}
