import { inspectionDueOn, wagesDueOn } from '../period/duty-clock';
import type { DutyClocks } from '../period/duty-clock';
import { monthsOfYear } from '../period/year-month';
import type { IsoDate, YearMonth } from '../period/year-month';
import type { CountyYearFacts, Inspection, ValueState, WageMonth, Workload } from './facts';

interface Dated {
  readonly month: YearMonth;
  /** Absent for counts that carry no state and day of their own: they are there, and due by their clock. */
  readonly state?: ValueState;
  readonly dueOn?: IsoDate;
}

export interface DueMonths<Sheet> {
  /** Due and handed in, in order of month. */
  readonly present: readonly Sheet[];
  /** Due and absent. */
  readonly missing: readonly YearMonth[];
}

/**
 * Sorts a year's monthly sheets into present and missing, as of one day; a month without any row counts by its clock, and
 * where a month is looked at by itself only that one counts.
 */
function dueMonths<Sheet extends Dated>(
  facts: CountyYearFacts,
  sheets: readonly Sheet[],
  dueOn: (month: YearMonth) => IsoDate,
): DueMonths<Sheet> {
  const present: Sheet[] = [];
  const missing: YearMonth[] = [];
  for (const month of facts.onlyMonth ? [facts.onlyMonth] : monthsOfYear(facts.year)) {
    const sheet = sheets.find((one) => one.month === month);
    if ((sheet?.dueOn ?? dueOn(month)) > facts.asOf || sheet?.state === 'notDue') continue;
    if (!sheet || sheet.state === 'missing') {
      if ((sheet?.dueOn ?? dueOn(month)) < facts.asOf) missing.push(month);
    } else if (sheet.state !== 'notApplicable') present.push(sheet);
  }
  return { present, missing };
}

export const dueWageMonths = (facts: CountyYearFacts, clocks: DutyClocks): DueMonths<WageMonth> =>
  dueMonths(facts, facts.wageMonths, (month) => wagesDueOn(month, clocks));

export const dueInspections = (facts: CountyYearFacts, clocks: DutyClocks): DueMonths<Inspection> =>
  dueMonths(facts, facts.inspections, (month) => inspectionDueOn(month, clocks));

/** By the duty rules of the year; where the facts do not state their days, with the month's inspection. */
export const dueWorkload = (facts: CountyYearFacts, clocks: DutyClocks): DueMonths<Workload> =>
  dueMonths(facts, facts.workload, (month) => facts.workloadBy?.[month] ?? inspectionDueOn(month, clocks));
