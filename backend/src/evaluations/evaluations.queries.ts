import { Injectable } from '@nestjs/common';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { ScoreExplanation } from '@yuheng/shared/domain/scoring/explaining/explanation';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import type { ScoreAnswer } from '@yuheng/shared/domain/scoring/score';
import type { EntityManager } from 'typeorm';
import { unpackExplanation } from './packed-explanation';

export type EvaluationKind = 'selfEvaluation' | 'departmentEvaluation' | 'financeEvaluation';

export interface RoundRow {
  readonly id: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly methodVersion: number;
  readonly marksExpected: number;
  readonly marksGiven: number;
  readonly finalisedOn: IsoDate | null;
  readonly documentNumber: string | null;
  readonly finalisedRun: string | null;
}

export interface MethodRow {
  readonly version: number;
  readonly name: Bilingual;
  readonly definition: Method;
}

export interface MarkRow {
  readonly county: string;
  readonly indicator: string;
  readonly evaluator: string;
  /** As written; null where a value or an exception was given instead. */
  readonly marks: string | null;
  readonly value: unknown;
  /** On a computed leaf: the score that was set instead of the rule’s. */
  readonly exception: string | null;
  readonly reason: string | null;
}

/** The method as it stood when the run was made: a later version changes no run. */
export type MethodSnapshot = MethodRow;

export interface RunRow {
  readonly id: string;
  readonly roundId: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly kind: EvaluationKind;
  readonly finalised: boolean;
  readonly finalisedOn: string | null;
  readonly documentNumber: string | null;
  readonly createdAt: string;
  readonly engineVersion: string;
  readonly inputsSha256: string;
  readonly method: MethodSnapshot;
}

export interface ResultRow {
  readonly county: string;
  readonly answer: ScoreAnswer;
}

/** One 定案 of a round: which run it made final, of what day its facts are, and when they were read. */
export interface FinalisationRow {
  readonly round: string;
  readonly run: string;
  readonly finalisedOn: IsoDate;
  readonly documentNumber: string | null;
  readonly asOf: IsoDate;
  readonly createdAt: Date;
}

/** What a run froze of a county, and what came out. */
export interface FrozenRow extends ResultRow {
  readonly inputs: CanonicalValue;
}

/** Final is a run that a finalisation names, also after a later one: the newest of those that do. */
const RUN = `
  select s.run_id as id, s.round_id as "roundId", e.program_id as program, e.year, e.kind,
    f.number is not null as finalised, f.finalised_on::text as "finalisedOn", f.document_number as "documentNumber",
    to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
    s.engine_version as "engineVersion", s.inputs_sha256 as "inputsSha256", s.method
  from scoring_run s join evaluation_round e on e.city_id = s.city_id and e.round_id = s.round_id
  left join lateral (
    select n.number, n.finalised_on, n.document_number from round_finalisation n
    where n.city_id = s.city_id and n.run_id = s.run_id order by n.number desc limit 1) f on true`;

@Injectable()
export class EvaluationsQueries {
  /** Rounds of a program and year with how far the evaluators are; the marks are counted for readers of the city. */
  async rounds(tx: EntityManager, program: string, year: number): Promise<RoundRow[]> {
    return tx.query(
      `select e.round_id as id, e.program_id as program, e.year, e.kind, e.method_version as "methodVersion",
         e.marks_expected as "marksExpected",
         (select count(*)::int from evaluator_mark m where m.city_id = e.city_id and m.round_id = e.round_id
           and m.kind = 'mark') as "marksGiven",
         e.finalised_on::text as "finalisedOn", e.document_number as "documentNumber", e.finalised_run_id as "finalisedRun"
       from evaluation_round e where e.program_id = $1 and e.year = $2 order by e.kind`,
      [program, year],
    );
  }

  async method(tx: EntityManager, program: string, version: number): Promise<MethodRow> {
    const rows: MethodRow[] = await tx.query(
      'select version, name, definition from evaluation_method where program_id = $1 and version = $2',
      [program, version],
    );
    if (!rows[0]) throw new Error(`Method version ${version} of ${program} is gone.`);
    return rows[0];
  }

  async marks(tx: EntityManager, roundId: string): Promise<MarkRow[]> {
    return tx.query(
      `select county_id as county, indicator_id as indicator, evaluator, marks::text as marks, value,
         final_score::text as exception, reason
       from evaluator_mark where round_id = $1 order by county_id, indicator_id, evaluator`,
      [roundId],
    );
  }

  async runs(tx: EntityManager, program: string, year: number): Promise<RunRow[]> {
    return tx.query(`${RUN} where e.program_id = $1 and e.year = $2 order by s.created_at desc, s.run_id`, [
      program,
      year,
    ]);
  }

  async run(tx: EntityManager, id: string): Promise<RunRow | null> {
    const rows: RunRow[] = await tx.query(`${RUN} where s.run_id = $1`, [id]);
    return rows[0] ?? null;
  }

  async runOfInputs(
    tx: EntityManager,
    roundId: string,
    inputsSha256: string,
    engineVersion: string,
  ): Promise<string | null> {
    const rows: { id: string }[] = await tx.query(
      'select run_id as id from scoring_run where round_id = $1 and inputs_sha256 = $2 and engine_version = $3',
      [roundId, inputsSha256, engineVersion],
    );
    return rows[0]?.id ?? null;
  }

  /** Every finalisation of a program year's rounds, the newest of a round first: a later one leaves the earlier ones. */
  async finalisations(tx: EntityManager, program: string, year: number): Promise<FinalisationRow[]> {
    return tx.query(
      `select n.round_id as round, n.run_id as run, n.finalised_on::text as "finalisedOn", n.document_number as "documentNumber",
         s.as_of::text as "asOf", s.created_at as "createdAt"
       from round_finalisation n
       join evaluation_round e on e.city_id = n.city_id and e.round_id = n.round_id
       join scoring_run s on s.city_id = n.city_id and s.run_id = n.run_id
       where e.program_id = $1 and e.year = $2 order by n.round_id, n.number desc`,
      [program, year],
    );
  }

  /** Answers by county; which counties come is decided by the scope. */
  async results(tx: EntityManager, runId: string): Promise<ResultRow[]> {
    return tx.query('select county_id as county, answer from scoring_result where run_id = $1', [runId]);
  }

  /** Inputs and answers by county, in the order of their ids. */
  async frozen(tx: EntityManager, runId: string): Promise<FrozenRow[]> {
    return tx.query(
      'select county_id as county, inputs, answer from scoring_result where run_id = $1 order by county_id',
      [runId],
    );
  }

  async explanation(tx: EntityManager, runId: string, county: string): Promise<ScoreExplanation | null> {
    const rows: { explanation: Buffer }[] = await tx.query(
      'select explanation from scoring_result where run_id = $1 and county_id = $2',
      [runId, county],
    );
    return rows[0] ? unpackExplanation(rows[0].explanation) : null;
  }

  /** The newest finalised department evaluation of a program not after a year. */
  async finalisedRun(
    tx: EntityManager,
    program: string,
    year: number,
    kind: EvaluationKind,
  ): Promise<RunRow | null> {
    const rows: RunRow[] = await tx.query(
      `${RUN} where e.program_id = $1 and e.year = $2 and e.kind = $3 and e.finalised_run_id = s.run_id`,
      [program, year, kind],
    );
    return rows[0] ?? null;
  }
}
