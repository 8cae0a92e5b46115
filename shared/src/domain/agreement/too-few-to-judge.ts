import { bilingual, type Bilingual } from '../bilingual';
import { printThree } from '../weighting/twelve-digits';
import type { Interval } from './ratings';

/** A coefficient of agreement whose 95 % interval is wider than this tells too little. */
const WIDEST_INTERVAL = 0.4;

/**
 * Are there too few ratings to judge agreement by a coefficient (样本太少，不作判断)? True when its 95 % interval is
 * wider than 0.4, is absent, or is none: its ends are in the wrong order or above 1, as formulas give where the rated
 * things hardly differ. Ends are compared after rounding to 12 digits, so that 0.3 … 0.7 is not too wide.
 */
export function tooFewToJudge(interval: Interval | null): boolean {
  return interval === null || isTooWide(interval) || isNone(interval);
}

const isTooWide = ([low, high]: Interval): boolean => Number((high - low).toPrecision(12)) > WIDEST_INTERVAL;

const isNone = ([low, high]: Interval): boolean => low > high || high > 1;

/** What may be said of a coefficient with this interval. */
export function judgementSentence(interval: Interval | null): Bilingual {
  if (!interval || isNone(interval)) {
    return bilingual(
      '样本太少，不作判断（95% 区间无法计算）',
      'Too few to judge (no 95 % interval can be computed)',
    );
  }
  const range = `${printThree(interval[0])} … ${printThree(interval[1])}`;
  return isTooWide(interval)
    ? bilingual(
        `样本太少，不作判断（95% 区间 ${range}，宽于 ${WIDEST_INTERVAL}）`,
        `Too few to judge (95 % interval ${range}, wider than ${WIDEST_INTERVAL})`,
      )
    : bilingual(`95% 区间 ${range}，可据以判断`, `95 % interval ${range}: enough to judge`);
}
