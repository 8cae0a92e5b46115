import { methodDefinition, type MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { accepted, refusal, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import {
  COLUMNS,
  LEAST_LEVELS,
  levelHeading,
  type MethodColumn,
} from '@yuheng/shared/domain/scoring/method-table/method-table';
import {
  readMethodTable,
  type ReadRow,
  type ReadTable,
} from '@yuheng/shared/domain/scoring/method-table/read-method-table';
import { openWorkbook, type OpenedSheet } from '../workbooks/open-workbook';
import { columnLetter, SETTING_WORDS, SETTINGS_SHEET, TABLE_SHEET, WITHIN_WORDS } from './method-workbook';

/** Where the columns of a table stand, found by their headings; levels by their number, from 1 on. */
interface Layout {
  readonly headingRow: number;
  readonly levels: readonly number[];
  readonly columns: ReadonlyMap<MethodColumn, number>;
}

const KEYS = Object.keys(COLUMNS) as MethodColumn[];
const REQUIRED: readonly MethodColumn[] = ['marks', 'criteria', 'kind'];
/** Headings stand in one of the first rows, below a title or two. */
const LAST_HEADING_ROW = 10;
const MOST_ROWS = 400;

const at = (sheet: OpenedSheet, row: number, column: number): string =>
  `/${sheet.name}/${columnLetter(column)}${row}`;

/** Refused at one cell: sheet and address stand in the pointer and in the sentence. */
function cellRefusal(sheet: OpenedSheet, row: number, column: number, { zh, en }: Bilingual): Refusal {
  const address = `${columnLetter(column)}${row}`;
  return refusal(
    at(sheet, row, column),
    `工作表“${sheet.name}”单元格${address}：${zh}`,
    `Sheet "${sheet.name}", cell ${address}: ${en}`,
  );
}

/** What a cell says; a formula or an error is told, and reads as nothing. */
class CellReader {
  readonly refusals: Refusal[] = [];

  constructor(private readonly sheet: OpenedSheet) {}

  text(row: number, column: number | undefined): string {
    if (column === undefined) return '';
    const cell = this.sheet.at(row, column);
    if (!('trouble' in cell)) return cell.text.replaceAll('\r\n', '\n').trim();
    this.refusals.push(refusal(at(this.sheet, row, column), cell.trouble.zh, cell.trouble.en));
    return '';
  }
}

function layoutOf(sheet: OpenedSheet): Layout | null {
  for (let row = 1; row <= Math.min(LAST_HEADING_ROW, sheet.lastRow); row += 1) {
    const words = Array.from({ length: sheet.lastColumn }, (_, index) => {
      const cell = sheet.at(row, index + 1);
      return 'text' in cell ? cell.text.replace(/\s/g, '') : '';
    });
    const place = (word: string): number => words.indexOf(word) + 1;
    if (place(levelHeading(1)) === 0 || place(COLUMNS.marks) === 0) continue;
    const levels: number[] = [];
    for (let level = 1; place(levelHeading(level)) > 0; level += 1) levels.push(place(levelHeading(level)));
    const columns = KEYS.flatMap((key): [MethodColumn, number][] => {
      const column = place(COLUMNS[key]);
      return column > 0 ? [[key, column]] : [];
    });
    return { headingRow: row, levels, columns: new Map(columns) };
  }
  return null;
}

function missingColumns(sheet: OpenedSheet, { headingRow, columns }: Layout): Refusal[] {
  return REQUIRED.filter((key) => !columns.has(key)).map((key) =>
    cellRefusal(
      sheet,
      headingRow,
      1,
      bilingual(
        `表头缺少“${COLUMNS[key]}”一列，请补上后再导入。`,
        `the headings lack the column ${COLUMNS[key]}; add it.`,
      ),
    ),
  );
}

function readRows(sheet: OpenedSheet, layout: Layout, cells: CellReader): ReadRow[] {
  return sheet.filledRows
    .filter((row) => row > layout.headingRow)
    .slice(0, MOST_ROWS)
    .map((row): ReadRow => ({
      row,
      levels: layout.levels.map((column) => cells.text(row, column)),
      cells: Object.fromEntries(
        KEYS.map((key) => [key, cells.text(row, layout.columns.get(key))]),
      ) as ReadRow['cells'],
    }))
    .filter(({ levels, cells: said }) => [...levels, ...Object.values(said)].some((text) => text !== ''));
}

const WITHIN = Object.entries(WITHIN_WORDS) as [keyof typeof WITHIN_WORDS, string][];

function readSettings(
  sheet: OpenedSheet | undefined,
  cells: CellReader | null,
): Outcome<Partial<MethodDefinition>> {
  if (!sheet || !cells) return accepted({});
  const said = new Map<string, { readonly row: number; readonly text: string }>();
  for (const row of sheet.filledRows) said.set(cells.text(row, 1), { row, text: cells.text(row, 2) });
  const read = (word: string) => said.get(word) ?? { row: 1, text: '' };
  const [decimals, stated, within] = [
    read(SETTING_WORDS.scoreDecimals),
    read(SETTING_WORDS.statedMarks),
    read(SETTING_WORDS.notApplicableWithin),
  ];
  const scope = WITHIN.find(([, word]) => word === within.text)?.[0];
  const refusals = [
    ...(decimals.text !== '' && !/^(?:\d|1[0-2])$/.test(decimals.text)
      ? [
          cellRefusal(
            sheet,
            decimals.row,
            2,
            bilingual('应为0至12的整数，请改正。', 'it must be a whole number from 0 to 12; correct it.'),
          ),
        ]
      : []),
    ...(within.text !== '' && !scope
      ? [
          cellRefusal(
            sheet,
            within.row,
            2,
            bilingual(
              `应为“${WITHIN_WORDS.method}”或者“${WITHIN_WORDS.parent}”，请改正。`,
              `it must be ${WITHIN_WORDS.method} or ${WITHIN_WORDS.parent}; correct it.`,
            ),
          ),
        ]
      : []),
  ];
  if (refusals.length > 0) return refused(refusals);
  return accepted({
    ...(decimals.text === '' ? {} : { scoreDecimals: Number(decimals.text) }),
    ...(stated.text === '' ? {} : { statedMarks: stated.text }),
    ...(scope ? { notApplicableWithin: scope } : {}),
  });
}

/** Which column of the table a key of an indicator stands in. */
const COLUMN_OF_KEY: Readonly<Record<string, MethodColumn>> = {
  id: 'path',
  parent: 'path',
  marks: 'marks',
  rule: 'parameters',
  name: 'path',
  unit: 'unit',
  source: 'source',
  inspectionItem: 'item',
  responsible: 'responsible',
  criteria: 'criteria',
};

/** What the contract refuses of the whole, at the cell that it came from. */
function atCells(
  refusals: readonly Refusal[],
  sheet: OpenedSheet,
  layout: Layout,
  table: ReadTable,
): Refusal[] {
  return refusals.map(({ pointer, detail }) => {
    const [, place = '', key = ''] = /^\/indicators\/(\d+)\/(\w+)/.exec(pointer) ?? [];
    const row = table.rows[Number(place)] ?? layout.headingRow;
    const column = layout.columns.get(COLUMN_OF_KEY[key] ?? 'marks') ?? 1;
    return cellRefusal(sheet, row, column, detail);
  });
}

function readTable(sheet: OpenedSheet, settings: OpenedSheet | undefined): Outcome<MethodDefinition> {
  const layout = layoutOf(sheet);
  if (!layout) return refused([NO_TABLE]);
  const missing = missingColumns(sheet, layout);
  if (missing.length > 0) return refused(missing);
  const [cells, settingCells] = [new CellReader(sheet), settings ? new CellReader(settings) : null];
  const table = readMethodTable(readRows(sheet, layout, cells));
  const read = readSettings(settings, settingCells);
  const faults = table.faults.map(({ row, column, detail }) => {
    const place = typeof column === 'number' ? layout.levels[column - 1] : layout.columns.get(column);
    return cellRefusal(sheet, row, place ?? 1, detail);
  });
  const troubles = [
    ...cells.refusals,
    ...(settingCells?.refusals ?? []),
    ...faults,
    ...(read.ok ? [] : read.refusals),
  ];
  if (troubles.length > 0 || !read.ok) return refused(troubles);
  const definition = { indicators: table.indicators, ...read.value };
  const parsed = methodDefinition.safeParse(definition);
  return parsed.success
    ? accepted(parsed.data)
    : refused(atCells(refusalsOf(parsed.error, definition), sheet, layout, table));
}

const NO_TABLE = refusal(
  '/file',
  `工作簿中没有找到指标体系表；表头应当包含“${levelHeading(1)}”至“${levelHeading(LEAST_LEVELS)}”和“分值”，可先下载一份对照。`,
  'No table of indicators was found: its headings hold 一级指标 to 三级指标 and 分值. Download one to compare.',
);

/**
 * Reads a workbook in the official layout back to a method. Columns are found by their headings, in any order, on the sheet
 * 指标体系 or, where there is none, on the first visible one. Whatever cannot be read is refused at its sheet and cell, all
 * at once.
 */
export async function readMethodWorkbook(bytes: Buffer): Promise<Outcome<MethodDefinition>> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) return opened;
  const visible = opened.value.sheets.filter((one) => !one.isHidden);
  const sheet = visible.find(({ name }) => name === TABLE_SHEET) ?? visible[0];
  if (!sheet) return refused([NO_TABLE]);
  return readTable(
    sheet,
    visible.find(({ name }) => name === SETTINGS_SHEET),
  );
}
