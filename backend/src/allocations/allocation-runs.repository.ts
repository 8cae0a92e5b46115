import { Injectable } from '@nestjs/common';
import type { AllocationEvidence } from '@yuheng/shared/domain/allocation/evidence/allocation-evidence';
import type { CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import type { CanonicalRecord } from '@yuheng/shared/domain/certificates/certificate';
import { fen } from '@yuheng/shared/domain/money/fen';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AllocationPartEntity } from './allocation-part.entity';
import { AllocationRunEntity } from './allocation-run.entity';
import type { Careful1Inputs } from './careful-1-inputs';
import { toldRun, type ProposedAnswer, type StoredAnswer } from './told-run';

export interface NewAllocationRun {
  readonly cityId: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly scoringRun: string | null;
  readonly engineVersion: string;
  readonly inputs: CanonicalValue;
  readonly inputsSha256: string;
  readonly answer: ProposedAnswer;
  readonly evidence: AllocationEvidence;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export interface AllocationRunRow {
  readonly id: string;
  readonly program: 'assistants' | 'mediation';
  readonly year: number;
  readonly createdAt: string;
  readonly engineVersion: string;
  readonly inputsSha256: string;
  readonly scoringRun: string | null;
}

/** A run with what it froze. */
export interface FrozenRun extends AllocationRunRow {
  readonly inputs: Careful1Inputs | CanonicalRecord;
  readonly answer: StoredAnswer;
}

export interface RunsOfYear {
  readonly year: number;
  readonly runs: number;
}

const HEAD = `run_id as id, program_id as program, year, engine_version as "engineVersion",
  inputs_sha256 as "inputsSha256", scoring_run_id as "scoringRun",
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"`;

/** Runs are only ever added. */
@Injectable()
export class AllocationRunsRepository {
  /** Held until the transaction ends: two requests with the same inputs make one run, not two. */
  async lock(tx: EntityManager, program: string, year: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('allocation_run'), hashtext($1))`, [
      `${program}/${year}`,
    ]);
  }

  async insert(tx: EntityManager, run: NewAllocationRun): Promise<string> {
    const { cityId } = run;
    const runId = randomUUID();
    await tx.insert(AllocationRunEntity, {
      cityId,
      runId,
      programId: run.program,
      year: run.year,
      scoringRunId: run.scoringRun,
      engineVersion: run.engineVersion,
      inputs: run.inputs as never,
      inputsSha256: run.inputsSha256,
      answer: run.answer as never,
      evidence: run.evidence as never,
      createdAt: run.createdAt,
      createdBy: run.createdBy,
    });
    await tx.insert(
      AllocationPartEntity,
      run.answer.proposal.counties.map(({ county, part, fen: amount }) => ({
        cityId,
        runId,
        countyId: county,
        part,
        fen: fen(amount),
      })),
    );
    return runId;
  }

  async ofInputs(
    tx: EntityManager,
    run: Pick<NewAllocationRun, 'program' | 'year' | 'engineVersion' | 'inputsSha256'>,
  ): Promise<string | null> {
    const found = await tx.findOneBy(AllocationRunEntity, {
      programId: run.program,
      year: run.year,
      engineVersion: run.engineVersion,
      inputsSha256: run.inputsSha256,
    });
    return found?.runId ?? null;
  }

  async list(tx: EntityManager, program: string, year: number): Promise<AllocationRunRow[]> {
    return tx.query(
      `select ${HEAD} from allocation_run where program_id = $1 and year = $2 order by created_at desc, run_id`,
      [program, year],
    );
  }

  async ofYears(tx: EntityManager, program: string, years: readonly number[]): Promise<RunsOfYear[]> {
    return tx.query(
      `select year, count(*)::int as runs from allocation_run
       where program_id = $1 and year = any($2) group by year order by year desc`,
      [program, years],
    );
  }

  async find(tx: EntityManager, id: string): Promise<(AllocationRunRow & { answer: StoredAnswer }) | null> {
    const rows: (AllocationRunRow & { answer: StoredAnswer | ProposedAnswer })[] = await tx.query(
      `select ${HEAD}, answer from allocation_run where run_id = $1`,
      [id],
    );
    return rows[0] ? { ...rows[0], answer: toldRun(rows[0].answer) } : null;
  }

  async frozen(tx: EntityManager, id: string): Promise<FrozenRun | null> {
    const rows: (Omit<FrozenRun, 'answer'> & { answer: StoredAnswer | ProposedAnswer })[] = await tx.query(
      `select ${HEAD}, inputs, answer from allocation_run where run_id = $1`,
      [id],
    );
    return rows[0] ? { ...rows[0], answer: toldRun(rows[0].answer) } : null;
  }
}
