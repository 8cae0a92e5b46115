import { carriedAnswer } from '@yuheng/shared/domain/sheets/carried';
import { conclusionOf, type EarlierAnswer, type SheetItem } from '@yuheng/shared/domain/sheets/sheet';
import type { SheetContent, SheetRow, ValueRow } from './sheets.queries';

/** Counted anew with everything that is written. */
export interface SheetCounts {
  readonly asked: number;
  readonly filled: number;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
}

/** One item as it stands in a month. */
export interface FormItem {
  readonly item: SheetItem;
  readonly current: ValueRow | null;
  /** The latest answer of an earlier month, where the month does not ask the item. */
  readonly carried: EarlierAnswer | null;
  readonly lastAnswer: EarlierAnswer | null;
}

/** The items of a sheet in the order of its template, each with what is said and what is carried. */
export function formItems(
  { items, month }: Pick<SheetRow, 'items' | 'month'>,
  content: SheetContent,
): FormItem[] {
  const current = new Map(content.values.map((one) => [one.item, one]));
  const earlier = new Map(content.earlier.toReversed().map((one) => [one.item, one]));
  return items.map((item) => {
    const lastAnswer = earlier.get(item.id) ?? null;
    return {
      item,
      current: current.get(item.id) ?? null,
      carried: carriedAnswer(item, month, lastAnswer ?? undefined),
      lastAnswer,
    };
  });
}

/** How much a month asks and how much of it is answered; conclusions count as they stand, carried ones too. */
export function countsOf(items: readonly FormItem[]): SheetCounts {
  const asked = items.filter(({ carried, current }) => carried === null || current !== null);
  const concluded = items.flatMap(({ current, carried }) => {
    const answer = current ?? carried;
    return answer ? [conclusionOf(answer)] : [];
  });
  const count = (wanted: 'pass' | 'fail' | 'notApplicable'): number =>
    concluded.filter((one) => one === wanted).length;
  return {
    asked: asked.length,
    filled: asked.filter(({ current }) => current !== null).length,
    passed: count('pass'),
    failed: count('fail'),
    notApplicable: count('notApplicable'),
  };
}
