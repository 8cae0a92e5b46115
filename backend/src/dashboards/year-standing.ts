import type { AsOfChoice } from '@yuheng/shared/contract/values';
import type { CountyYearFacts } from '@yuheng/shared/domain/metrics/facts';
import { countyStanding, type CountyStanding } from '@yuheng/shared/domain/monitoring/county-standing';
import {
  expectedMonths,
  expectedToDate,
  type ExpectedMonth,
} from '@yuheng/shared/domain/monitoring/expected-line';
import type { MonitoringSettings } from '@yuheng/shared/domain/monitoring/monitoring-settings';
import type { Fen } from '@yuheng/shared/domain/money/fen';
import type { RoundRow } from '../evaluations/evaluations.queries';
import type { PlaceRow } from '../regions/places.repository';

/** One county of the page: its place always, its facts and standing where anything was to be gathered. */
export interface CountyOfYear {
  readonly place: PlaceRow;
  readonly gathered: {
    readonly facts: CountyYearFacts;
    readonly standing: CountyStanding;
    /** By what the county is watched: the installation's settings, and the goals issued to it. */
    readonly settings: MonitoringSettings;
    /** The expected line of spending, by the setting of the installation. */
    readonly expected: readonly ExpectedMonth[];
    readonly expectedToDate: Fen;
  } | null;
  readonly published: { readonly fen: number; readonly posts: number | null; readonly year: number } | null;
}

export interface YearOfCounties {
  readonly counties: readonly CountyOfYear[];
  readonly rounds: readonly RoundRow[];
  /** What the page says of its point in time. */
  readonly asOfChoice: AsOfChoice;
}

export const gatheredOf = (counties: readonly CountyOfYear[]): NonNullable<CountyOfYear['gathered']>[] =>
  counties.flatMap((one) => (one.gathered ? [one.gathered] : []));

/**
 * The year whose publication says the posts and budgets of these counties: the year of the page itself, or an earlier one
 * whose split is in force still. Null where none does, or where a county's own figures are others than it prints.
 */
export function splitYearOf(counties: readonly CountyOfYear[]): number | null {
  const isAsPublished = counties.every(
    ({ gathered, published }) =>
      gathered === null ||
      (published !== null &&
        published.fen === gathered.facts.adjustedBudget &&
        (published.posts === null || published.posts === gathered.facts.posts)),
  );
  return isAsPublished ? (counties.find((one) => one.published)?.published?.year ?? null) : null;
}

export const withStanding = (
  facts: CountyYearFacts,
  settings: MonitoringSettings,
): NonNullable<CountyOfYear['gathered']> => ({
  facts,
  standing: countyStanding(facts, settings),
  settings,
  expected: expectedMonths(facts, settings.ladder).filter((one) => one.from <= facts.asOf),
  expectedToDate: expectedToDate(facts, settings.ladder),
});

/** 待审核 / 已审核 / 已定案: how far the year's figures on a page have been checked. */
export function figureState({
  counties,
  rounds,
}: Pick<YearOfCounties, 'counties' | 'rounds'>): 'provisional' | 'approved' | 'finalised' {
  if (rounds.some((one) => one.kind === 'departmentEvaluation' && one.finalisedOn !== null))
    return 'finalised';
  const due = gatheredOf(counties).flatMap(({ facts }) =>
    [...facts.inspections, ...facts.wageMonths].filter((one) => one.state !== 'notDue'),
  );
  return due.length > 0 && due.every((one) => one.stage === 'approved') ? 'approved' : 'provisional';
}
