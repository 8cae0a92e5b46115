import type { ImportPreview } from '@yuheng/shared/contract/imports';
import type { Sheet } from '@yuheng/shared/contract/sheets';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { answerInLine } from '@yuheng/shared/domain/imports/answer-cells';
import { readAnswer } from '@yuheng/shared/domain/imports/read-answer';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import { accepted, refused, type Outcome } from '@yuheng/shared/domain/refusal';
import type { SheetAnswerGiven } from '@yuheng/shared/domain/sheets/sheet';
import type { ItemChange } from '../sheets/sheet-writing.service';
import type { OpenedSheet, OpenedWorkbook } from '../workbooks/open-workbook';
import { answerOf } from './make-sheet-workbook';
import { CELL_OF_POINTER, COLUMNS, METADATA_SHEET, type ItemBaseline, type StoredItem } from './sheet-layout';
import { movedRows, NOT_OURS, readMetadata } from './read-metadata';

type PreviewedItem = ImportPreview['items'][number];
type CellError = PreviewedItem['errors'][number];

/** What a workbook says of its sheet: each item beside what is stored, and what would be written. */
export interface ReadWorkbook {
  readonly table: OpenedSheet;
  readonly items: readonly PreviewedItem[];
  readonly changes: readonly ItemChange[];
}

interface ReadCells {
  readonly answer: SheetAnswerGiven | null;
  readonly errors: readonly CellError[];
}

function readCells(table: OpenedSheet, row: number, item: StoredItem, today: IsoDate): ReadCells {
  const takesNone = item.answer === 'conclusion' && item.unit === undefined;
  const cells = [COLUMNS.value, COLUMNS.conclusion, COLUMNS.reason].map((column) => table.at(row, column));
  const errors = cells.flatMap((cell, index): CellError[] =>
    'trouble' in cell ? [{ cell: `${'FGH'.charAt(index)}${row}`, text: cell.trouble }] : [],
  );
  if (errors.length > 0) return { answer: null, errors };
  const [value = '', conclusion = '', reason = ''] = cells.map((cell) => ('text' in cell ? cell.text : ''));
  const isDash = takesNone && value === '—';
  const outcome = readAnswer(item, { value: isDash ? '' : value, conclusion, reason }, today);
  if (outcome.ok) return { answer: outcome.value, errors: [] };
  return {
    answer: null,
    errors: outcome.refusals.map(({ pointer, detail }) => ({
      cell: `${CELL_OF_POINTER[pointer] ?? 'F'}${row}`,
      text: detail,
    })),
  };
}

const same = (one: SheetAnswerGiven | null, other: SheetAnswerGiven | null): boolean =>
  JSON.stringify(answerOf(one)) === JSON.stringify(answerOf(other));

/** What stands against an answer that reads well by itself. */
function standingErrors(
  item: StoredItem,
  baseline: ItemBaseline,
  answer: SheetAnswerGiven | null,
): CellError[] {
  const cell = `F${baseline.row}`;
  if (answer === null) {
    const text = bilingual(
      `“${item.name.zh}”已有内容，不能清空；没有发生的填0，不适用的选“不适用”并说明原因。`,
      `"${item.name.en}" was answered and cannot be emptied: write 0, or choose 不适用 with its reason.`,
    );
    return [{ cell, text }];
  }
  const version = item.current?.version ?? 0;
  if (version === baseline.version) return [];
  const now = answerInLine(item, answerOf(item.current));
  return [
    {
      cell,
      text: bilingual(
        `“${item.name.zh}”在下载之后已被他人改为“${now}”；请对照后重新下载工作簿再填，或在页面上修改。`,
        `Somebody changed "${item.name.en}" to "${now}" after the download: compare, download again, or change it on the page.`,
      ),
    },
  ];
}

function readItem(table: OpenedSheet, item: StoredItem, baseline: ItemBaseline, today: IsoDate) {
  const { row } = baseline;
  const cells = readCells(table, row, item, today);
  const current = answerOf(item.current);
  const { answer } = cells;
  const untouched =
    cells.errors.length === 0 &&
    (JSON.stringify(answerOf(answer)) === baseline.answer || same(answer, current));
  const errors = untouched || cells.errors.length > 0 ? cells.errors : standingErrors(item, baseline, answer);
  const change = errors.length > 0 ? 'error' : untouched ? 'same' : current === null ? 'new' : 'changed';
  const previewed: PreviewedItem = {
    item: item.id,
    name: item.name,
    row,
    change,
    before: answerInLine(item, current),
    after: untouched ? answerInLine(item, current) : answerInLine(item, answer),
    errors: [...errors],
  };
  const isWritten = change === 'new' || change === 'changed';
  const evidence = item.current?.evidence ?? [];
  return {
    previewed,
    changes:
      isWritten && answer
        ? [{ item: item.id, version: item.current?.version ?? 0, given: { ...answer, evidence } }]
        : [],
  };
}

/**
 * Reads a filled workbook of a sheet. A cell that says what it said at the download is left as it is stored, also where
 * somebody changed it meanwhile; one that was changed on both sides is an error, never an overwriting.
 * Refused as a whole, at `/file`: a workbook of another sheet, county, month or version, and one whose rows were moved.
 */
export function readSheetWorkbook(
  workbook: OpenedWorkbook,
  sheet: Sheet,
  today: IsoDate,
): Outcome<ReadWorkbook> {
  const metadata = readMetadata(workbook, sheet);
  if (!metadata.ok) return metadata;
  const table = workbook.sheets.find((one) => !one.isHidden && one.name !== METADATA_SHEET);
  const trouble = table ? movedRows(table, sheet.items, metadata.value) : NOT_OURS;
  if (!table || trouble) return refused(trouble ? [trouble] : []);
  const read = sheet.items.flatMap((item) => {
    const baseline = metadata.value.find((one) => one.item === item.id);
    return baseline ? [readItem(table, item, baseline, today)] : [];
  });
  return accepted({
    table,
    items: read.map(({ previewed }) => previewed),
    changes: read.flatMap(({ changes }) => changes),
  });
}
