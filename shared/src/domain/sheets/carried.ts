import type { ItemFrequency } from '../monitoring/assistants-template';
import { addMonths } from '../period/year-month';
import type { YearMonth } from '../period/year-month';
import type { EarlierAnswer, SheetItem } from './sheet';

/** Months after which an item is asked again, counted from the month of its last answer; once is never asked again. */
const ASKED_AGAIN_AFTER: Readonly<Record<ItemFrequency, number>> = {
  monthly: 1,
  quarterly: 3,
  yearly: 12,
  once: Number.POSITIVE_INFINITY,
};

/**
 * What does not apply now may apply soon: 不适用 of a yearly item is asked again after half a year, so that "the money has
 * not arrived yet" of January does not stand for the whole year.
 */
const NOT_APPLICABLE_AGAIN_AFTER = 6;

/**
 * The answer that an item carries into a month with the month in which it was given, or null where the month asks the item:
 * it was never answered, or its period begins again (rules.md section 5: each item has a frequency, in between the last
 * conclusion is carried with its date). A carried item may be answered anew in any month. `earlier` is the latest earlier
 * answer to the item. Example: a quarterly item answered in 2025-03 is carried in 2025-04 and 2025-05 and asked in 2025-06.
 */
export function carriedAnswer(
  item: SheetItem,
  month: YearMonth,
  earlier: EarlierAnswer | undefined,
): EarlierAnswer | null {
  if (earlier === undefined) return null;
  const usual = ASKED_AGAIN_AFTER[item.frequency];
  const months = earlier.state === 'notApplicable' ? Math.min(usual, NOT_APPLICABLE_AGAIN_AFTER) : usual;
  return months === Number.POSITIVE_INFINITY || addMonths(earlier.month, months) > month ? earlier : null;
}
