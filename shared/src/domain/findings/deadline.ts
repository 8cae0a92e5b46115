import { dayInWords } from '../period/day-in-words';
import { daysBetween, type IsoDate } from '../period/year-month';
import { accepted, refusal, refused, type Outcome } from '../refusal';

/** A finding that is to stay open for longer than this is a plan and no deadline. */
const LONGEST_DAYS = 366;

/**
 * A deadline lies on or after the day of the finding and at most 366 days later.
 * @param pointer where the deadline stands in what was asked
 */
export function checkDeadline(deadline: IsoDate, foundOn: IsoDate, pointer: string): Outcome<IsoDate> {
  const days = daysBetween(foundOn, deadline);
  if (days < 0) {
    return refused([
      refusal(
        pointer,
        `整改期限早于发现日期（${dayInWords(foundOn).zh}）；请填写当日或以后的日期。`,
        `The deadline lies before the day of the finding (${foundOn}): choose that day or a later one.`,
      ),
    ]);
  }
  if (days > LONGEST_DAYS) {
    return refused([
      refusal(
        pointer,
        '整改期限距发现日期超过一年；请核对年份，或者缩短期限。',
        'The deadline lies more than a year after the finding: check its year or shorten it.',
      ),
    ]);
  }
  return accepted(deadline);
}
