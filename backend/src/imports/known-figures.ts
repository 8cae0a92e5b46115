import type { Sheet } from '@yuheng/shared/contract/sheets';
import { answerInLine } from '@yuheng/shared/domain/imports/answer-cells';
import type { SheetAnswerGiven } from '@yuheng/shared/domain/sheets/sheet';
import type { ReadWorkbook } from './read-sheet-workbook';

/** A figure that the program knows, as somebody would report it. */
export const suggestedAnswer = (suggested: string | null): SheetAnswerGiven | null =>
  suggested === null ? null : { state: 'reported', value: suggested, conclusion: null, reason: null };

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
