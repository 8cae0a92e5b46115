import {
  PROGRAM_WORDS,
  SPLIT_COLUMN_IDS,
  SPLIT_COLUMNS,
  type SplitColumn,
} from '@yuheng/shared/domain/allocation/history/split-table';
import { writeWorkbook, type PlannedCell, type PlannedSheet } from '../../workbooks/write-workbook';

export const TABLE_SHEET = '历年分配';
const HEADING_ROW = 3;
/** Ten years of nine counties and both programs. */
const BLANK_ROWS = 200;

const TITLE = '历年资金分配表';
const NOTE =
  '一行一个年度、一个县（市、区）、一个项目；同一年度同一项目须列全各县（市、区），没有安排的填0。名额乘以12,000元应等于金额；不按名额分配的项目，名额留空。来源写明依据的文件和文号，或者台账名称。';
const WIDTHS: Readonly<Record<SplitColumn, number>> = {
  year: 10,
  county: 18,
  program: 30,
  posts: 10,
  amount: 18,
  source: 48,
};
const FORMATS: Readonly<Record<SplitColumn, string>> = {
  year: '0',
  county: '@',
  program: '@',
  posts: '0',
  amount: '#,##0.00',
  source: '@',
};

/** The column of the template, as its letter. */
const letterOf = (column: SplitColumn): string => String.fromCharCode(65 + SPLIT_COLUMN_IDS.indexOf(column));
const blank = (column: SplitColumn): PlannedCell => ({
  value: null,
  look: 'answer',
  format: FORMATS[column],
});

/** An empty table of past splits, in which counties and programs are chosen from lists. */
export function splitTemplate(counties: readonly string[]): Promise<Buffer> {
  const below = (column: SplitColumn): string =>
    `${letterOf(column)}${HEADING_ROW + 1}:${letterOf(column)}${HEADING_ROW + BLANK_ROWS}`;
  const last = letterOf('source');
  const sheet: PlannedSheet = {
    name: TABLE_SHEET,
    widths: SPLIT_COLUMN_IDS.map((column) => WIDTHS[column]),
    rows: [
      [{ value: TITLE, look: 'title' }],
      [{ value: NOTE, look: 'note' }],
      SPLIT_COLUMN_IDS.map((column) => ({ value: SPLIT_COLUMNS[column], look: 'heading' })),
      ...Array.from({ length: BLANK_ROWS }, () => SPLIT_COLUMN_IDS.map(blank)),
    ],
    merged: [`A1:${last}1`, `A2:${last}2`],
    lists: [
      { range: below('county'), choices: counties },
      { range: below('program'), choices: Object.values(PROGRAM_WORDS) },
    ],
    numbers: [
      {
        range: below('posts'),
        ...{ type: 'whole', from: 0, to: null, error: '名额为不小于0的整数。' },
      },
      {
        range: below('amount'),
        ...{ type: 'decimal', from: 0, to: null, error: '金额为不小于0的数，单位为元。' },
      },
    ],
    frozenRows: HEADING_ROW,
  };
  return writeWorkbook([sheet]);
}
