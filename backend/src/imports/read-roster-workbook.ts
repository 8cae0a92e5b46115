import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import {
  letterOf,
  ROSTER_FIELDS,
  ROSTER_HEADINGS,
  type RosterCells,
  type RosterField,
} from '@yuheng/shared/domain/imports/roster/roster-columns';
import { plainDigits } from '@yuheng/shared/domain/personal-data/plain-digits';
import { accepted, refusal, refused, type Outcome, type Refusal } from '@yuheng/shared/domain/refusal';
import type { OpenedSheet, OpenedWorkbook } from '../workbooks/open-workbook';
import {
  checkOfRoster,
  FIRST_PERSON_ROW,
  HEADING_ROW,
  MOST_PEOPLE,
  ROSTER_FORMAT,
  type PersonBaseline,
} from './roster-layout';
import { METADATA_SHEET } from './sheet-layout';

/** One row in which something stands. */
export interface RosterRow {
  readonly row: number;
  readonly cells: RosterCells;
  /** Cells that say nothing that can be read. */
  readonly troubles: readonly { readonly field: RosterField; readonly text: Bilingual }[];
}

export interface ReadRoster {
  readonly table: OpenedSheet;
  readonly rows: readonly RosterRow[];
  /** By record number. */
  readonly baselines: ReadonlyMap<string, PersonBaseline>;
}

const atFile = (zh: string, en: string): Refusal => refusal('/file', zh, en);
const NOT_OURS = atFile(
  '这不是从本系统下载的花名册，或者其中的校验页已被删去；请下载花名册工作簿，把名单粘贴进去后再上传。',
  'This is not a roster that was downloaded here, or its hidden sheet was removed: download the workbook and paste the people into it.',
);
const CHANGED = atFile(
  '工作簿的校验页被改动过，无法确认是哪个县（市、区）的花名册；请重新下载后再填。',
  'The hidden sheet of the workbook was changed, so that it is not certain whose roster it is: download it again.',
);
const OTHER_COUNTY = atFile(
  '工作簿是其他县（市、区）的花名册，不能导入；请上传本县（市、区）的工作簿。',
  'The workbook is the roster of another county and cannot be taken; upload the one of this county.',
);
const MOVED = atFile(
  '工作簿的列被增删或移动过，表头对不上；请重新下载后填写，不要增删列。',
  'Columns of the workbook were moved and its headings do not fit: download it again and leave the columns as they are.',
);
const TOO_MANY = atFile(
  `工作簿中的人员超过 ${MOST_PEOPLE} 人，未予读取；请核对是否粘贴了其他名单。`,
  `The workbook names more than ${MOST_PEOPLE} people and was not read; check whether another list was pasted.`,
);
const ROUNDED = bilingual(
  '号码以数字格式保存，末几位已经丢失；请把单元格设为文本格式后重新填写完整号码。',
  'The number was kept as a figure and its last digits are lost: make the cell a text and fill in the whole number again.',
);

const textAt = (sheet: OpenedSheet, row: number, column: number): string => {
  const cell = sheet.at(row, column);
  return 'text' in cell ? cell.text : '';
};

function baselinesOf(hidden: OpenedSheet): PersonBaseline[] {
  const found: PersonBaseline[] = [];
  for (let row = 4; textAt(hidden, row, 1) === 'person' && found.length < MOST_PEOPLE; row++) {
    const [record, version, digest] = [2, 3, 4].map((column) => textAt(hidden, row, column));
    found.push({ record: record ?? '', version: Number(version), digest: digest ?? '' });
  }
  return found;
}

/** Digits beyond the fifteenth are lost where a workbook keeps a number as a figure. */
const isRounded = (table: OpenedSheet, row: number, field: RosterField, text: string): boolean =>
  (field === 'identityNumber' || field === 'bankCard') &&
  plainDigits(text).length > 15 &&
  table.isFigure(row, ROSTER_FIELDS.indexOf(field) + 1);

function readRow(table: OpenedSheet, row: number): RosterRow {
  const read = ROSTER_FIELDS.map((field, at) => {
    const cell = table.at(row, at + 1);
    if ('trouble' in cell) return { field, text: '', trouble: cell.trouble };
    return { field, text: cell.text, trouble: isRounded(table, row, field, cell.text) ? ROUNDED : null };
  });
  return {
    row,
    cells: Object.fromEntries(read.map(({ field, text }) => [field, text])) as RosterCells,
    troubles: read.flatMap(({ field, trouble }) => (trouble ? [{ field, text: trouble }] : [])),
  };
}

/**
 * Reads a filled roster: its rows, and what it said when it was downloaded. Refused as a whole, at `/file`: a workbook that
 * is no roster or another county's, one whose columns were moved, and more people than a county has.
 */
export function readRosterWorkbook(workbook: OpenedWorkbook, county: string): Outcome<ReadRoster> {
  const hidden = workbook.sheets.find(({ name }) => name === METADATA_SHEET);
  const table = workbook.sheets.find((one) => !one.isHidden && one.name !== METADATA_SHEET);
  if (!hidden || !table || textAt(hidden, 1, 2) !== ROSTER_FORMAT) return refused([NOT_OURS]);
  const baselines = baselinesOf(hidden);
  const of = textAt(hidden, 2, 2);
  if (textAt(hidden, 3, 2) !== checkOfRoster(of, baselines)) return refused([CHANGED]);
  if (of !== county) return refused([OTHER_COUNTY]);
  const isMoved = ROSTER_FIELDS.some(
    (field, at) => textAt(table, HEADING_ROW, at + 1) !== ROSTER_HEADINGS[field].zh,
  );
  if (isMoved) return refused([MOVED]);
  const rows: RosterRow[] = [];
  for (const row of table.filledRows) {
    if (row < FIRST_PERSON_ROW || rows.length > MOST_PEOPLE) continue;
    const read = readRow(table, row);
    if (read.troubles.length > 0 || Object.values(read.cells).some((text) => text !== '')) rows.push(read);
  }
  if (rows.length > MOST_PEOPLE) return refused([TOO_MANY]);
  return accepted({ table, rows, baselines: new Map(baselines.map((one) => [one.record, one])) });
}

export const cellOf = (row: number, field: RosterField): string => `${letterOf(field)}${row}`;
