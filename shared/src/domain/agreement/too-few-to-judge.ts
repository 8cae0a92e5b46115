import { bilingual, type Bilingual } from '../bilingual';
import { printDecimals } from './explain-decimals';
import type { Interval } from './ratings';

/** A coefficient of agreement whose 95 % interval is wider than this tells too little. */
const WIDEST_INTERVAL = 0.4;

/** Two things differ in one way only: no interval made of them says how far another one would lie. */
const FEWEST_THINGS = 3;

export const areFewThings = (things: number): boolean => things < FEWEST_THINGS;

/** An interval of no width: nothing varied that an error could be told from. */
export const hasNoWidth = ([low, high]: Interval): boolean => low === high;

/**
 * Are there too few ratings to judge agreement by a coefficient (样本太少，不作判断)? True with fewer than three rated
 * things, and when the 95 % interval is wider than 0.4, has no width, is absent, or is none: its ends are in the wrong
 * order or above 1, as formulas give where the rated things hardly differ. Ends are compared after rounding to 12
 * digits, so that 0.3 … 0.7 is not too wide.
 */
export const tooFewToJudge = (interval: Interval | null, things: number): boolean =>
  judged(interval, things).tooFew;

/** What may be said of a coefficient of so many rated things with this interval. */
export function judgementSentence(interval: Interval | null, things: number): Bilingual {
  const { tooFew, words } = judged(interval, things);
  return tooFew ? bilingual(`样本太少，不作判断（${words.zh}）`, `Too few to judge (${words.en})`) : words;
}

const isTooWide = ([low, high]: Interval): boolean => Number((high - low).toPrecision(12)) > WIDEST_INTERVAL;

const isNone = ([low, high]: Interval): boolean => low > high || high > 1;

function rangeOf([low, high]: Interval, zh: string, en: string): Bilingual {
  const range = `${printDecimals(low, 3)} … ${printDecimals(high, 3)}`;
  return bilingual(`95% 区间 ${range}${zh}`, `95 % interval ${range}${en}`);
}

interface Judged {
  readonly tooFew: boolean;
  readonly words: Bilingual;
}

function judged(interval: Interval | null, things: number): Judged {
  if (areFewThings(things)) {
    const words = bilingual(
      `可比较的对象只有 ${things} 个，至少需要 ${FEWEST_THINGS} 个`,
      `${things} ${things === 1 ? 'thing' : 'things'} that can be compared; ${FEWEST_THINGS} are needed at least`,
    );
    return { tooFew: true, words };
  }
  if (!interval || isNone(interval)) {
    return { tooFew: true, words: bilingual('95% 区间无法计算', 'no 95 % interval can be computed') };
  }
  if (hasNoWidth(interval)) {
    const words = rangeOf(interval, '，宽度为 0，看不出误差', ', without any width: it shows no error');
    return { tooFew: true, words };
  }
  return isTooWide(interval)
    ? {
        tooFew: true,
        words: rangeOf(interval, `，宽于 ${WIDEST_INTERVAL}`, `, wider than ${WIDEST_INTERVAL}`),
      }
    : { tooFew: false, words: rangeOf(interval, '，可据以判断', ': enough to judge') };
}
