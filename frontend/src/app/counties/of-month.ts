import type { County } from '@yuheng/shared/contract/counties';

type Parts = Pick<County, 'timeline' | 'findings' | 'filings'>;

const isIn = (day: string | null, month: string): boolean => day?.startsWith(month) ?? false;

/**
 * What of a county's records touches a month: money moved in it, findings of its inspection or found, due, rectified or
 * closed in it, filings due or filed in it. Without a month everything, unchanged.
 */
export function partsOfMonth({ timeline, findings, filings }: Parts, month: string | null): Parts {
  if (month === null) return { timeline, findings, filings };
  return {
    timeline: timeline.filter(({ date }) => isIn(date, month)),
    findings: findings.filter(
      (one) =>
        one.month === month ||
        [one.foundOn, one.deadline, one.rectifiedOn, one.closedOn].some((day) => isIn(day, month)),
    ),
    filings: filings.filter(({ dueOn, filedOn }) => isIn(dueOn, month) || isIn(filedOn, month)),
  };
}
