import type { IsoDate } from '../period/year-month';
import { accepted, type Outcome, refusal, refused } from '../refusal';
import type { PostPeriod } from './post-period';

/**
 * Ends the period that is open, on the last day on post. Example: on post since 2024-01-01, leaving with 2025-05-31:
 * 2024-01-01 to 2025-05-31. Refused, at `/lastDay`, for somebody who is not on post, and for a day before the period.
 */
export function leavePost<Period extends PostPeriod>(
  periods: readonly Period[],
  lastDay: IsoDate,
): Outcome<readonly Period[]> {
  const open = periods.find(({ until }) => until === null);
  if (!open) {
    return refused([
      refusal(
        '/lastDay',
        '该人员目前不在岗，无需办理离岗；日期有误的，请在“修改”中更正在岗期间。',
        'This person is not on post and cannot leave it; if a day is wrong, correct the periods under “Change”.',
      ),
    ]);
  }
  if (lastDay < open.from) {
    return refused([
      refusal(
        '/lastDay',
        `最后在岗日 ${lastDay} 早于到岗日 ${open.from}，请核对。`,
        `The last day on post, ${lastDay}, lies before the first one, ${open.from}: check it.`,
      ),
    ]);
  }
  return accepted(periods.map((period) => (period === open ? { ...period, until: lastDay } : period)));
}
