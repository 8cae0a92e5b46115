import {
  EMPLOYMENT_WORDS,
  letterOf,
  NO_OFFICE,
  ROSTER_FIELDS,
  ROSTER_HEADINGS,
  type RosterCells,
  type RosterField,
} from '@yuheng/shared/domain/imports/roster/roster-columns';
import { rosterCells, type RosterOffice } from '@yuheng/shared/domain/imports/roster/roster-entry';
import type { RecordedAssistant } from '../roster/assistant-batch.service';
import {
  writeWorkbook,
  type ListOfChoices,
  type PlannedCell,
  type PlannedSheet,
} from '../workbooks/write-workbook';
import {
  checkOfRoster,
  digestOfCells,
  EMPTY_ROWS,
  FIRST_PERSON_ROW,
  HEADING_ROW,
  ROSTER_FORMAT,
  ROSTER_SHEET,
  type PersonBaseline,
} from './roster-layout';
import { METADATA_SHEET } from './sheet-layout';

export interface RosterOfCounty {
  readonly county: { readonly id: string; readonly name: string };
  readonly offices: readonly RosterOffice[];
  readonly people: readonly RecordedAssistant[];
  readonly demonstration: boolean;
}

const WIDTHS: Readonly<Record<RosterField, number>> = {
  ...{ record: 11, name: 12, identityNumber: 22, bankCard: 24, employment: 13, office: 16 },
  ...{ contractFrom: 14, contractUntil: 14, insuredSince: 14, onPostFrom: 14, onPostUntil: 14, reason: 24 },
};
const NOTE =
  '每人一行：已登记的人员改哪格填哪格，新增人员填在后面的空行，记录号不填。号码以“*”遮蔽的不改即为不变，新填的须完整。日期按2025-03-01填写；仍在岗的不填最后在岗日；离岗后再次到岗的，改填新的到岗日期并清空最后在岗日、离岗原因。表中没有列出的人员不受影响。';

/** By how much of its id a person is named in the workbook: as little as tells the county's people apart. */
export function recordNumbers(people: readonly RecordedAssistant[]): ReadonlyMap<string, string> {
  const short = (id: string): string => id.slice(0, 8);
  const isShared = (id: string): boolean => people.filter((one) => short(one.id) === short(id)).length > 1;
  return new Map(people.map(({ id }) => [id, isShared(id) ? id : short(id)]));
}

const cell = (value: string, look: PlannedCell['look']): PlannedCell => ({
  value: value === '' ? null : value,
  look,
  format: '@',
});

const rowOf = (cells: Partial<RosterCells>): PlannedCell[] =>
  ROSTER_FIELDS.map((field) => cell(cells[field] ?? '', field === 'record' ? 'given' : 'answer'));

/** Excel keeps at most 255 characters of a list: a county with more offices than that types their names. */
function listsOfRoster(offices: readonly RosterOffice[], lastRow: number): ListOfChoices[] {
  const rangeOf = (field: RosterField): string =>
    `${letterOf(field)}${FIRST_PERSON_ROW}:${letterOf(field)}${lastRow}`;
  const names = [NO_OFFICE, ...offices.map(({ name }) => name)];
  return [
    { range: rangeOf('employment'), choices: Object.values(EMPLOYMENT_WORDS) },
    ...(names.join(',').length <= 255 ? [{ range: rangeOf('office'), choices: names }] : []),
  ];
}

function hiddenSheet(county: string, baselines: readonly PersonBaseline[]): PlannedSheet {
  const text = (value: string): PlannedCell => cell(value, 'given');
  return {
    name: METADATA_SHEET,
    isHidden: true,
    isLocked: true,
    widths: [20, 40, 10, 20],
    rows: [
      [text('format'), text(ROSTER_FORMAT)],
      [text('county'), text(county)],
      [text('check'), text(checkOfRoster(county, baselines))],
      ...baselines.map(({ record, version, digest }) =>
        ['person', record, String(version), digest].map(text),
      ),
    ],
  };
}

/** What a roster is called as a file. */
export const rosterFileName = ({ name }: RosterOfCounty['county']): string => `${name}协勤人员花名册.xlsx`;

/** A county's roster as a workbook to be filled in: who is recorded stands in it with masked numbers, below are empty rows. */
export function makeRosterWorkbook({
  county,
  offices,
  people,
  demonstration,
}: RosterOfCounty): Promise<Buffer> {
  const records = recordNumbers(people);
  const rows = people.map((one): RosterCells => ({
    ...rosterCells(one.person, offices),
    record: records.get(one.id) ?? one.id,
  }));
  const baselines = rows.map((cells, at) => ({
    record: cells.record,
    version: people[at]?.version ?? 0,
    digest: digestOfCells(cells),
  }));
  const last = letterOf('reason');
  const main: PlannedSheet = {
    name: ROSTER_SHEET,
    widths: ROSTER_FIELDS.map((field) => WIDTHS[field]),
    rows: [
      [{ value: `${county.name}协勤人员花名册${demonstration ? '（演示数据）' : ''}`, look: 'title' }],
      [{ value: NOTE, look: 'note' }],
      ROSTER_FIELDS.map((field) => ({ value: ROSTER_HEADINGS[field].zh, look: 'heading' })),
      ...rows.map(rowOf),
      ...Array.from({ length: EMPTY_ROWS }, () => rowOf({})),
    ],
    merged: [`A1:${last}1`, `A2:${last}2`],
    lists: listsOfRoster(offices, FIRST_PERSON_ROW + rows.length + EMPTY_ROWS - 1),
    frozenRows: HEADING_ROW,
    isLocked: true,
  };
  return writeWorkbook([main, hiddenSheet(county.id, baselines)]);
}
