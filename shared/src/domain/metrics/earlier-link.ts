import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { addDays } from '../period/year-month';
import type { IsoDate } from '../period/year-month';
import type { CountyYearFacts, Movement } from './facts';
import type { MetricSettings } from './metric';

/** The day of the first movement of a stage, no later than the day asked about; null while there is none. */
export function firstMovementOn(
  facts: CountyYearFacts,
  stage: Movement['stage'],
  by: IsoDate = facts.asOf,
): IsoDate | null {
  const days = facts.movements
    .filter((one) => one.stage === stage && one.amount > 0 && one.date <= by)
    .map((one) => one.date)
    .sort();
  return days[0] ?? null;
}

/**
 * Says which earlier link held the money up on a day: the city, when its planned issue had passed without a receipt;
 * county finance, when its pass-on clock had run out. Null when nobody did: before the planned issue the county pays from
 * its own money (垫付), which is normal and holds nothing up.
 */
export function heldUpBy(facts: CountyYearFacts, day: IsoDate, settings: MetricSettings): Bilingual | null {
  const receivedOn = firstMovementOn(facts, 'receipt', day);
  if (receivedOn === null) {
    return day > `${facts.year}-${settings.plannedIssueBy}`
      ? bilingual('市级资金尚未到位', 'the city money had not arrived')
      : null;
  }
  if (firstMovementOn(facts, 'passOn', day) !== null) return null;
  return day > addDays(receivedOn, settings.clocks.passOnDays)
    ? bilingual('县级财政部门尚未拨付', 'county finance had not passed the money on')
    : null;
}
