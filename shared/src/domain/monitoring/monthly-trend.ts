import { countConclusions, isHandedIn } from '../metrics/inspections/inspection-average';
import type { CountyYearFacts } from '../metrics/facts';
import { printRounded, rational } from '../numbers/rational';
import { monthsOfYear, type YearMonth } from '../period/year-month';

/** The counties together in one month; a rate is null where nothing was handed in. */
export interface TrendMonth {
  readonly month: YearMonth;
  /** Every sheet of the month that was handed in is approved, in every county. */
  readonly approved: boolean;
  /** Percent with two decimals: sums over the counties, never a mean of their rates. */
  readonly onPostRate: string | null;
  readonly wageTimeliness: string | null;
  readonly inspectionPassRate: string | null;
}

const percent = (part: number, whole: number): string | null =>
  whole > 0 ? printRounded(rational(BigInt(part) * 100n, BigInt(whole)), 2) : null;

const sum = <Item>(items: readonly Item[], figure: (item: Item) => number): number =>
  items.reduce((total, one) => total + figure(one), 0);

/**
 * The year by month, all given counties together. A month in which a county handed in nothing leaves that county out of
 * both sides of the rate: what is missing is never a zero.
 * Example: 14 of 15 and 25 of 25 persons on post are 39 ÷ 40 = 97.50.
 */
export function monthlyTrend(counties: readonly CountyYearFacts[], year: number): TrendMonth[] {
  return monthsOfYear(year).map((month) => {
    const wages = counties.flatMap(({ wageMonths, posts, asOf }) =>
      wageMonths
        .filter((one) => one.month === month && (one.state === 'reported' || one.state === 'late'))
        .map((one) => ({ ...one, posts, isDue: one.dueOn <= asOf })),
    );
    const sheets = counties.flatMap(({ inspections }) =>
      inspections.filter((one) => one.month === month && isHandedIn(one)),
    );
    const due = wages.filter((one) => one.isDue);
    const counts = sheets.map(countConclusions);
    const passed = sum(counts, (one) => one.passed);
    return {
      month,
      approved: sheets.length > 0 && [...wages, ...sheets].every((one) => one.stage === 'approved'),
      onPostRate: percent(
        sum(wages, (one) => one.personsOnPost),
        sum(wages, (one) => one.posts),
      ),
      wageTimeliness: percent(
        sum(due, (one) => one.personsPaidOnTime),
        sum(due, (one) => one.personsOnPost),
      ),
      inspectionPassRate: percent(passed, passed + sum(counts, (one) => one.failed)),
    };
  });
}
