import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AllocationDecisionEntity } from './allocation-decision.entity';

/** A scan of a signed step, or the 人员安置意见; never changed. */
@Entity('allocation_decision_file')
@ForeignKey(() => AllocationDecisionEntity, ['cityId', 'decisionId'], ['cityId', 'decisionId'], {
  name: 'fk_allocation_decision_file__decision',
})
@Check('ck_allocation_decision_file__kind', `kind in ('scan', 'staffingOpinion')`)
@Check('ck_allocation_decision_file__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_allocation_decision_file__size', `size = octet_length(content) and size > 0`)
export class AllocationDecisionFileEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_decision_file' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_decision_file' })
  decisionId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_decision_file' })
  fileId: string;

  @Column('text')
  kind: string;

  @Column('text')
  name: string;

  @Column('text')
  mediaType: string;

  @Column('integer')
  size: number;

  @Column('text')
  sha256: string;

  @Column('bytea', { select: false })
  content: Buffer;

  @Column('text')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;
}
