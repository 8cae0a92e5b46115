import type { IsoDate } from '../period/year-month';

/**
 * 待整改 · 已整改（待复核） · 退回整改 · 已销号. A state follows from dates alone and is never stored.
 */
export type FindingState = 'open' | 'rectified' | 'returned' | 'closed';

/** The days of a finding's way; null: not yet. A re-check that was not passed clears `rectifiedOn` and sets `returnedOn`. */
export interface FindingDays {
  readonly deadline: IsoDate;
  readonly rectifiedOn: IsoDate | null;
  readonly returnedOn: IsoDate | null;
  readonly closedOn: IsoDate | null;
}

/** Example: rectified on 2025-04-10 and not closed is `rectified`; sent back afterwards it is `returned`. */
export function findingState({ rectifiedOn, returnedOn, closedOn }: FindingDays): FindingState {
  if (closedOn !== null) return 'closed';
  if (rectifiedOn !== null) return 'rectified';
  return returnedOn === null ? 'open' : 'returned';
}

/** Waiting for the county although its deadline has passed. On the day of the deadline itself it is not overdue yet. */
export const isFindingOverdue = (finding: FindingDays, asOf: IsoDate): boolean =>
  ['open', 'returned'].includes(findingState(finding)) && finding.deadline < asOf;
