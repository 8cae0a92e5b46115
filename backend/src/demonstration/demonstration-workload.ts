import type { WorkloadMonthEntity } from '../workload/workload-month.entity';
import { storyOf } from './county-stories';
import type { CountyKey } from './demonstration-county';
import { DEMONSTRATION_PROGRAM } from './demonstration-day';
import { gatheredMonths } from './demonstration-wages';
import { keyedGenerator } from './keyed-generator';

/**
 * Counts only, about ten supervised persons a post. A month ends where the next one starts; a sheet that is still to be
 * filled in has no row.
 */
export function workloadMonths({ cityId, county }: CountyKey): WorkloadMonthEntity[] {
  const chance = keyedGenerator(`workload/${county.id}`);
  const usual = county.posts * 10 + chance.between(-2 * county.posts, 2 * county.posts);
  let supervised = usual;
  let resettled = county.posts * 13 + chance.between(0, 2 * county.posts);
  const rows = gatheredMonths().map((month): WorkloadMonthEntity => {
    const turnover = Math.max(3, Math.trunc(supervised / 22));
    const supervisedAtStart = supervised;
    const supervisedNew = chance.between(Math.trunc(turnover / 2), turnover + 2);
    // More are released where more than usual are supervised, so that the number stays near its level.
    const pull = Math.trunc((supervised - usual) / 12);
    const supervisedReleased = Math.max(0, chance.between(Math.trunc(turnover / 2), turnover + 2) + pull);
    supervised += supervisedNew - supervisedReleased;
    resettled = Math.max(0, resettled + chance.between(-3, 3));
    return {
      cityId,
      countyId: county.id,
      programId: DEMONSTRATION_PROGRAM,
      month,
      supervisedAtStart,
      supervisedNew,
      supervisedReleased,
      supervisedAtEnd: supervised,
      resettled,
      assessments: chance.between(1, Math.max(3, Math.trunc(county.posts / 2))),
    };
  });
  const { openSheets } = storyOf(county.id);
  return rows.filter(({ month }) => !openSheets.includes(month));
}
