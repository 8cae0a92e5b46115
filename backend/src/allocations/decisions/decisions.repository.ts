import { Injectable } from '@nestjs/common';
import type { CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import type { ProgramId } from '@yuheng/shared/contract/values';
import type { EntityManager } from 'typeorm';
import { AllocationDecisionEntity } from './allocation-decision.entity';
import { AllocationDecisionEntryEntity } from './allocation-decision-entry.entity';
import { AllocationNoticeEntity } from './allocation-notice.entity';

export type NewDecision = Pick<
  AllocationDecisionEntity,
  | 'cityId'
  | 'decisionId'
  | 'programId'
  | 'year'
  | 'scenarioId'
  | 'runId'
  | 'amends'
  | 'corrects'
  | 'submittedBy'
  | 'submittedAt'
>;
export type NewEntry = Omit<
  AllocationDecisionEntryEntity,
  'checkedBy' | 'checkedAt' | 'checkReason' | 'rejected'
>;

export interface CheckMade {
  readonly decision: string;
  readonly number: number;
  readonly by: string;
  readonly at: Date;
  /** What differs from the paper; null: nothing, it is confirmed. */
  readonly rejectedBecause: string | null;
}

/** What a decision became. */
export interface Promulgated {
  readonly decision: string;
  readonly corrects: string | null;
  readonly documentNumber: string;
  readonly decidedOn: string;
  readonly snapshot: CanonicalValue;
  readonly snapshotSha256: string;
}

export type NewNotice = Pick<
  AllocationNoticeEntity,
  'cityId' | 'decisionId' | 'countyId' | 'programId' | 'year' | 'corrects' | 'content'
>;

/** Decisions, their log and their notices are only ever added to. */
@Injectable()
export class DecisionsRepository {
  /** Held until the transaction ends: of two acts on the decisions of a program and year one comes after the other. */
  async lock(tx: EntityManager, program: ProgramId, year: number): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('allocation_decision'), hashtext($1))`, [
      `${program}/${year}`,
    ]);
  }

  async insert(tx: EntityManager, decision: NewDecision): Promise<void> {
    await tx.insert(AllocationDecisionEntity, { ...decision, version: 1 });
  }

  async insertEntry(tx: EntityManager, entry: NewEntry): Promise<void> {
    await tx.insert(AllocationDecisionEntryEntity, entry);
  }

  /** Whoever read the decision before has to read it anew. */
  async renew(tx: EntityManager, decision: string): Promise<void> {
    await tx.query('update allocation_decision set version = version + 1 where decision_id = $1', [decision]);
  }

  async check(tx: EntityManager, { decision, number, by, at, rejectedBecause }: CheckMade): Promise<void> {
    await tx.query(
      `update allocation_decision_entry
       set checked_by = $3, checked_at = $4, check_reason = $5, rejected = $5::text is not null
       where decision_id = $1 and number = $2`,
      [decision, number, by, at, rejectedBecause],
    );
  }

  /** The split is decided; the one that it corrects is in force no longer. */
  async promulgate(tx: EntityManager, made: Promulgated): Promise<void> {
    if (made.corrects !== null) {
      await tx.query('update allocation_decision set corrected_by = $2 where decision_id = $1', [
        made.corrects,
        made.decision,
      ]);
    }
    await tx.query(
      `update allocation_decision
       set document_number = $2, decided_on = $3, snapshot = $4, snapshot_sha256 = $5 where decision_id = $1`,
      [
        made.decision,
        made.documentNumber,
        made.decidedOn,
        JSON.stringify(made.snapshot),
        made.snapshotSha256,
      ],
    );
  }

  async insertNotices(tx: EntityManager, notices: readonly NewNotice[]): Promise<void> {
    await tx.insert(AllocationNoticeEntity, notices as never);
  }
}
