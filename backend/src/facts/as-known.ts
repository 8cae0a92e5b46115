import type { Stage } from '@yuheng/shared/domain/metrics/facts';
import { monthOf, type IsoDate, type YearMonth } from '@yuheng/shared/domain/period/year-month';
import type { FactsRow } from './facts.queries';
import type { FindingChange, LaterChanges, Said, SheetChange } from './later-changes';

/**
 * A county's gathered rows as they were known before an instant on a day: sheets with the stage and the figures of their last
 * act before it, and none that was not handed in by then; findings as far as they had come. Money is left out by the query
 * already. A row without a history (one that no sheet or event stands behind) counts by its own days.
 */
export function asKnown(row: FactsRow, { sheets, findings }: LaterChanges, day: IsoDate): FactsRow {
  const of = (kind: SheetChange['kind']): ReadonlyMap<string, SheetChange> =>
    new Map(sheets.filter((one) => one.kind === kind).map((one) => [one.month, one]));
  const [inspected, spent, worked] = [of('inspection'), of('spending'), of('workload')];
  const inspections = row.inspections.flatMap((sheet) => {
    const change = inspected.get(sheet.month);
    if (!wasHandedIn(change, sheet, sheet.submittedOn, day)) return [];
    if (!change) return [sheet];
    return [{ ...sheet, stage: stageOf(change, day), submittedOn: handedInOn(change) }];
  });
  return {
    ...row,
    wages: row.wages.flatMap((wage) => {
      const change = spent.get(wage.month);
      if (!wasHandedIn(change, wage, wage.reportedOn, day)) return [];
      return [change ? wageAsKnown(wage, change, day) : wage];
    }),
    inspections,
    results: Object.fromEntries(
      inspections.map(({ month }) => {
        const change = inspected.get(month);
        const results = row.results[month] ?? [];
        return [month, change?.changed ? results.map((one) => resultAsKnown(one, change)) : results];
      }),
    ),
    workload: row.workload.flatMap((work) => {
      const change = worked.get(work.month);
      if (!wasHandedIn(change, work, null, day)) return [];
      return [change?.changed ? workloadAsKnown(work, change) : work];
    }),
    findings: row.findings.flatMap((finding) => {
      const change = findings.find((one) => one.month === finding.month && one.item === finding.item);
      return change ? findingAsKnown(finding, change) : [finding];
    }),
  };
}

/** By its history; a row that nothing happened to since, by the day on which it was handed in, or else by its month. */
function wasHandedIn(
  change: SheetChange | undefined,
  { month }: { readonly month: YearMonth },
  on: IsoDate | null,
  day: IsoDate,
): boolean {
  if (change) return change.act !== null;
  return on === null ? month <= monthOf(day) : on <= day;
}

const STAGE_AFTER: Readonly<Record<NonNullable<SheetChange['act']>, Stage>> = {
  submit: 'submitted',
  confirmUnchanged: 'submitted',
  return: 'returned',
  approve: 'approved',
  reopen: 'reopened',
};

/** A reopening that ended by itself stands as approved again, on the day after its end. */
function stageOf({ act, changed, reopenedUntil }: SheetChange, day: IsoDate): Stage {
  if (act === null) return 'open';
  const hasEnded = act === 'reopen' && !changed && reopenedUntil !== null && reopenedUntil < day;
  return hasEnded ? 'approved' : STAGE_AFTER[act];
}

/** What is returned is not handed in until it is submitted again. */
const handedInOn = ({ act, submittedOn }: SheetChange): IsoDate | null =>
  act === 'return' ? null : submittedOn;

type Wage = FactsRow['wages'][number];

function wageAsKnown(wage: Wage, change: SheetChange, day: IsoDate): Wage {
  const moved = { ...wage, stage: stageOf(change, day), reportedOn: handedInOn(change) };
  if (!change.changed) return moved;
  const { persons, fen } = wage;
  return {
    ...moved,
    paidOn: dayOf(change, 'paidOn', wage.paidOn),
    persons: [
      figureOf(change, 'personsOnPost', persons[0]),
      figureOf(change, 'personsPaid', persons[1]),
      figureOf(change, 'personsPaidOnTime', persons[2]),
      figureOf(change, 'personsInsured', persons[3]),
    ],
    fen: [
      figureOf(change, 'cityPartDue', fen[0]),
      figureOf(change, 'cityPartPaid', fen[1]),
      figureOf(change, 'countyPart', fen[2]),
      figureOf(change, 'grossWage', fen[3]),
      figureOf(change, 'socialInsurance', fen[4]),
      figureOf(change, 'countyAdvance', fen[5]),
    ],
    advanceSettledOn: dayOf(change, 'advanceSettledOn', wage.advanceSettledOn),
  };
}

type Work = FactsRow['workload'][number];

const workloadAsKnown = ({ month, counts }: Work, change: SheetChange): Work => ({
  month,
  counts: [
    figureOf(change, 'supervisedAtStart', counts[0]),
    figureOf(change, 'supervisedNew', counts[1]),
    figureOf(change, 'supervisedReleased', counts[2]),
    figureOf(change, 'supervisedAtEnd', counts[3]),
    figureOf(change, 'resettled', counts[4]),
    figureOf(change, 'assessments', counts[5]),
  ],
});

/** What the month itself never answered is carried into it, or not asked: it is as it stands. */
function figureOf({ said }: SheetChange, item: string, present: number): number {
  const then = said[item];
  return then === undefined ? present : Number(then?.[1] ?? 0);
}

function dayOf({ said }: SheetChange, item: string, present: IsoDate | null): IsoDate | null {
  const then = said[item];
  return then === undefined ? present : ((then?.[1] ?? null) as IsoDate | null);
}

type Result = FactsRow['results'][string][number];

function resultAsKnown([item, conclusion, carriedFrom]: Result, { said }: SheetChange): Result {
  const then = said[item];
  if (then) return [item, concluded(then), null];
  // Answered later alone, whatever was carried until then is not kept: nothing is shown rather than what came later.
  return then === null ? [item, null, null] : [item, conclusion, carriedFrom];
}

const concluded = ([state, , conclusion]: Said): string | null =>
  state === 'notApplicable' ? 'notApplicable' : conclusion;

type FindingRow = FactsRow['findings'][number];

function findingAsKnown(finding: FindingRow, { acts }: FindingChange): FindingRow[] {
  if (acts.length === 0) return [];
  let rectifiedOn: IsoDate | null = null;
  let closedOn: IsoDate | null = null;
  for (const [act, on] of acts) {
    if (act === 'rectify') rectifiedOn = on;
    if (act === 'return') rectifiedOn = null;
    if (act === 'pass') closedOn = on;
  }
  return [{ ...finding, rectifiedOn, closedOn }];
}
