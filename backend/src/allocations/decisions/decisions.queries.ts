import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import type { EntityManager } from 'typeorm';
import type { EntryRow } from './decision-log';

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const nameOf = (column: string): string => `(select n.name from account_names(array[${column}]) n)`;

/** A decision with the scenario that it is about and what the server computed for it. */
export interface DecisionRow {
  readonly id: string;
  readonly program: ProgramId;
  readonly year: number;
  readonly scenario: string;
  readonly scenarioName: string;
  /** Account of who saved the scenario; null: the program itself. */
  readonly author: string | null;
  readonly run: string;
  readonly amends: string;
  readonly corrects: string | null;
  readonly correctedBy: string | null;
  readonly version: number;
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly documentNumber: string | null;
  readonly decidedOn: string | null;
  readonly snapshotSha256: string | null;
  readonly personsReduced: number;
}

/** The run of a decision, as it is frozen. */
export interface RunOfDecision {
  readonly settings: AllocationSettings;
  readonly proposal: AllocationProposal;
  readonly inputs: unknown;
  readonly inputsSha256: string;
  readonly engineVersion: string;
}

export interface FileRow {
  readonly id: string;
  readonly kind: 'scan' | 'staffingOpinion';
  readonly name: string;
  readonly sha256: string;
}

const DECISION = `
  select d.decision_id as id, d.program_id as program, d.year, d.scenario_id as scenario, s.name as "scenarioName",
    s.created_by as author, d.run_id as run, d.amends, d.corrects, d.corrected_by as "correctedBy", d.version,
    coalesce(${nameOf('d.submitted_by')}, d.submitted_by) as "submittedBy", ${instant('d.submitted_at')} as "submittedAt",
    d.document_number as "documentNumber", d.decided_on::text as "decidedOn", d.snapshot_sha256 as "snapshotSha256",
    (r.answer->'proposal'->'peopleEffect'->>'personsReduced')::int as "personsReduced"
  from allocation_decision d
  join allocation_scenario s on s.city_id = d.city_id and s.scenario_id = d.scenario_id
  join allocation_run r on r.city_id = d.city_id and r.run_id = d.run_id`;

/** Decisions as they are read. */
@Injectable()
export class DecisionsQueries {
  async find(tx: EntityManager, id: string): Promise<DecisionRow | null> {
    const rows: DecisionRow[] = await tx.query(`${DECISION} where d.decision_id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The newest first. */
  async ofYear(tx: EntityManager, program: ProgramId, year: number): Promise<DecisionRow[]> {
    return tx.query(
      `${DECISION} where d.program_id = $1 and d.year = $2 order by d.submitted_at desc, d.decision_id`,
      [program, year],
    );
  }

  /** In the order of their numbers, by decision. */
  async entries(tx: EntityManager, ids: readonly string[]): Promise<Map<string, EntryRow[]>> {
    const rows: (EntryRow & { decision: string })[] = await tx.query(
      `select decision_id as decision, number, step, outcome, way, taken_on::text as "on",
         document_number as "documentNumber", reason, file_id as file, entered_by as "enteredBy",
         coalesce(${nameOf('entered_by')}, entered_by) as "enteredByName", ${instant('entered_at')} as "enteredAt",
         checked_by as "checkedBy", coalesce(${nameOf('checked_by')}, checked_by) as "checkedByName",
         ${instant('checked_at')} as "checkedAt", check_reason as "checkReason", rejected
       from allocation_decision_entry where decision_id = any($1) order by decision_id, number`,
      [ids],
    );
    const byDecision = new Map<string, EntryRow[]>(ids.map((id) => [id, []]));
    for (const { decision, ...entry } of rows) byDecision.get(decision)?.push(entry);
    return byDecision;
  }

  async run(tx: EntityManager, decision: string): Promise<RunOfDecision | null> {
    const rows: RunOfDecision[] = await tx.query(
      `select s.settings, r.answer->'proposal' as proposal, r.inputs, r.inputs_sha256 as "inputsSha256",
         r.engine_version as "engineVersion"
       from allocation_decision d
       join allocation_scenario s on s.city_id = d.city_id and s.scenario_id = d.scenario_id
       join allocation_run r on r.city_id = d.city_id and r.run_id = d.run_id
       where d.decision_id = $1`,
      [decision],
    );
    return rows[0] ?? null;
  }

  /** The newest first. */
  async files(tx: EntityManager, decision: string): Promise<FileRow[]> {
    return tx.query(
      `select file_id as id, kind, name, sha256 from allocation_decision_file where decision_id = $1
       order by uploaded_at desc, file_id`,
      [decision],
    );
  }

  /** Decisions of these that a 人员安置意见 is attached to. */
  async withOpinion(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { decision: string }[] = await tx.query(
      `select distinct decision_id as decision from allocation_decision_file
       where decision_id = any($1) and kind = 'staffingOpinion'`,
      [ids],
    );
    return new Set(rows.map(({ decision }) => decision));
  }

  /** The decided split in force of a program and year, which no later one corrected. */
  async inForce(
    tx: EntityManager,
    program: ProgramId,
    year: number,
  ): Promise<{ readonly id: string; readonly documentNumber: string } | null> {
    const rows: { id: string; documentNumber: string }[] = await tx.query(
      `select decision_id as id, document_number as "documentNumber" from allocation_decision
       where program_id = $1 and year = $2 and document_number is not null and corrected_by is null`,
      [program, year],
    );
    return rows[0] ?? null;
  }

  /** How many splits of a program and year were decided so far. */
  async decidedSoFar(tx: EntityManager, program: ProgramId, year: number): Promise<number> {
    const rows: { decided: number }[] = await tx.query(
      `select count(*)::int as decided from allocation_decision
       where program_id = $1 and year = $2 and document_number is not null`,
      [program, year],
    );
    return rows[0]?.decided ?? 0;
  }

  /** Whether a scenario is before the bureau already. */
  async isOpen(tx: EntityManager, scenario: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      'select 1 from allocation_decision where scenario_id = $1 and document_number is null',
      [scenario],
    );
    return rows.length > 0;
  }
}
