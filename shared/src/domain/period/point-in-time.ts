import { bilingual, type Bilingual } from '../bilingual';
import { accepted, refusal, refused, type Outcome } from '../refusal';
import { dayInWords } from './day-in-words';
import {
  addMonths,
  firstDay,
  isYearMonth,
  lastDay,
  monthNumber,
  monthOf,
  yearMonth,
  yearOf,
  type IsoDate,
  type YearMonth,
} from './year-month';

/**
 * The day for which the figures of a program year stand when a closed month-end is asked for (asOf, architecture.md section 4):
 * the last day of that month. A month is closed once its last day is over.
 * Refused, at /asOf: a text that is no month, a month before the year, a month that is not over yet.
 * Example: 2025-06, asked on 2026-03-20 of the year 2025, stands for 2025-06-30.
 */
export function closedMonthEnd(
  month: string,
  { year, today }: { readonly year: number; readonly today: IsoDate },
): Outcome<IsoDate> {
  if (!isYearMonth(month)) {
    return refused([
      refusal(
        '/asOf',
        '数据时点应为已结束的月份（形如 2025-06），或一次定案的编号。',
        'The point in time must be a month that is over, such as 2025-06, or the id of a finalised result.',
      ),
    ]);
  }
  if (yearOf(month) < year) {
    return refused([
      refusal(
        '/asOf',
        `${monthInWords(month).zh}早于 ${year} 年度，当时没有该年度的数据，请选择 ${year} 年 1 月末及以后的时点。`,
        `The month ${month} is before ${year}: nothing of that year was known then. Choose the end of January ${year} or a later month.`,
      ),
    ]);
  }
  if (lastDay(month) >= today) {
    const last = monthOf(firstDay(addMonths(monthOf(today), -1)));
    return refused([
      refusal(
        '/asOf',
        `${monthInWords(month).zh}尚未结束，请选择${monthInWords(last).zh}末或更早的时点。`,
        `The month ${month} is not over yet: choose the end of ${last} or an earlier month.`,
      ),
    ]);
  }
  return accepted(lastDay(month));
}

/**
 * The month-ends for which a program year can be shown, the latest first: from January of the year to the December after it, as
 * far as they are over. Example: of 2025 on 2026-03-20, 2026-02 down to 2025-01.
 */
export function closedMonthEnds(year: number, today: IsoDate): readonly YearMonth[] {
  const first = yearMonth(`${String(year).padStart(4, '0')}-01`);
  return Array.from({ length: 24 }, (_, place) => addMonths(first, place))
    .filter((month) => lastDay(month) < today)
    .toReversed();
}

/** The sentence that marks a page of a month-end. Example: 按2025年6月末的数据 */
export const asOfMonthEnd = (month: YearMonth): Bilingual =>
  bilingual(
    `按${monthInWords(month).zh}末的数据：此后的报送、更正、红字冲销均不计入`,
    `Figures as of the end of ${month}: nothing handed in, corrected or reversed later is in them`,
  );

/** The sentence that marks a page of a finalised result: the day of its facts, and when it was finalised. */
export const asOfFinalised = (day: IsoDate, finalisedOn: string): Bilingual =>
  bilingual(
    `按定案时的数据：${dayInWords(finalisedOn).zh}定案，数据截至${dayInWords(day).zh}，此后的更正均不计入`,
    `Figures as finalised on ${dayInWords(finalisedOn).en}, of the facts up to ${dayInWords(day).en}: nothing corrected later is in them`,
  );

/** What a page of an earlier day cannot take from versions, said on it (nothing present is shown silently). */
export const WITHOUT_HISTORY: readonly Bilingual[] = [
  bilingual(
    '备案按其登记的备案日期计入；名额、预算、到期日的规定和指标口径按现行登记。',
    'Filings count by the date that was registered for them; posts, budgets, the rules of due days and formulas are as registered now.',
  ),
  bilingual(
    '需要您办只显示当前事项，请回到“最新”查看。',
    'What needs you is shown for now only: go back to the latest figures.',
  ),
];

const monthInWords = (month: YearMonth): Bilingual =>
  bilingual(`${yearOf(month)}年${monthNumber(month)}月`, month);
