import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import type { SplitTableContext } from '@yuheng/shared/domain/allocation/history/read-split-row';
import { readSplitTable } from '@yuheng/shared/domain/allocation/history/read-split-table';
import {
  SPLIT_COLUMN_IDS,
  SPLIT_COLUMNS,
  type SplitCells,
  type SplitColumn,
  type SplitTableRow,
} from '@yuheng/shared/domain/allocation/history/split-table';
import { moneyUnitOfHeading } from '@yuheng/shared/domain/imports/read-figure';
import { accepted, refusal, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import { openWorkbook, type OpenedSheet } from '../../workbooks/open-workbook';
import { TABLE_SHEET } from './split-table-workbook';

export interface ReadSplitWorkbook {
  readonly rows: readonly SplitTableRow[];
  readonly notes: readonly { readonly cell: string | null; readonly message: Bilingual }[];
}

/** Twenty years of a hundred counties and both programs; a longer table is none of a city's splits. */
const MOST_ROWS = 4000;
/** More faults than this are not read one by one. */
const MOST_REFUSALS = 100;
/** Headings stand in one of the first rows, below a title or two. */
const LAST_HEADING_ROW = 10;
const MOST_COLUMNS = 50;

/** How a heading may be written, white space left out. */
const HEADINGS: Readonly<Record<SplitColumn, RegExp>> = {
  year: /^(?:年度|年份|年)$/,
  county: /^(?:县（市、区）|县\(市、区\)|县市区|县区|县（区）|县\(区\)|单位)$/,
  program: /^项目(?:名称)?$/,
  posts: /^名额(?:[（(]个[）)])?$/,
  amount: /^(?:分配|安排|补助)?(?:金额|资金|经费)/,
  source: /^(?:来源|依据|来源（依据）)$/,
};
const REQUIRED: readonly SplitColumn[] = ['year', 'county', 'program', 'amount', 'source'];

interface Layout {
  readonly sheet: OpenedSheet;
  readonly headingRow: number;
  readonly columns: Readonly<Partial<Record<SplitColumn, number>>>;
}

const letter = (column: number): string =>
  column > 26
    ? `${letter(Math.trunc((column - 1) / 26))}${letter(((column - 1) % 26) + 1)}`
    : String.fromCharCode(64 + column);

function cellRefusal(sheet: OpenedSheet, address: string, { zh, en }: Bilingual): Refusal {
  return refusal(
    `/${sheet.name}/${address}`,
    `工作表“${sheet.name}”单元格${address}：${zh}`,
    `Sheet "${sheet.name}", cell ${address}: ${en}`,
  );
}

function layoutOf(sheet: OpenedSheet): Layout | null {
  const last = Math.min(sheet.lastColumn, MOST_COLUMNS);
  for (const row of sheet.filledRows.filter((one) => one <= LAST_HEADING_ROW)) {
    const words = Array.from({ length: last }, (_, index) => {
      const cell = sheet.at(row, index + 1);
      return 'text' in cell ? cell.text.replace(/\s/g, '') : '';
    });
    const columns: Partial<Record<SplitColumn, number>> = {};
    for (const column of SPLIT_COLUMN_IDS) {
      const place = words.findIndex((word) => HEADINGS[column].test(word));
      if (place >= 0) columns[column] = place + 1;
    }
    if (columns.year && columns.county) return { sheet, headingRow: row, columns };
  }
  return null;
}

function headingRefusals({ sheet, headingRow, columns }: Layout): Refusal[] {
  return REQUIRED.filter((column) => !columns[column]).map((column) =>
    cellRefusal(
      sheet,
      `A${headingRow}`,
      bilingual(
        `表头缺少“${SPLIT_COLUMNS[column]}”一列，请补上；可先下载模板对照。`,
        `the headings lack the column ${SPLIT_COLUMNS[column]}: add it, or download the template to compare.`,
      ),
    ),
  );
}

const NO_UNIT = bilingual(
  '表头没有写明单位，请改为“金额（元）”或者“金额（万元）”。',
  'the heading names no unit: write 金额（元） or 金额（万元）.',
);
const NO_TABLE = refusal(
  '/file',
  `工作簿中没有找到往年分配表；表头应当有${Object.values(SPLIT_COLUMNS)
    .map((word) => `“${word}”`)
    .join('')}，可先下载模板对照。`,
  `No table of past splits was found: its headings are ${Object.values(SPLIT_COLUMNS).join(' · ')}. Download the template to compare.`,
);
const NO_ROWS = refusal(
  '/file',
  '表头以下没有数据，未予载入；请填写后再上传。',
  'There is nothing below the headings: fill the table in and upload it again.',
);
const TOO_MANY_ROWS = refusal(
  '/file',
  `表中数据超过${MOST_ROWS}行，未予读取；请按年度分成几个文件载入。`,
  `The table has over ${MOST_ROWS} rows and was not read: load it in several files by year.`,
);

/** Rows in which something stands, with the cells that cannot be read at all: a formula or an error. */
function cellsOf({ sheet, headingRow, columns }: Layout): {
  readonly rows: readonly SplitCells[];
  readonly refusals: readonly Refusal[];
} {
  const refusals: Refusal[] = [];
  const textAt = (row: number, column: number | undefined): string => {
    if (column === undefined) return '';
    const cell = sheet.at(row, column);
    if ('text' in cell) return cell.text;
    refusals.push(refusal(`/${sheet.name}/${letter(column)}${row}`, cell.trouble.zh, cell.trouble.en));
    return '';
  };
  const rows = sheet.filledRows
    .filter((row) => row > headingRow)
    .slice(0, MOST_ROWS + 1)
    .map((row): SplitCells => ({
      row,
      cells: Object.fromEntries(
        SPLIT_COLUMN_IDS.map((column) => [column, textAt(row, columns[column])]),
      ) as SplitCells['cells'],
    }))
    .filter(({ cells }) => Object.values(cells).some((text) => text !== ''));
  return { rows, refusals };
}

/** All of them, or the first hundred and how many more there are. */
function readable(refusals: readonly Refusal[]): Refusal[] {
  const more = refusals.length - MOST_REFUSALS;
  return more <= 0
    ? [...refusals]
    : [
        ...refusals.slice(0, MOST_REFUSALS),
        refusal(
          '/file',
          `另有${more}处有误，改正以上各处后会再列出。`,
          `${more} more faults are listed once these are corrected.`,
        ),
      ];
}

function readTable(layout: Layout, context: Omit<SplitTableContext, 'unit'>): Outcome<ReadSplitWorkbook> {
  const { sheet, headingRow, columns } = layout;
  const addressOf = (row: number, column: SplitColumn): string => `${letter(columns[column] ?? 1)}${row}`;
  const missing = headingRefusals(layout);
  if (missing.length > 0) return refused(missing);
  const heading = sheet.at(headingRow, columns.amount ?? 1);
  const unit = 'text' in heading ? moneyUnitOfHeading(heading.text) : null;
  if (!unit) return refused([cellRefusal(sheet, addressOf(headingRow, 'amount'), NO_UNIT)]);
  const { rows: cells, refusals } = cellsOf(layout);
  if (cells.length > MOST_ROWS) return refused([TOO_MANY_ROWS]);
  if (cells.length === 0 && refusals.length === 0) return refused([NO_ROWS]);
  // What a formula would say is not known, and what is missing for its sake is not said again.
  if (refusals.length > 0) return refused(readable(refusals));
  const { rows, notes, faults } = readSplitTable(cells, { ...context, unit });
  if (faults.length > 0) {
    return refused(
      readable(faults.map(({ row, column, detail }) => cellRefusal(sheet, addressOf(row, column), detail))),
    );
  }
  return accepted({
    rows,
    notes: notes.map(({ row, column, detail }) => ({ cell: addressOf(row, column), message: detail })),
  });
}

/**
 * Reads a workbook of past splits: the sheet 历年分配, or the first visible one that has its headings, in any order and
 * with titles above. Whatever cannot be read is refused at its cell, all at once; formulas are refused, because their
 * result is whatever some program last computed.
 */
export async function readSplitWorkbook(
  bytes: Buffer,
  context: Omit<SplitTableContext, 'unit'>,
): Promise<Outcome<ReadSplitWorkbook>> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) return opened;
  const visible = opened.value.sheets.filter(({ isHidden }) => !isHidden);
  const layouts = visible.flatMap((sheet) => layoutOf(sheet) ?? []);
  const layout = layouts.find(({ sheet }) => sheet.name === TABLE_SHEET) ?? layouts[0];
  if (!layout) return refused([NO_TABLE]);
  const read = readTable(layout, context);
  const [others, { name }] = [layouts.length - 1, layout.sheet];
  if (!read.ok || others === 0) return read;
  const message = bilingual(
    `只读取了工作表“${name}”，另有${others}个相同表头的工作表没有读取。`,
    `Only the sheet "${name}" was read; ${others} more with the same headings were not.`,
  );
  return accepted({ ...read.value, notes: [{ cell: null, message }, ...read.value.notes] });
}
