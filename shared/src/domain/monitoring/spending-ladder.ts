import { bilingual } from '../bilingual';
import type { CountyYearFacts } from '../metrics/facts';
import { firstMovementOn } from '../metrics/funds/earlier-link';
import { fen, type Fen } from '../money/fen';
import { printRounded, rational, roundHalfUp } from '../numbers/rational';
import { lastDay, yearMonth, type IsoDate, type YearMonth } from '../period/year-month';
import { lightOfValue, type LightReason, type LightSettings } from './light';

/** 进度阶梯: by the end of this month so many percent of the year's budget are spent. */
export interface LadderStep {
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 100, a whole number. */
  readonly percent: number;
}
/** By month, each step later and higher than the one before it. */
export type SpendingLadder = readonly LadderStep[];

/** A step of a year whose day has come: what had to be spent by it, all earlier steps included. */
export interface ReachedStep {
  readonly month: YearMonth;
  /** Of the adjusted budget, rounded half up to the fen. */
  readonly amount: Fen;
  readonly percent: number;
  /** The last day of its month, or the arrival of the money if that is later: nothing is expected before it. */
  readonly from: IsoDate;
}

/** The steps of a ladder that count for a county by now; none before its money has arrived. */
export function reachedSteps(facts: CountyYearFacts, ladder: SpendingLadder): readonly ReachedStep[] {
  const arrivedOn = firstMovementOn(facts, 'receipt');
  if (arrivedOn === null) return [];
  return ladder
    .map(({ month, percent }) => {
      const at = yearMonth(`${facts.year}-${String(month).padStart(2, '0')}`);
      const end = lastDay(at);
      return {
        month: at,
        percent,
        amount: fen(Number(roundHalfUp(rational(facts.adjustedBudget * percent, 100)))),
        from: end > arrivedOn ? end : arrivedOn,
      };
    })
    .filter(({ from }) => from <= facts.asOf);
}

/**
 * Why a light is not normal by the ladder: the share of the budget that is spent, against the latest step reached. Under
 * the step 关注, under nine tenths of it 预警 as for every value (rules.md section 7).
 * Example: steps of 25 % in April and 40 % in June; on 30 June 38 % are spent → 关注.
 */
export function ladderReasons(
  facts: CountyYearFacts,
  spent: Fen,
  { ladder, light: settings }: { readonly ladder: SpendingLadder; readonly light: LightSettings },
): LightReason[] {
  const step = reachedSteps(facts, ladder).at(-1);
  if (!step || facts.adjustedBudget === 0) return [];
  const percent = rational(spent * 100, facts.adjustedBudget);
  const light = lightOfValue(percent, rational(step.percent), settings);
  if (light === 'normal' || light === 'none') return [];
  const [reached, wanted] = [printRounded(percent, 2), step.percent];
  return [
    {
      light,
      text: bilingual(
        `市级补助支出进度 ${reached}%，低于 ${step.month} 应达到的 ${wanted}%`,
        `${reached}% of the city grant is spent, less than the ${wanted}% due by the end of ${step.month}`,
      ),
    },
  ];
}
