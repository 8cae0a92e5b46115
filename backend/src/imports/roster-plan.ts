import type { RosterPreview } from '@yuheng/shared/contract/roster-imports';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { readIdentityCell, readRosterRow } from '@yuheng/shared/domain/imports/roster/read-roster-row';
import {
  ROSTER_FIELDS,
  ROSTER_HEADINGS,
  type RosterField,
} from '@yuheng/shared/domain/imports/roster/roster-columns';
import {
  changedFields,
  rosterCells,
  type RosterOffice,
  type RosterEntry,
} from '@yuheng/shared/domain/imports/roster/roster-entry';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import type { RecordedAssistant } from '../roster/assistant-batch.service';
import { recordNumbers } from './make-roster-workbook';
import { cellOf, type ReadRoster, type RosterRow } from './read-roster-workbook';
import { digestOfCells } from './roster-layout';

type PreviewedPerson = RosterPreview['people'][number];
type PreviewedCell = PreviewedPerson['cells'][number];
export interface FieldError {
  readonly field: RosterField;
  readonly text: Bilingual;
}

/** What a row would do: the person as it leaves them, and who that is on the roster. */
export interface PlannedRow {
  readonly row: RosterRow;
  /** Null: the roster has nobody such. */
  readonly recorded: RecordedAssistant | null;
  /** Null: a cell cannot be taken, or nobody touched the row. */
  readonly person: RosterEntry | null;
  readonly changed: readonly RosterField[];
  readonly errors: readonly FieldError[];
}

/** What the rows of a workbook would do, each by itself; nobody twice. */
export function planRows(
  { rows, baselines }: ReadRoster,
  people: readonly RecordedAssistant[],
  offices: readonly RosterOffice[],
): readonly PlannedRow[] {
  const records = recordNumbers(people);
  const byRecord = new Map(people.map((one) => [records.get(one.id) ?? one.id, one]));
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const named = byRecord.get(row.cells.record) ?? null;
    const baseline = baselines.get(row.cells.record);
    const planned = planRow(row, { named, people, offices });
    // Both: two records may be given one number, and a record the number of somebody new.
    const keys = [planned.recorded?.id, planned.person?.identityNumber].flatMap((key) => key ?? []);
    const earlier = keys.flatMap((key) => seen.get(key) ?? [])[0];
    for (const key of keys) seen.set(key, seen.get(key) ?? row.row);
    if (earlier !== undefined) return wrong(planned, { field: 'identityNumber', text: twice(earlier) });
    if (planned.recorded !== null && baseline?.digest === digestOfCells(row.cells)) {
      return { ...planned, person: null, changed: [], errors: [] };
    }
    const isOutdated = named !== null && baseline?.version !== named.version && planned.changed.length > 0;
    return isOutdated ? wrong(planned, { field: 'record', text: OUTDATED }) : planned;
  });
}

interface Beside {
  readonly named: RecordedAssistant | null;
  readonly people: readonly RecordedAssistant[];
  readonly offices: readonly RosterOffice[];
}

function planRow(row: RosterRow, { named, people, offices }: Beside): PlannedRow {
  const { cells, troubles } = row;
  const refused = (recorded: RecordedAssistant | null, errors: readonly FieldError[]): PlannedRow => ({
    ...{ row, recorded, person: null, changed: [], errors },
  });
  if (troubles.length > 0) return refused(named, troubles);
  if (cells.record !== '' && named === null) return refused(null, [{ field: 'record', text: NO_RECORD }]);
  const identity = readIdentityCell(cells.identityNumber, named?.person ?? null);
  const number = identity.ok ? identity.value : null;
  const same = people.find(({ person }) => number !== null && person.identityNumber === number) ?? null;
  const recorded = named ?? same;
  const read = readRosterRow(cells, { identityNumber: number, recorded: recorded?.person ?? null, offices });
  const errors = [identity, read].flatMap((one) => (one.ok ? [] : one.refusals.map(atField)));
  if (named && same && named.id !== same.id) errors.push({ field: 'identityNumber', text: OTHER_RECORD });
  if (errors.length > 0 || !read.ok) return refused(recorded, errors);
  const changed = recorded ? changedFields(recorded.person, read.value, offices) : [];
  return { row, recorded, person: read.value, changed, errors };
}

const wrong = (planned: PlannedRow, error: FieldError): PlannedRow => ({
  ...planned,
  errors: [...planned.errors, error],
});

/** Whether a row leaves the roster other than it is. */
export const isWritten = ({ recorded, person, changed, errors }: PlannedRow): boolean =>
  errors.length === 0 && person !== null && (recorded === null || changed.length > 0);

/** `/periods/1/from` and `/contractFrom` are columns of the row. */
export function atField({ pointer, detail }: Refusal): FieldError {
  const name = pointer.slice(1);
  const field = pointer.endsWith('/until')
    ? 'onPostUntil'
    : pointer.startsWith('/periods')
      ? 'onPostFrom'
      : (ROSTER_FIELDS.find((one) => one === name) ?? 'name');
  return { field, text: detail };
}

/** A row as the page shows it; null where the roster says the same already. */
export function previewOf(planned: PlannedRow, offices: readonly RosterOffice[]): PreviewedPerson | null {
  const { row, recorded, person, errors } = planned;
  if (errors.length === 0 && !isWritten(planned)) return null;
  const before = recorded && rosterCells(recorded.person, offices);
  const after = person && rosterCells(person, offices);
  // Of somebody who comes back the new period stands beside nothing: the one before stays as it is.
  const isBack =
    recorded !== null && person !== null && person.periods.length > recorded.person.periods.length;
  const isNew = (field: RosterField): boolean => recorded === null || (isBack && PERIOD.includes(field));
  const cells = ROSTER_FIELDS.flatMap((field): PreviewedCell[] => {
    const place = { cell: cellOf(row.row, field), field, heading: ROSTER_HEADINGS[field] };
    const was = isNew(field) ? '' : (before?.[field] ?? '');
    const said = errors.filter((one) => one.field === field);
    if (said.length > 0) {
      return said.map(({ text }) => ({ ...place, change: 'error', before: was, after: '', error: text }));
    }
    const is = after?.[field] ?? '';
    const isShown = isNew(field) ? is !== '' : planned.changed.includes(field);
    if (errors.length > 0 || !isShown) return [];
    return [{ ...place, change: was === '' ? 'new' : 'changed', before: was, after: is, error: null }];
  });
  const change = errors.length > 0 ? 'error' : recorded === null ? 'new' : 'changed';
  return { row: row.row, name: row.cells.name.slice(0, 50), change, cells };
}

const PERIOD: readonly RosterField[] = ['onPostFrom', 'onPostUntil', 'reason'];

const twice = (row: number): Bilingual =>
  bilingual(
    `与第${row}行是同一人，同一人只填一行；请删去一行。`,
    `Row ${row} is the same person; remove one of them.`,
  );
const NO_RECORD = bilingual(
  '花名册中没有这个记录号；新增人员请不填记录号，其他的请重新下载工作簿后再填。',
  'The roster has no such record: leave it empty for somebody new, or download the workbook again.',
);
const OTHER_RECORD = bilingual(
  '这个公民身份号码已登记在本县（市、区）另一人的记录中，请核对。',
  'Another record of this county has this identity number; check which one is right.',
);
const OUTDATED = bilingual(
  '下载之后，该人员的信息已被修改；请重新下载工作簿，核对最新内容后再填。',
  'Somebody changed this person after the download: download the workbook again and compare.',
);
