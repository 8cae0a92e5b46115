import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AllocationRunEntity } from '../allocation-run.entity';

/** 测算方案: settings tried on the evidence of a year. It gets another name and is withdrawn; what it computes never changes. */
@Entity('allocation_scenario')
@ForeignKey(() => AllocationRunEntity, ['cityId', 'runId'], ['cityId', 'runId'], {
  name: 'fk_allocation_scenario__run',
})
@Index('uq_allocation_scenario__live', ['cityId', 'programId', 'year', 'runId'], {
  unique: true,
  where: 'withdrawn_at is null',
})
@Check('ck_allocation_scenario__name', `name <> ''`)
@Check(
  'ck_allocation_scenario__sha256',
  `settings_sha256 ~ '^[0-9a-f]{64}$' and evidence_sha256 ~ '^[0-9a-f]{64}$'`,
)
@Check('ck_allocation_scenario__withdrawn', '(withdrawn_by is null) = (withdrawn_at is null)')
export class AllocationScenarioEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_scenario' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_scenario' })
  scenarioId: string;

  @Column('text')
  programId: string;

  @Column('integer')
  year: number;

  @Column('text')
  name: string;

  @Column('jsonb')
  settings: unknown;

  /** Of their canonical form. */
  @Column('text')
  settingsSha256: string;

  /** Of the evidence that the run was computed from: another one today makes the scenario stale. */
  @Column('text')
  evidenceSha256: string;

  @Column('uuid')
  runId: string;

  @Column('text')
  createdBy: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text', { nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
