import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NO_SHEET, type SheetKey, type SheetRow } from './score-entries.repository';
import type { SubmittedMark } from './submitted-marks';

/** The sheet of somebody of the team, with the name that it is known by. */
export interface NamedSheetRow extends SheetRow {
  readonly county: string;
  readonly account: string;
  readonly evaluator: string;
}

export interface Signature {
  readonly signedName: string;
  readonly statement: string;
  readonly sha256: string;
}

const INSTANT = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const SHEET = `s.state, s.version, ${INSTANT('s.submitted_at')} as "submittedAt", s.signed_name as "signedName", s.sha256,
  s.reopen_reason as "reopenReason"`;
const OF_SHEET = 's.city_id = $1 and s.round_id = $2 and s.county_id = $3 and s.account_id = $4';
const sheetOf = ({ city, round, county, account }: SheetKey): string[] => [city, round, county, account];
const NAMED = `select s.county_id as county, s.account_id as account, a.name as evaluator, ${SHEET}
  from score_sheet s join evaluator_accounts() a on a.account_id = s.account_id join place p on p.place_id = s.county_id`;

/** The sheets of a round: what was signed, by whom, and what was given back. */
@Injectable()
export class ScoreSheetsRepository {
  /** Held until the transaction ends, so that an entry is there before the submission or is refused after it. */
  async hold(tx: EntityManager, key: SheetKey): Promise<SheetRow> {
    const rows = await tx.query<SheetRow[]>(
      `select ${SHEET} from score_sheet s where ${OF_SHEET} for update`,
      sheetOf(key),
    );
    return rows[0] ?? NO_SHEET;
  }

  /** What was submitted before under the same name goes; what is submitted now counts. */
  async submit(
    tx: EntityManager,
    key: SheetKey & { readonly username: string; readonly on: string },
    marks: readonly SubmittedMark[],
    { signedName, statement, sha256 }: Signature,
  ): Promise<SheetRow> {
    await tx.query('delete from evaluator_mark s where ' + OF_SHEET, sheetOf(key));
    await tx.query(
      `insert into evaluator_mark (city_id, round_id, county_id, account_id, evaluator, submitted_on, indicator_id, kind, marks,
         value, final_score, reason, remarks)
       select $1, $2, $3, $4, $5, $6, indicator, kind, marks, value, "finalScore", reason, remarks
       from jsonb_to_recordset($7) as one(indicator text, kind text, marks numeric, value jsonb, "finalScore" numeric, reason text,
         remarks jsonb)`,
      [...sheetOf(key), key.username, key.on, JSON.stringify(marks)],
    );
    const [[sheet]] = await tx.query<[[SheetRow]]>(
      `update score_sheet s set state = 'submitted', version = version + 1, submitted_at = clock_timestamp(),
         signed_name = $5, statement = $6, sha256 = $7
       where ${OF_SHEET} returning ${SHEET}`,
      [...sheetOf(key), signedName, statement, sha256],
    );
    return sheet;
  }

  async reopen(tx: EntityManager, key: SheetKey, by: string, reason: string): Promise<void> {
    await tx.query(
      `update score_sheet s set state = 'reopened', version = version + 1, reopened_by = $5, reopened_at = clock_timestamp(),
         reopen_reason = $6
       where ${OF_SHEET}`,
      [...sheetOf(key), by, reason],
    );
  }

  /** The sheets of a round that the scope shows, counties in official order. */
  async ofRound(tx: EntityManager, round: string): Promise<NamedSheetRow[]> {
    return tx.query(`${NAMED} where s.round_id = $1 order by p.sort_order, a.name`, [round]);
  }

  async find(
    tx: EntityManager,
    { round, county, account }: Omit<SheetKey, 'city'>,
  ): Promise<NamedSheetRow | null> {
    const rows = await tx.query<NamedSheetRow[]>(
      `${NAMED} where s.round_id = $1 and s.county_id = $2 and s.account_id = $3`,
      [round, county, account],
    );
    return rows[0] ?? null;
  }

  /** Whether the scope shows the round at all. */
  async hasRound(tx: EntityManager, round: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('select 1 from evaluation_round where round_id = $1', [round]);
    return rows.length > 0;
  }
}
