import type { Cell, Style, Workbook, Worksheet } from '@protobi/exceljs';
import { newWorkbook } from './new-workbook';

/** How a cell looks: `given` and `answer` are rows of a table, and only an `answer` can be written into. */
export type CellLook = 'title' | 'note' | 'heading' | 'given' | 'answer';

export interface PlannedCell {
  readonly value: string | number | null;
  readonly look: CellLook;
  /** Of numbers, as Excel writes formats: "#,##0.00"; "@" keeps what is typed as text. */
  readonly format?: string;
}

/** Cells that are chosen from a short list: one range, because a rule for each cell makes a workbook slow. */
export interface ListOfChoices {
  readonly range: string;
  readonly choices: readonly string[];
}

/** Cells that take a number within bounds; null: without an upper one. */
export interface RangeOfNumbers {
  readonly range: string;
  readonly type: 'decimal' | 'whole';
  readonly from: number;
  readonly to: number | null;
  /** What is said of another entry. */
  readonly error: string;
}

export interface PlannedSheet {
  readonly name: string;
  readonly isHidden?: boolean;
  /** In characters, one a column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PlannedCell[])[];
  /** Ranges of which only the first cell is written. */
  readonly merged?: readonly string[];
  readonly lists?: readonly ListOfChoices[];
  readonly numbers?: readonly RangeOfNumbers[];
  /** So many rows stay in sight. */
  readonly frozenRows?: number;
  /** Only `answer` cells can be written into; there is no password, because it keeps from slips and not from people. */
  readonly isLocked?: boolean;
}

const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const GRID = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const plain = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const WRAPPED = { vertical: 'middle', wrapText: true } as const;
/** Fonts by the names that Excel and WPS both have; what is absent falls back to the system's. */
const FONT = { name: '宋体', size: 11 };

const LOOKS: Readonly<Record<CellLook, Partial<Style>>> = {
  title: { font: { ...FONT, size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'middle' } },
  note: { font: { ...FONT, size: 10, color: { argb: 'FF595959' } }, alignment: WRAPPED },
  heading: {
    font: { ...FONT, bold: true },
    fill: plain('FFDCE6F1'),
    border: GRID,
    alignment: { ...WRAPPED, horizontal: 'center' },
  },
  given: { font: FONT, border: GRID, alignment: WRAPPED },
  answer: {
    font: FONT,
    fill: plain('FFFFF9E5'),
    border: GRID,
    alignment: WRAPPED,
    protection: { locked: false },
  },
};

interface RulesOfCells {
  add(range: string, rule: unknown): void;
}

const rulesOf = (sheet: Worksheet): RulesOfCells =>
  (sheet as unknown as { dataValidations: RulesOfCells }).dataValidations;

function addNumbers(sheet: Worksheet, { range, type, from, to, error }: RangeOfNumbers): void {
  rulesOf(sheet).add(range, {
    type,
    allowBlank: true,
    operator: to === null ? 'greaterThanOrEqual' : 'between',
    formulae: to === null ? [from] : [from, to],
    showErrorMessage: true,
    errorTitle: '请改正',
    error,
  });
}

/** Makes the cells of a range a choice from a list; Excel keeps at most 255 characters of it. */
function addList(sheet: Worksheet, { range, choices }: ListOfChoices): void {
  rulesOf(sheet).add(range, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    errorTitle: '请从列表中选择',
    error: choices.join('、'),
  });
}

function write(cell: Cell, { value, look, format }: PlannedCell): void {
  cell.style = { ...LOOKS[look], ...(format === undefined ? {} : { numFmt: format }) };
  if (value !== null) cell.value = value;
}

async function addSheet(workbook: Workbook, plan: PlannedSheet): Promise<void> {
  const sheet = workbook.addWorksheet(plan.name, {
    state: plan.isHidden ? 'hidden' : 'visible',
    views: [{ state: 'frozen', ySplit: plan.frozenRows ?? 0 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = plan.widths.map((width) => ({ width }));
  for (const [row, cells] of plan.rows.entries()) {
    for (const [column, cell] of cells.entries()) write(sheet.getCell(row + 1, column + 1), cell);
  }
  for (const range of plan.merged ?? []) sheet.mergeCells(range);
  for (const list of plan.lists ?? []) addList(sheet, list);
  for (const numbers of plan.numbers ?? []) addNumbers(sheet, numbers);
  if (plan.isLocked) await sheet.protect('', { formatColumns: true, formatRows: true });
}

/** A workbook as Excel and WPS open it: basic styles, lists, merged and locked cells, no formulas and no macros. */
export async function writeWorkbook(sheets: readonly PlannedSheet[]): Promise<Buffer> {
  const workbook = await newWorkbook();
  for (const sheet of sheets) await addSheet(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
