import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { checkSheet } from '@yuheng/shared/domain/sheets/checks/check-sheet';
import { outlierRemark } from '@yuheng/shared/domain/sheets/outliers';
import type {
  SheetRemark,
  SheetSurroundings,
  SheetTemplate,
  SheetValue,
} from '@yuheng/shared/domain/sheets/sheet';
import type { SheetKey } from './sheet-key';
import type { SheetContent, SheetRow } from './sheets.queries';

export const templateOf = (key: SheetKey, { items, rules }: SheetRow): SheetTemplate => ({
  kind: key.kind,
  items,
  rules,
});

export const surroundingsOf = (
  { month }: SheetRow,
  { earlier, approvedPosts, others }: SheetContent,
  today: IsoDate,
): SheetSurroundings => ({
  month,
  today,
  earlier,
  known: approvedPosts === null ? {} : { approvedPosts },
  others,
});

/** What the checks say of a sheet, then what its figures look like beside the county's own history: a hint, never a wall. */
export function remarksOf(
  key: SheetKey,
  sheet: SheetRow,
  content: SheetContent,
  today: IsoDate,
): readonly SheetRemark[] {
  return [
    ...checkSheet(templateOf(key, sheet), content.values, surroundingsOf(sheet, content, today)),
    ...hintsOf(sheet, content, content.values),
  ];
}

/** Hints on some of the values of a sheet. */
export const hintsOf = (
  { items }: SheetRow,
  { earlier }: SheetContent,
  values: readonly SheetValue[],
): SheetRemark[] =>
  items.flatMap((item) => {
    const figure = values.find((one) => one.item === item.id)?.value ?? null;
    const isFigure = item.answer === 'count' || item.answer === 'money';
    if (!isFigure || figure === null) return [];
    const history = earlier.flatMap((one) => (one.item === item.id && one.value !== null ? [one.value] : []));
    return outlierRemark(item, figure, history) ?? [];
  });
