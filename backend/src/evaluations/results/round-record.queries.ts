import { Injectable } from '@nestjs/common';
import type { Ruling } from '@yuheng/shared/domain/evaluating/reply-rulings';
import type { StepTaken } from '@yuheng/shared/domain/evaluating/round-steps';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { IndicatorValue } from '@yuheng/shared/domain/scoring/method';
import type { EntityManager } from 'typeorm';
import type { Evidence } from '../../findings/event-row';
import type { EvaluationKind } from '../evaluations.queries';

export interface RoundHeadRow {
  readonly id: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly methodVersion: number;
  readonly gapMarks: string;
  readonly finalisedOn: IsoDate | null;
  readonly documentNumber: string | null;
}

export interface DraftRow {
  readonly number: number;
  readonly run: string;
  readonly openedOn: IsoDate;
  readonly replyBy: IsoDate;
  readonly documentNumber: string | null;
  readonly openedAt: Date;
}

export interface FinalisationRow {
  readonly number: number;
  readonly run: string;
  readonly finalisedOn: IsoDate;
  readonly documentNumber: string;
  readonly markingError: string | null;
  readonly finalisedAt: Date;
}

export interface DeliberationRow {
  readonly county: string;
  readonly indicator: string;
  readonly number: number;
  readonly heldOn: IsoDate;
  readonly members: readonly string[];
  readonly minutesNumber: string;
  readonly text: string;
  readonly finalScore: string | null;
  readonly value: IndicatorValue | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

export interface ReplySheetRow {
  readonly county: string;
  readonly version: number;
  readonly state: 'open' | 'submitted';
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
}

export interface ReplyRow {
  readonly county: string;
  readonly indicator: string;
  readonly text: string;
  readonly askedScore: string | null;
  readonly evidence: Evidence[];
  readonly by: string;
  readonly at: string;
}

export interface RulingRow {
  readonly county: string;
  readonly indicator: string;
  readonly draft: number;
  readonly version: number;
  readonly ruling: Ruling;
  readonly finalScore: string | null;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Somebody's score sheet of a county: the sections assigned, and whether it is handed in. */
export interface SheetOfMarkerRow {
  readonly county: string;
  readonly evaluator: string;
  readonly section: string;
  readonly turn: 'first' | 'second' | 'third';
  readonly submitted: boolean;
}

const nameOf = (column: string): string =>
  `coalesce((select n.name from account_names(array[${column}]) n), ${column})`;
const moment = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** What a round has on record between the score sheets and the result. */
@Injectable()
export class RoundRecordQueries {
  async round(tx: EntityManager, id: string): Promise<RoundHeadRow | null> {
    const rows: RoundHeadRow[] = await tx.query(
      `select round_id as id, program_id as program, year, kind, method_version as "methodVersion", gap_marks::text as "gapMarks",
         finalised_on::text as "finalisedOn", document_number as "documentNumber"
       from evaluation_round where round_id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  async steps(tx: EntityManager, round: string): Promise<StepTaken[]> {
    return tx.query(
      `select step, taken_on::text as "takenOn", passed_over as "passedOver" from round_step where round_id = $1 order by number`,
      [round],
    );
  }

  /** The newest first. */
  async drafts(tx: EntityManager, round: string): Promise<DraftRow[]> {
    return tx.query(
      `select number, run_id as run, opened_on::text as "openedOn", reply_by::text as "replyBy", document_number as "documentNumber",
         opened_at as "openedAt"
       from draft_result where round_id = $1 order by number desc`,
      [round],
    );
  }

  /** The newest first. */
  async finalisations(tx: EntityManager, round: string): Promise<FinalisationRow[]> {
    return tx.query(
      `select number, run_id as run, finalised_on::text as "finalisedOn", document_number as "documentNumber",
         marking_error::text as "markingError", finalised_at as "finalisedAt"
       from round_finalisation where round_id = $1 order by number desc`,
      [round],
    );
  }

  async deliberations(tx: EntityManager, round: string): Promise<DeliberationRow[]> {
    return tx.query(
      `select county_id as county, indicator_id as indicator, number, held_on::text as "heldOn", members,
         minutes_number as "minutesNumber", text, final_score::text as "finalScore", value, reason,
         ${nameOf('recorded_by')} as by, ${moment('recorded_at')} as at
       from deliberation where round_id = $1 order by county_id, indicator_id, number`,
      [round],
    );
  }

  async replySheets(tx: EntityManager, round: string, draft: number): Promise<ReplySheetRow[]> {
    return tx.query(
      `select county_id as county, version, state, ${nameOf('submitted_by')} as "submittedBy", ${moment('submitted_at')} as "submittedAt"
       from reply_sheet where round_id = $1 and draft_number = $2`,
      [round, draft],
    );
  }

  async replies(tx: EntityManager, round: string, draft: number): Promise<ReplyRow[]> {
    return tx.query(
      `select county_id as county, indicator_id as indicator, text, asked_score::text as "askedScore", evidence,
         ${nameOf('written_by')} as by, ${moment('written_at')} as at
       from county_reply where round_id = $1 and draft_number = $2 order by county_id, indicator_id`,
      [round, draft],
    );
  }

  /** Of every draft, in the order in which they were given. */
  async rulings(tx: EntityManager, round: string): Promise<RulingRow[]> {
    return tx.query(
      `select county_id as county, indicator_id as indicator, draft_number as draft, version, ruling,
         final_score::text as "finalScore", reason, ${nameOf('ruled_by')} as by, ${moment('ruled_at')} as at
       from reply_ruling where round_id = $1 order by county_id, indicator_id, draft_number, version`,
      [round],
    );
  }

  async sheetsOfMarkers(tx: EntityManager, round: string): Promise<SheetOfMarkerRow[]> {
    return tx.query(
      `select a.county_id as county, e.username as evaluator, a.section, a.turn, coalesce(s.state = 'submitted', false) as submitted
       from evaluation_assignment a
       join evaluator_accounts() e on e.account_id = a.account_id
       left join score_sheet s on s.city_id = a.city_id and s.round_id = a.round_id and s.county_id = a.county_id
         and s.account_id = a.account_id
       where a.round_id = $1 order by a.county_id, e.username, a.section`,
      [round],
    );
  }
}
