import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** 分配办法 as data, versioned; published means unchangeable. */
@Entity('allocation_policy')
@Unique('uq_allocation_policy__document', ['cityId', 'programId', 'documentNumber', 'settingsSha256'])
@Check('ck_allocation_policy__sha256', `settings_sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_allocation_policy__version', 'version >= 1')
export class AllocationPolicyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_policy' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_policy' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_allocation_policy' })
  version: number;

  @Column('text')
  name: string;

  @Column('text')
  basis: string;

  @Column('text')
  documentNumber: string;

  @Column('date')
  publishedOn: string;

  @Column('text')
  publishedBy: string;

  @Column('timestamptz')
  publishedAt: Date;

  /** `AllocationSettings`, as they were published. */
  @Column('jsonb')
  settings: unknown;

  /** Of their canonical form: two documents that mean the same have one. */
  @Column('text')
  settingsSha256: string;
}
