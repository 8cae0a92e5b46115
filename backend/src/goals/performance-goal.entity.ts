import type { GoalTable } from '@yuheng/shared/domain/goals/goal';
import type { GoalStage } from '@yuheng/shared/domain/goals/goal-stages';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One version of the 绩效目标表 of a county; issued, it is never changed. */
@Entity('performance_goal')
@Index('uq_performance_goal__one_open', ['cityId', 'countyId', 'programId', 'year'], {
  unique: true,
  where: `(stage <> 'issued'::text)`,
})
@Check(
  'ck_performance_goal__stage',
  `stage in ('open', 'submitted', 'returned', 'reviewed', 'agreed', 'issued')`,
)
@Check(
  'ck_performance_goal__issued',
  `(stage = 'issued') = (document_number is not null and issued_on is not null)`,
)
@Check('ck_performance_goal__reviewer', `reviewed_by is null or reviewed_by <> submitted_by`)
export class PerformanceGoalEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_performance_goal' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_performance_goal' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_performance_goal' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_performance_goal' })
  year: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_performance_goal' })
  version: number;

  @Column('text')
  stage: GoalStage;

  @Column('jsonb')
  content: GoalTable;

  @Column('integer')
  lock: number;

  @Column('text', { nullable: true })
  submittedBy: string | null;

  @Column('text', { nullable: true })
  reviewedBy: string | null;

  @Column('text', { nullable: true })
  returnReason: string | null;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('date', { nullable: true })
  issuedOn: string | null;
}
