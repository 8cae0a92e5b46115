import { addDays, type IsoDate } from '../period/year-month';
import { accepted, type Outcome, type Refusal, refusal, refused } from '../refusal';
import { overlap, type PostPeriod } from './post-period';

/**
 * Holds the periods of one person against what they must be: at least one, none ending before it begins, no two with a
 * day in common, no first or last day after `today`, because a roster says who was and is on post and not who is to be.
 * Adjoining periods are allowed: someone may leave a post and take up another one the day after.
 * The answer is in the order of the first days. Example: [2025-07-01…, 2024-01-01…2025-03-31] is answered the other way
 * round. Refusals point at the day that is wrong, such as `/periods/1/from`.
 */
export function readPostPeriods<Period extends PostPeriod>(
  periods: readonly Period[],
  { pointer, today }: { readonly pointer: string; readonly today: IsoDate },
): Outcome<readonly Period[]> {
  if (periods.length === 0) return refused([noPeriod(pointer)]);
  const refusals = [
    ...periods.flatMap((period, at) => daysRefused(period, `${pointer}/${at}`, today)),
    ...periods.flatMap((period, at) => overlapRefused(periods.slice(0, at), period, `${pointer}/${at}/from`)),
  ];
  if (refusals.length > 0) return refused(refusals);
  return accepted([...periods].sort((a, b) => (a.from < b.from ? -1 : 1)));
}

function daysRefused({ from, until }: PostPeriod, pointer: string, today: IsoDate): Refusal[] {
  if (until !== null && until < from) {
    return [
      refusal(
        `${pointer}/until`,
        `最后在岗日 ${until} 早于到岗日 ${from}，请核对。`,
        `The last day on post, ${until}, lies before the first one, ${from}: check both.`,
      ),
    ];
  }
  const days = { from, ...(until === null ? {} : { until }) };
  return Object.entries(days)
    .filter(([, day]) => day > today)
    .map(([name, day]) =>
      refusal(
        `${pointer}/${name}`,
        `${day} 尚未到来（数据截至 ${today}）；花名册只登记已经到岗、离岗的日期，请届时再填。`,
        `The day ${day} has not come yet (figures as of ${today}): the roster keeps days that are past; enter it when it has come.`,
      ),
    );
}

function overlapRefused(earlier: readonly PostPeriod[], period: PostPeriod, pointer: string): Refusal[] {
  const other = earlier.find((one) => overlap(one, period));
  if (!other) return [];
  const [zh, en] = [spanZh(other), spanEn(other)];
  return [
    refusal(
      pointer,
      `与另一段在岗期间（${zh}）重叠，同一人同一天只能计一次在岗；请改正日期，如上一段未结束，请先办理离岗（可从 ${after(other)} 起另计）。`,
      `It overlaps with another period on post (${en}); a person counts once a day. Correct the days, or enter the end of the other period first (a new one may begin on ${after(other)}).`,
    ),
  ];
}

const after = ({ from, until }: PostPeriod): IsoDate => addDays(until ?? from, 1);
const spanZh = ({ from, until }: PostPeriod): string => `${from} 至 ${until ?? '今'}`;
const spanEn = ({ from, until }: PostPeriod): string => `${from} to ${until ?? 'now'}`;

const noPeriod = (pointer: string): Refusal =>
  refusal(
    pointer,
    '至少应有一段在岗期间，请填写到岗日期。',
    'There must be at least one period on post: enter the first day.',
  );
