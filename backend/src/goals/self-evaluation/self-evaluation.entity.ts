import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import type {
  SelfEvaluation,
  SelfEvaluationAnswer,
} from '@yuheng/shared/domain/goals/self-evaluation/self-evaluation';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was submitted: figures and scores, and the goals that they were held against. */
export interface KeptSelfEvaluation {
  readonly form: SelfEvaluation;
  readonly table: GoalTable;
  readonly goalsDocument: string | null;
  /** By which version of the method the groups have their marks; null: by the defaults. */
  readonly methodVersion: number | null;
  readonly asOf: string;
}

/** 项目支出绩效自评表: what the county says, and what was computed as it stood when it was submitted. */
@Entity('self_evaluation')
@Index('ix_self_evaluation__county', ['countyId', 'programId', 'year'])
@Check('ck_self_evaluation__stage', `stage in ('open', 'submitted', 'returned', 'approved')`)
@Check(
  'ck_self_evaluation__submitted',
  `stage in ('open', 'returned') or (figures is not null and submitted_on is not null)`,
)
@Check('ck_self_evaluation__approver', `approved_by is null or approved_by <> submitted_by`)
export class SelfEvaluationEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_self_evaluation' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_self_evaluation' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_self_evaluation' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_self_evaluation' })
  year: number;

  @Column('text')
  stage: 'open' | 'submitted' | 'returned' | 'approved';

  @Column('jsonb')
  answers: readonly SelfEvaluationAnswer[];

  @Column('jsonb', { nullable: true })
  figures: KeptSelfEvaluation | null;

  @Column('integer')
  lock: number;

  @Column('text', { nullable: true })
  returnReason: string | null;

  @Column('date', { nullable: true })
  submittedOn: string | null;

  @Column('text', { nullable: true })
  submittedBy: string | null;

  @Column('date', { nullable: true })
  approvedOn: string | null;

  @Column('text', { nullable: true })
  approvedBy: string | null;
}
