import type { ListCell } from '@yuheng/shared/domain/imports/wage-lists/read-wage-list';
import { accepted, refused, type Outcome } from '@yuheng/shared/domain/refusal';
import { columnNumber } from './column-number';
import { cellOf, daysOfStyles, sharedStrings, type CellContext } from './list-cells';
import { UNREADABLE } from './open-workbook';
import { soundEntries } from './workbook-refusals';
import { partsOf, textOf, visibleSheets } from './workbook-parts';
import { eachTag } from './workbook-xml';

/** One visible sheet as a list: its rows from the first on, their cells from column A on. */
export interface ListSheet {
  readonly name: string;
  readonly rows: readonly (readonly (ListCell | undefined)[])[];
}

/**
 * Reads the visible sheets of a workbook as lists, straight from its text: a list of 10,000 rows in some tenths of a
 * second, where a parser of whole workbooks takes seconds. Cells say what `openWorkbook` has them say; of merged cells
 * each says what the first does, and which that is.
 * Refused at `/file`: what `soundEntries` refuses, and what has no sheet that can be read.
 */
export function readLists(bytes: Buffer): Outcome<readonly ListSheet[]> {
  const entries = soundEntries(bytes);
  if (!entries.ok) return entries;
  const parts = partsOf(entries.value);
  const context: CellContext = {
    strings: sharedStrings(textOf(parts, 'xl/sharedStrings.xml')),
    isDay: daysOfStyles(textOf(parts, 'xl/styles.xml')),
    from1904: /<(?:\w+:)?workbookPr\s[^<>]*date1904="(?:1|true)"/.test(textOf(parts, 'xl/workbook.xml')),
  };
  const sheets = visibleSheets(parts).flatMap(({ name, path }) => {
    const xml = textOf(parts, path);
    return /<(?:\w+:)?sheetData[\s/>]/.test(xml) ? [{ name, rows: rowsOf(xml, context) }] : [];
  });
  return sheets.length > 0 ? accepted(sheets) : refused([UNREADABLE]);
}

/** The last row and column that Excel has. */
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384];

function rowsOf(xml: string, context: CellContext): (ListCell | undefined)[][] {
  const rows: (ListCell | undefined)[][] = [];
  // Rows and cells may leave out where they stand: then they follow the one before.
  let row = 0;
  eachTag(xml, 'row', (rowTag, cells) => {
    row = Number(/\br="(\d+)"/.exec(rowTag)?.[1] ?? row + 1);
    let column = 0;
    eachTag(cells, 'c', (tag, inner) => {
      const letters = /\br="([A-Z]+)\d+"/.exec(tag)?.[1];
      column = letters === undefined ? column + 1 : columnNumber(letters);
      const cell = cellOf({ address: `${letters ?? ''}${row}`, tag, inner }, context);
      if ((cell.text !== '' || cell.trouble) && row <= LAST_ROW && column <= LAST_COLUMN)
        (rows[row - 1] ??= [])[column - 1] = cell;
    });
  });
  for (const found of xml.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)) {
    spread(rows, found);
  }
  return Array.from(rows, (one) => one ?? []);
}

/** Every cell of a merged range says what its first one does. */
function spread(
  rows: (ListCell | undefined)[][],
  [, left = '', top, right = '', bottom]: RegExpExecArray | RegExpMatchArray,
): void {
  const [firstRow, firstColumn] = [Number(top), columnNumber(left)];
  const first = rows[firstRow - 1]?.[firstColumn - 1];
  if (!first) return;
  for (let row = firstRow; row <= Number(bottom); row++) {
    for (let column = firstColumn; column <= columnNumber(right); column++) {
      if (row === firstRow && column === firstColumn) continue;
      (rows[row - 1] ??= [])[column - 1] = { ...first, mergedFrom: `${left}${top}` };
    }
  }
}
