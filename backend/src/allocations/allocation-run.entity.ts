import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ScoringRunEntity } from '../evaluations/scoring-run.entity';

/** One stored computation of a split; append-only. */
@Entity('allocation_run')
@Unique('uq_allocation_run__inputs', ['cityId', 'programId', 'year', 'engineVersion', 'inputsSha256'])
@ForeignKey(() => ScoringRunEntity, ['cityId', 'scoringRunId'], ['cityId', 'runId'], {
  name: 'fk_allocation_run__scoring_run',
})
export class AllocationRunEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_run' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_run' })
  runId: string;

  @Column('text')
  programId: string;

  @Column('integer')
  year: number;

  @Column('uuid', { nullable: true })
  scoringRunId: string | null;

  @Column('text')
  engineVersion: string;

  @Column('jsonb')
  inputs: unknown;

  @Column('text')
  inputsSha256: string;

  @Column('jsonb')
  answer: unknown;

  /** `AllocationEvidence`: everything that it was worked out from besides the settings. Null: a run of before. */
  @Column('jsonb', { nullable: true })
  evidence: unknown;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text', { nullable: true })
  createdBy: string | null;
}
