import { firstMovementOn } from '../metrics/funds/earlier-link';
import type { CountyYearFacts } from '../metrics/facts';
import { fen } from '../money/fen';
import type { Fen } from '../money/fen';
import type { IsoDate, YearMonth } from '../period/year-month';
import { reachedSteps, type SpendingLadder } from './spending-ladder';

/** 1,000 元 a post and month, as published: 1,800,000 元 for 150 posts and 12 months. */
export const FEN_PER_POST_MONTH = fen(100_000);

export interface ExpectedMonth {
  readonly month: YearMonth;
  /** What the persons on post in this month are owed of city money, or what a step of the ladder adds. */
  readonly amount: Fen;
  /** From this day on it is expected to be spent: the wages' day, or the arrival of the money if that is later. */
  readonly from: IsoDate;
}

/**
 * The expected line of spending (rules.md section 7): on-post months to date × 1,000 元, starting when the money arrives and
 * never month ÷ 12 before it. Months that are not handed in expect nothing; before arrival there is no line.
 * With a ladder (进度阶梯) the line rises at the end of each step's month instead, by what the step adds to the one before it.
 * Example: 15 on post in January to March, money received on 2025-04-20 → from that day 45,000 元 are expected.
 */
export function expectedMonths(
  facts: CountyYearFacts,
  ladder: SpendingLadder | null = null,
): ExpectedMonth[] {
  if (ladder) return monthsOfLadder(facts, ladder);
  const arrivedOn = firstMovementOn(facts, 'receipt');
  if (arrivedOn === null) return [];
  return facts.wageMonths
    .filter((one) => one.state === 'reported' || one.state === 'late')
    .map((one) => ({
      month: one.month,
      amount: fen(one.personsOnPost * FEN_PER_POST_MONTH),
      from: one.dueOn > arrivedOn ? one.dueOn : arrivedOn,
    }));
}

const monthsOfLadder = (facts: CountyYearFacts, ladder: SpendingLadder): ExpectedMonth[] =>
  reachedSteps(facts, ladder).map(({ month, amount, from }, at, steps) => ({
    month,
    amount: fen(amount - (steps[at - 1]?.amount ?? 0)),
    from,
  }));

/** What was expected to be spent by the day of the facts. */
export const expectedToDate = (facts: CountyYearFacts, ladder: SpendingLadder | null = null): Fen =>
  fen(
    expectedMonths(facts, ladder)
      .filter((one) => one.from <= facts.asOf)
      .reduce((sum, one) => sum + one.amount, 0),
  );
