import { commentsOf } from '../../workbooks/comments-of';
import { markWorkbook } from '../../workbooks/mark-workbook';
import type { StoredRow } from './returned-rows';

/** The workbook again, with a comment in each cell that cannot be taken; as it came where all can. */
export function markedPack(bytes: Buffer, rows: readonly StoredRow[]): Buffer {
  const wrong = rows.filter(({ errors }) => errors.length > 0);
  return [...new Set(wrong.map(({ sheet }) => sheet))].reduce(
    (marked, sheet) =>
      markWorkbook(
        marked,
        sheet,
        commentsOf(wrong.filter((row) => row.sheet === sheet).flatMap(({ errors }) => errors)),
      ),
    bytes,
  );
}
