import type { Sheet } from '@yuheng/shared/contract/sheets';
import { answerInLine } from '@yuheng/shared/domain/imports/answer-cells';
import type { ReadWorkbook } from './read-sheet-workbook';
import { suggestedAnswer } from './sheet-layout';

/**
 * What was read, with the figures that follow from it and that nobody answered: the last month's end, a sum of parts. They
 * are never asked in a workbook either, and the preview shows them as new.
 */
export function withKnownFigures<Read extends Pick<ReadWorkbook, 'items' | 'changes'>>(
  read: Read,
  { items: after }: Pick<Sheet, 'items'>,
): Read {
  const known = after.flatMap((item) => {
    const given = item.current === null ? suggestedAnswer(item.suggested) : null;
    return given === null ? [] : [{ item, given }];
  });
  return {
    ...read,
    items: read.items.map((one) => {
      const found = one.change === 'same' ? known.find(({ item }) => item.id === one.item) : undefined;
      return found ? { ...one, change: 'new', after: answerInLine(found.item, found.given) } : one;
    }),
    changes: [
      ...read.changes,
      ...known
        .filter(({ item }) => read.items.some((one) => one.item === item.id && one.change === 'same'))
        .map(({ item, given }) => ({ item: item.id, version: 0, given: { ...given, evidence: [] } })),
    ],
  };
}
