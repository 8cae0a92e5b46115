import { Injectable } from '@nestjs/common';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { DecisionDocument } from '@yuheng/shared/domain/allocation/deciding/decision-in-words';
import type { EvidenceOfBasis } from '@yuheng/shared/domain/allocation/meeting/basis-in-words';
import type { AllocationProposal } from '@yuheng/shared/domain/allocation/proposing/allocation-proposal';
import type { AllocationSettings } from '@yuheng/shared/domain/allocation/settings/allocation-settings';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import type { EntityManager } from 'typeorm';
import { AllocationCommentEntity } from './allocation-comment.entity';
import { AllocationScenarioEntity } from './allocation-scenario.entity';

export interface ScenarioRow {
  readonly id: string;
  readonly program: ProgramId;
  readonly year: number;
  readonly name: string;
  readonly run: string;
  readonly settings: AllocationSettings;
  readonly settingsSha256: string;
  readonly evidenceSha256: string;
  readonly inputsSha256: string;
  readonly scoringRun: string | null;
  readonly createdBy: string;
  /** The moment, as ISO 8601 in UTC. */
  readonly createdAt: string;
  readonly headline: Bilingual;
  readonly postsMoved: number;
  readonly personsReduced: number;
  readonly comments: number;
  /** The decision that it was submitted to last. */
  readonly decision: string | null;
  /** The document that decided it, and the one that corrected that since; null: it is a draft. */
  readonly document: (DecisionDocument & { readonly correctedBy: string | null }) | null;
}

export interface CommentRow {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

const SCENARIO = `
  select s.scenario_id as id, s.program_id as program, s.year, s.name, s.run_id as run, s.settings,
    s.settings_sha256 as "settingsSha256", s.evidence_sha256 as "evidenceSha256", r.inputs_sha256 as "inputsSha256",
    r.scoring_run_id as "scoringRun",
    coalesce((select n.name from account_names(array[s.created_by]) n), s.created_by) as "createdBy",
    to_char(s.created_at at time zone 'UTC', ${MOMENT}) as "createdAt",
    r.answer -> 'proposal' -> 'headline' as headline,
    (select coalesce(sum(greatest((c ->> 'change')::int, 0)), 0)::int
     from jsonb_array_elements(r.answer -> 'proposal' -> 'counties') c) as "postsMoved",
    (r.answer -> 'proposal' -> 'peopleEffect' -> 'personsReduced')::int as "personsReduced",
    (select count(*)::int from allocation_comment c where c.scenario_id = s.scenario_id) as comments,
    (select d.decision_id from allocation_decision d where d.scenario_id = s.scenario_id
     order by d.submitted_at desc, d.decision_id limit 1) as decision,
    (select jsonb_build_object('documentNumber', d.document_number, 'decidedOn', d.decided_on::text,
       'correctedBy', l.document_number)
     from allocation_decision d
     left join allocation_decision l on l.city_id = d.city_id and l.decision_id = d.corrected_by
     where d.scenario_id = s.scenario_id and d.document_number is not null
     order by d.decided_on desc, d.decision_id limit 1) as document
  from allocation_scenario s join allocation_run r on r.city_id = s.city_id and r.run_id = s.run_id
  where s.withdrawn_at is null`;

/** Scenarios that are on the list; a withdrawn one is as if it were not there, and its run stays. */
@Injectable()
export class AllocationScenariosRepository {
  async list(tx: EntityManager, program: ProgramId, year: number): Promise<ScenarioRow[]> {
    return tx.query(
      `${SCENARIO} and s.program_id = $1 and s.year = $2 order by s.created_at desc, s.scenario_id`,
      [program, year],
    );
  }

  async find(tx: EntityManager, id: string): Promise<ScenarioRow | null> {
    const rows: ScenarioRow[] = await tx.query(`${SCENARIO} and s.scenario_id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** The same, and until the transaction ends nobody else withdraws, renames or submits it. */
  async hold(tx: EntityManager, id: string): Promise<ScenarioRow | null> {
    await tx.query('select 1 from allocation_scenario where scenario_id = $1 for update', [id]);
    return this.find(tx, id);
  }

  /** The scenario of a run: the same policy on the same evidence is one run. */
  async ofRun(tx: EntityManager, run: string): Promise<{ id: string; name: string } | null> {
    const rows: { id: string; name: string }[] = await tx.query(
      'select scenario_id as id, name from allocation_scenario where run_id = $1 and withdrawn_at is null',
      [run],
    );
    return rows[0] ?? null;
  }

  async proposal(tx: EntityManager, run: string): Promise<AllocationProposal> {
    const rows: { proposal: AllocationProposal }[] = await tx.query(
      `select answer -> 'proposal' as proposal from allocation_run where run_id = $1`,
      [run],
    );
    if (!rows[0]) throw new Error(`The run ${run} of a scenario is gone.`);
    return rows[0].proposal;
  }

  /** What the run was computed from, as far as it is told; null of a run of before, which did not keep it. */
  async basis(tx: EntityManager, run: string): Promise<EvidenceOfBasis | null> {
    const rows: { basis: EvidenceOfBasis | null }[] = await tx.query(
      `select case when evidence is null then null else jsonb_build_object(
         'evaluatedYear', evidence -> 'evaluatedYear', 'lastSplit', evidence -> 'lastSplit',
         'scoring', case jsonb_typeof(evidence -> 'scoring') when 'object' then (evidence -> 'scoring') - 'leaves' end)
         end as basis
       from allocation_run where run_id = $1`,
      [run],
    );
    return rows[0]?.basis ?? null;
  }

  /** In the order in which they were written. */
  async comments(tx: EntityManager, scenario: string): Promise<CommentRow[]> {
    return tx.query(
      `select comment_id as id, text,
         coalesce((select n.name from account_names(array[written_by]) n), written_by) as by,
         to_char(written_at at time zone 'UTC', ${MOMENT}) as at
       from allocation_comment where scenario_id = $1 order by written_at, comment_id`,
      [scenario],
    );
  }

  async insert(
    tx: EntityManager,
    scenario: Omit<AllocationScenarioEntity, 'withdrawnAt' | 'withdrawnBy'>,
  ): Promise<void> {
    await tx.insert(AllocationScenarioEntity, scenario as never);
  }

  async rename(tx: EntityManager, scenarioId: string, name: string): Promise<void> {
    await tx.update(AllocationScenarioEntity, { scenarioId }, { name });
  }

  async withdraw(
    tx: EntityManager,
    scenarioId: string,
    { by, at }: { readonly by: string; readonly at: Date },
  ): Promise<void> {
    await tx.update(AllocationScenarioEntity, { scenarioId }, { withdrawnBy: by, withdrawnAt: at });
  }

  async comment(tx: EntityManager, comment: AllocationCommentEntity): Promise<void> {
    await tx.insert(AllocationCommentEntity, comment);
  }
}
