import type { ValueState } from '../metrics/facts';
import { stateOfDated } from '../period/duty-clock';
import type { IsoDate } from '../period/year-month';
import { stageOn } from './stages';
import type { SheetStanding } from './stages';

/** The dates and the content of a sheet, from which its state follows. */
export interface DatedSheet extends SheetStanding {
  readonly dueOn: IsoDate;
  /**
   * The day of the first full submission, or of the first confirmation of no change: what is returned, mended and
   * submitted again keeps this day, so that a return never makes a sheet late and a resubmission never makes it punctual.
   */
  readonly submittedOn: IsoDate | null;
  /** Items that are answered, a reported 0 and a reasoned 不适用 among them. */
  readonly answered: number;
  /** 本月无变化，确认 */
  readonly unchanged: boolean;
}

/**
 * The state of a sheet on a day, from its dates and its content alone, never from a click: `reported` where its first full
 * submission came by the due day, `late` for good where it came after it; while nothing was handed in or what was handed
 * in is sent back, `missing` after the due day and `notDue` until then. An empty sheet is no report, whatever its stage;
 * a reported 0 is one, and so is a confirmation of no change. A sheet that is opened again stays as it was handed in.
 * Example: due 2026-03-08, submitted 2026-03-07, returned 2026-03-09: `missing` until it is submitted again, then
 * `reported`; submitted first on 2026-03-10: `late`, also after a return.
 */
export function stateOfSheet(sheet: DatedSheet, today: IsoDate): ValueState {
  const stage = stageOn(sheet, today);
  const isEmpty = sheet.answered === 0 && !sheet.unchanged;
  const isWaiting = stage === 'notDue' || stage === 'open' || stage === 'returned';
  return stateOfDated(sheet.dueOn, isEmpty || isWaiting ? null : sheet.submittedOn, today);
}
