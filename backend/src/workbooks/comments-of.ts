import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { CellComment } from './mark-workbook';

/** One comment a cell, with all that is wrong with it, in Chinese, as the headings of workbooks are. */
export function commentsOf(
  errors: readonly { readonly cell: string; readonly text: Bilingual }[],
): CellComment[] {
  const byCell = new Map<string, string[]>();
  for (const { cell, text } of errors) byCell.set(cell, [...(byCell.get(cell) ?? []), text.zh]);
  return [...byCell].map(([cell, texts]) => ({ cell, text: texts.join('\n') }));
}
