import type { Workbook, Worksheet } from '@protobi/exceljs';
import { accepted, refusal, refused } from '@yuheng/shared/domain/refusal';
import type { Outcome } from '@yuheng/shared/domain/refusal';
import { cellText } from './cell-text';
import type { CellText } from './cell-text';
import { newWorkbook } from './new-workbook';
import { soundEntries } from './workbook-refusals';

/** What is opened cell by cell, whole columns at a time, or shown only: nothing of it is read. */
const NOT_READ = {
  ignoreNodes: ['dataValidations', 'conditionalFormatting', 'extLst', 'hyperlinks', 'picture', 'drawing'],
};

/** One sheet of a workbook that somebody sent. */
export class OpenedSheet {
  constructor(private readonly sheet: Worksheet) {}

  get name(): string {
    return this.sheet.name;
  }

  get isHidden(): boolean {
    return this.sheet.state !== 'visible';
  }

  get lastRow(): number {
    return this.sheet.rowCount;
  }

  get lastColumn(): number {
    return this.sheet.columnCount;
  }

  /** What a cell says; of merged cells each says what the first of them does. */
  at(row: number, column: number): CellText {
    return cellText(this.sheet.getCell(row, column));
  }

  /** Rows in which something stands, in their order: a far last row does not have those before it made up. */
  get filledRows(): readonly number[] {
    const rows: number[] = [];
    this.sheet.eachRow((_, row) => void rows.push(row));
    return rows;
  }

  /** Whether a cell keeps a figure and no text: of a number with more than 15 digits the last ones are lost. */
  isFigure(row: number, column: number): boolean {
    return typeof this.sheet.getCell(row, column).value === 'number';
  }
}

/** A workbook that somebody sent, opened. */
export class OpenedWorkbook {
  readonly sheets: readonly OpenedSheet[];

  constructor(workbook: Workbook) {
    this.sheets = workbook.worksheets.map((one) => new OpenedSheet(one));
  }
}

/**
 * Opens a workbook that somebody sent. Refused at `/file`, each with what to do: what `soundEntries` says, and what
 * cannot be read for another reason.
 */
export async function openWorkbook(bytes: Buffer): Promise<Outcome<OpenedWorkbook>> {
  const entries = soundEntries(bytes);
  if (!entries.ok) return entries;
  const workbook = await newWorkbook();
  try {
    await workbook.xlsx.load(bytes as never, NOT_READ);
  } catch {
    return refused([UNREADABLE]);
  }
  return accepted(new OpenedWorkbook(workbook));
}

export const UNREADABLE = refusal(
  '/file',
  '工作簿内容有误，无法读取；请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。',
  'The workbook cannot be read: open it in Excel or WPS, save it as .xlsx and upload it again.',
);
