import type { Bilingual } from '../../bilingual';
import type { CountyYearFacts, RecordReference } from '../../metrics/facts';
import type { YearMonth } from '../../period/year-month';

/** The facts of one county that a rule looks at: those of the month's year, and of the year before where there are any. */
export interface DoubtFacts {
  readonly month: YearMonth;
  readonly facts: CountyYearFacts;
  readonly before: CountyYearFacts | null;
}

/** 疑点（待核实）: two figures that do not fit each other, said in a sentence that accuses nobody. */
export interface FoundDoubt {
  /** Within the county's month there is one doubt a rule; it begins with `doubt-`, so that it is never an item's id. */
  readonly id: `doubt-${string}`;
  /** The item of the inspection sheet that it touches; null where it touches none. */
  readonly item: string | null;
  readonly sentence: Bilingual;
  readonly records: readonly RecordReference[];
}

/** Null: nothing to ask about. A sheet that was not handed in is missing, which is no doubt. */
export type DoubtRule = (of: DoubtFacts) => FoundDoubt | null;
