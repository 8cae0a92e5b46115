import { Injectable } from '@nestjs/common';
import type { Remark, EntryValue } from '@yuheng/shared/domain/evaluating/score-entry';
import type { EntityManager } from 'typeorm';
import { plannedQuery, type PlannedStatement } from '../../database/planned-query';

export type SheetState = 'open' | 'submitted' | 'reopened';

/** The sheet of one account and county; version 0 and open where none is stored yet. */
export interface SheetRow {
  readonly state: SheetState;
  readonly version: number;
  readonly submittedAt: string | null;
  readonly signedName: string | null;
  readonly sha256: string | null;
  readonly reopenReason: string | null;
}

export interface EntryRow {
  readonly county: string;
  readonly indicator: string;
  readonly version: number;
  readonly value: EntryValue | null;
  readonly remarks: readonly Remark[];
  readonly confirmed: boolean;
  readonly updatedAt: string;
}

export const NO_SHEET: SheetRow = {
  state: 'open',
  version: 0,
  submittedAt: null,
  signedName: null,
  sha256: null,
  reopenReason: null,
};

/** Whose entry: one account's, on one indicator of one county of a round. */
export interface EntryKey {
  readonly city: string;
  readonly round: string;
  readonly county: string;
  readonly indicator: string;
  readonly account: string;
}

export type SheetKey = Omit<EntryKey, 'indicator'>;

export interface NewEntry {
  /** The version that it replaces; 0: none. */
  readonly version: number;
  readonly value: EntryValue | null;
  readonly remarks: readonly Remark[];
  readonly confirmed: boolean;
}

const INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const ENTRY = `county_id as county, indicator_id as indicator, version, value, remarks, confirmed, ${INSTANT('updated_at')} as "updatedAt"`;
const SHEET = `state, version, ${INSTANT('submitted_at')} as "submittedAt", signed_name as "signedName", sha256,
  reopen_reason as "reopenReason"`;
const OF_SHEET = 'city_id = $1 and round_id = $2 and county_id = $3 and account_id = $4';
const sheetOf = ({ city, round, county, account }: SheetKey): string[] => [city, round, county, account];

const FIND_SHEET: PlannedStatement = {
  name: 'score-sheet',
  text: `select ${SHEET} from score_sheet where ${OF_SHEET}`,
};
const FIND_ENTRY: PlannedStatement = {
  name: 'score-entry',
  text: `select ${ENTRY} from score_entry where ${OF_SHEET} and indicator_id = $5`,
};
const OPEN_SHEET = `insert into score_sheet (city_id, round_id, county_id, account_id, version, state)
  values ($1, $2, $3, $4, 1, 'open') on conflict do nothing`;
const CONTENT = '$6::jsonb, $7::jsonb, $8::boolean, clock_timestamp()';
const FIRST_ENTRY: PlannedStatement = {
  name: 'score-entry-first',
  text: `insert into score_entry (city_id, round_id, county_id, account_id, indicator_id, version, value, remarks, confirmed, updated_at)
    values ($1, $2, $3, $4, $5, 1, ${CONTENT}) on conflict do nothing returning ${ENTRY}`,
};
const NEXT_ENTRY: PlannedStatement = {
  name: 'score-entry-next',
  text: `update score_entry set (version, value, remarks, confirmed, updated_at) = (select version + 1, ${CONTENT})
    where ${OF_SHEET} and indicator_id = $5 and version = $9 returning ${ENTRY}`,
};

/** Working papers: entries with their versions, and the sheet of a county that locks them. */
@Injectable()
export class ScoreEntriesRepository {
  async sheet(tx: EntityManager, key: SheetKey): Promise<SheetRow> {
    const rows = await plannedQuery<SheetRow>(tx, FIND_SHEET, sheetOf(key));
    return rows[0] ?? NO_SHEET;
  }

  async entry(tx: EntityManager, key: EntryKey): Promise<EntryRow | null> {
    const rows = await plannedQuery<EntryRow>(tx, FIND_ENTRY, [...sheetOf(key), key.indicator]);
    return rows[0] ?? null;
  }

  /** One account's sheets of a round, by county. */
  async sheets(tx: EntityManager, round: string, account: string): Promise<ReadonlyMap<string, SheetRow>> {
    const rows = await tx.query<(SheetRow & { county: string })[]>(
      `select county_id as county, ${SHEET} from score_sheet where round_id = $1 and account_id = $2`,
      [round, account],
    );
    return new Map(rows.map(({ county, ...sheet }) => [county, sheet]));
  }

  /** One account's entries of a round, of one county or of all. */
  async entries(
    tx: EntityManager,
    {
      round,
      account,
      county,
    }: { readonly round: string; readonly account: string; readonly county?: string },
  ): Promise<EntryRow[]> {
    return tx.query(
      `select ${ENTRY} from score_entry where round_id = $1 and account_id = $2 and ($3::text is null or county_id = $3)
       order by county_id, indicator_id`,
      [round, account, county ?? null],
    );
  }

  async openSheet(tx: EntityManager, key: SheetKey): Promise<void> {
    await tx.query(OPEN_SHEET, sheetOf(key));
  }

  /** What stands there now; null: another version than the one that it replaces is there. */
  async write(tx: EntityManager, key: EntryKey, entry: NewEntry): Promise<EntryRow | null> {
    const { value, remarks, confirmed, version } = entry;
    const content = [value === null ? null : JSON.stringify(value), JSON.stringify(remarks), confirmed];
    const values = [...sheetOf(key), key.indicator, ...content];
    const rows =
      version === 0
        ? await plannedQuery<EntryRow>(tx, FIRST_ENTRY, values)
        : await plannedQuery<EntryRow>(tx, NEXT_ENTRY, [...values, version]);
    return rows[0] ?? null;
  }
}
