import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { addDays } from '../../period/year-month';
import type { IsoDate } from '../../period/year-month';
import type { CountyYearFacts, Movement } from '../facts';
import type { MetricSettings } from '../metric';
import { standingMovements } from './money-in-order';
import type { Ledger, StandingMovement } from './money-in-order';

/**
 * The first movement of a stage that stands on the day of the facts, no later than the day asked about; what was reversed
 * did not move. Null while there is none, and where more was reversed than had moved.
 */
export function firstMovement(
  facts: Ledger,
  stage: Movement['stage'],
  by: IsoDate = facts.asOf,
): StandingMovement | null {
  const standing = standingMovements(facts, stage);
  const first = standing.ok ? standing.value[0] : undefined;
  return first && first.date <= by ? first : null;
}

/**
 * The day of that first movement.
 * Example: received on 04-20, reversed on 04-21, received on 06-25 → 06-25, and null on 05-31.
 */
export const firstMovementOn = (
  facts: Ledger,
  stage: Movement['stage'],
  by: IsoDate = facts.asOf,
): IsoDate | null => firstMovement(facts, stage, by)?.date ?? null;

/** The day by which the city plans to have issued the year's money: that of the duty rules, else of the settings. */
export const plannedIssueOn = (facts: CountyYearFacts, { plannedIssueBy }: MetricSettings): IsoDate =>
  facts.issueBy ?? (`${facts.year}-${plannedIssueBy}` as IsoDate);

/** The day by which county finance passes a receipt on: that of the duty rules, else by the clock of the settings. */
export const passOnDueOn = (
  { date, passOnBy }: Pick<StandingMovement, 'date' | 'passOnBy'>,
  { clocks }: MetricSettings,
): IsoDate => passOnBy ?? addDays(date, clocks.passOnDays);

/** The last day on which money issued as planned arrives at county finance in time. */
export const plannedReceiptOn = (facts: CountyYearFacts, settings: MetricSettings): IsoDate =>
  addDays(plannedIssueOn(facts, settings), settings.daysFromIssueToReceipt);

/** Says that a county's clock, which starts at receipt, started late through no fault of the county; null otherwise. */
export function lateStartOf(
  facts: CountyYearFacts,
  clock: Bilingual,
  settings: MetricSettings,
): Bilingual | null {
  const [receivedOn, planned] = [firstMovementOn(facts, 'receipt'), plannedReceiptOn(facts, settings)];
  return receivedOn !== null && receivedOn > planned
    ? bilingual(
        `市级资金${receivedOn}到位，晚于计划的${planned}；${clock.zh}从到位日起算，此前的延误不计入。`,
        `The city money arrived on ${receivedOn}, after the planned ${planned}; the clock of ${clock.en} starts at receipt, the delay before it is left out.`,
      )
    : null;
}

/**
 * Says which earlier link held the money up on a day: the city, when its planned issue had passed without a receipt;
 * county finance, when its pass-on clock had run out. Null when nobody did: before the planned issue the county pays from
 * its own money (垫付), which is normal and holds nothing up.
 */
export function heldUpBy(facts: CountyYearFacts, day: IsoDate, settings: MetricSettings): Bilingual | null {
  const receipt = firstMovement(facts, 'receipt', day);
  if (receipt === null) {
    return day > plannedIssueOn(facts, settings)
      ? bilingual('市级资金尚未到位', 'the city money had not arrived')
      : null;
  }
  if (firstMovementOn(facts, 'passOn', day) !== null) return null;
  return day > passOnDueOn(receipt, settings)
    ? bilingual('县级财政部门尚未拨付', 'county finance had not passed the money on')
    : null;
}
