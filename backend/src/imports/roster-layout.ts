import type { RosterCells } from '@yuheng/shared/domain/imports/roster/roster-columns';
import { ROSTER_FIELDS } from '@yuheng/shared/domain/imports/roster/roster-columns';
import { createHash } from 'node:crypto';

/** How a roster lies in its workbook: one row a person, below a title, a note and the headings. */
export const ROSTER_FORMAT = 'yuheng-roster-1';
export const ROSTER_SHEET = '花名册';
export const HEADING_ROW = 3;
export const FIRST_PERSON_ROW = HEADING_ROW + 1;
/** So many rows are ready for people who are not recorded yet. */
export const EMPTY_ROWS = 60;
/** The city has 150 posts: a county with a thousand people has another list in the file. */
export const MOST_PEOPLE = 1_000;

/** A person as the workbook was made: the version, and what the cells said. */
export interface PersonBaseline {
  readonly record: string;
  readonly version: number;
  readonly digest: string;
}

/** By which a row that nobody touched is known again. */
export const digestOfCells = (cells: RosterCells): string =>
  createHash('sha256')
    .update(JSON.stringify(ROSTER_FIELDS.map((field) => cells[field])))
    .digest('hex')
    .slice(0, 16);

/** 校验码: tells that somebody changed the hidden sheet by hand; it is no signature. */
export const checkOfRoster = (county: string, baselines: readonly PersonBaseline[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ROSTER_FORMAT,
        county,
        baselines.map(({ record, version, digest }) => [record, version, digest]),
      ]),
    )
    .digest('hex')
    .slice(0, 16);
