import type { ImportPreview } from '@yuheng/shared/contract/imports';
import type { Sheet } from '@yuheng/shared/contract/sheets';

type PreviewedItem = ImportPreview['items'][number];

/**
 * The items once more, with what contradicts what: a total that is not the sum of its parts, a part above its whole. Such
 * an error stands at the first item of its rule that the workbook changes, with both figures. What is only missing
 * stops a submission, not an import.
 */
export function withContradictions(
  items: readonly PreviewedItem[],
  { remarks, items: stored }: Pick<Sheet, 'remarks' | 'items'>,
  cellOf: (item: PreviewedItem) => string,
): PreviewedItem[] {
  const answered = new Set(stored.filter(({ current }) => current !== null).map(({ id }) => id));
  const isWritten = (id: string): boolean =>
    items.some(({ item, change }) => item === id && (change === 'new' || change === 'changed'));
  const contradictions = remarks.filter(
    (one) => one.severity === 'error' && one.items.length > 1 && one.items.every((id) => answered.has(id)),
  );
  return items.map((item) => {
    const texts = contradictions
      .filter((one) => one.items.find(isWritten) === item.item)
      .map(({ text }) => ({ cell: cellOf(item), text }));
    return texts.length === 0 ? item : { ...item, change: 'error', errors: [...item.errors, ...texts] };
  });
}
