import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AllocationDecisionEntity } from './allocation-decision.entity';

/** What a county is told of its part of a decided split; never changed but for being taken note of, once. */
@Entity('allocation_notice')
@ForeignKey(() => AllocationDecisionEntity, ['cityId', 'decisionId'], ['cityId', 'decisionId'], {
  name: 'fk_allocation_notice__decision',
})
@Index('ix_allocation_notice__county', ['countyId', 'year'])
@Check(
  'ck_allocation_notice__read',
  '(read_on is null) = (read_by is null) and (read_on is null) = (read_at is null)',
)
export class AllocationNoticeEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_notice' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_notice' })
  decisionId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_notice' })
  countyId: string;

  @Column('text')
  programId: string;

  @Column('integer')
  year: number;

  /** The decision whose notices this one takes the place of. */
  @Column('uuid', { nullable: true })
  corrects: string | null;

  @Column('jsonb')
  content: unknown;

  @Column('date', { nullable: true })
  readOn: string | null;

  @Column('text', { nullable: true })
  readBy: string | null;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
