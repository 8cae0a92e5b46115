import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AllocationRunEntity } from '../allocation-run.entity';
import { AllocationScenarioEntity } from '../scenarios/allocation-scenario.entity';

/** 分配决定: a scenario that was submitted to be decided. Its log is of its own; here stands what it is about and what it became. */
@Entity('allocation_decision')
@ForeignKey(() => AllocationScenarioEntity, ['cityId', 'scenarioId'], ['cityId', 'scenarioId'], {
  name: 'fk_allocation_decision__scenario',
})
@ForeignKey(() => AllocationRunEntity, ['cityId', 'runId'], ['cityId', 'runId'], {
  name: 'fk_allocation_decision__run',
})
@ForeignKey(() => AllocationDecisionEntity, ['cityId', 'corrects'], ['cityId', 'decisionId'], {
  name: 'fk_allocation_decision__corrects',
})
@ForeignKey(() => AllocationDecisionEntity, ['cityId', 'correctedBy'], ['cityId', 'decisionId'], {
  name: 'fk_allocation_decision__corrected_by',
})
@Index('uq_allocation_decision__open', ['cityId', 'scenarioId'], {
  unique: true,
  where: 'document_number is null',
})
@Index('uq_allocation_decision__in_force', ['cityId', 'programId', 'year'], {
  unique: true,
  where: 'document_number is not null and corrected_by is null',
})
@Index('ix_allocation_decision__year', ['programId', 'year'])
@Check('ck_allocation_decision__amends', `amends <> ''`)
@Check('ck_allocation_decision__corrects_another', 'corrects <> decision_id and corrected_by <> decision_id')
@Check(
  'ck_allocation_decision__decided',
  `(document_number is null) = (decided_on is null) and (document_number is null) = (snapshot is null)
    and (document_number is null) = (snapshot_sha256 is null)
    and (corrected_by is null or document_number is not null)`,
)
@Check('ck_allocation_decision__sha256', `snapshot_sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_allocation_decision__version', 'version >= 1')
export class AllocationDecisionEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_decision' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_decision' })
  decisionId: string;

  @Column('text')
  programId: string;

  @Column('integer')
  year: number;

  @Column('uuid')
  scenarioId: string;

  @Column('uuid')
  runId: string;

  /** The document that it amends, such as 玉司发〔2014〕67号. */
  @Column('text')
  amends: string;

  /** The decided one that it corrects. */
  @Column('uuid', { nullable: true })
  corrects: string | null;

  @Column('integer')
  version: number;

  @Column('text')
  submittedBy: string;

  @Column('timestamptz')
  submittedAt: Date;

  /** From here on: of the promulgation. */
  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('date', { nullable: true })
  decidedOn: string | null;

  /** Run, settings, proposal, document and steps, as they were hashed. */
  @Column('jsonb', { nullable: true })
  snapshot: unknown;

  @Column('text', { nullable: true })
  snapshotSha256: string | null;

  /** The later one that took its place. */
  @Column('uuid', { nullable: true })
  correctedBy: string | null;
}
