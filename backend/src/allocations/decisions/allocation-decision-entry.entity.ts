import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AllocationDecisionEntity } from './allocation-decision.entity';
import { AllocationDecisionFileEntity } from './allocation-decision-file.entity';

/** One line of a decision's log; never changed but for its check, which is made once. */
@Entity('allocation_decision_entry')
@ForeignKey(() => AllocationDecisionEntity, ['cityId', 'decisionId'], ['cityId', 'decisionId'], {
  name: 'fk_allocation_decision_entry__decision',
})
@ForeignKey(
  () => AllocationDecisionFileEntity,
  ['cityId', 'decisionId', 'fileId'],
  ['cityId', 'decisionId', 'fileId'],
  { name: 'fk_allocation_decision_entry__file' },
)
@Check('ck_allocation_decision_entry__number', 'number >= 1')
@Check(
  'ck_allocation_decision_entry__step',
  `step in ('submission', 'collectiveDecision', 'countersignature', 'promulgation')`,
)
@Check(
  'ck_allocation_decision_entry__outcome',
  `outcome in ('taken', 'returned') and (outcome = 'taken' or reason is not null)`,
)
@Check(
  'ck_allocation_decision_entry__paper',
  `way in ('program', 'paper') and (way = 'program' or (document_number is not null and file_id is not null))`,
)
@Check(
  'ck_allocation_decision_entry__checked',
  `(checked_by is null) = (checked_at is null) and checked_by <> entered_by
    and (not rejected or (checked_by is not null and check_reason is not null))`,
)
export class AllocationDecisionEntryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_allocation_decision_entry' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_allocation_decision_entry' })
  decisionId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_allocation_decision_entry' })
  number: number;

  @Column('text')
  step: string;

  @Column('text')
  outcome: string;

  @Column('text')
  way: string;

  @Column('date')
  takenOn: string;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('text')
  enteredBy: string;

  @Column('timestamptz')
  enteredAt: Date;

  @Column('text', { nullable: true })
  checkedBy: string | null;

  @Column('timestamptz', { nullable: true })
  checkedAt: Date | null;

  /** What the checker found to differ from the paper. */
  @Column('text', { nullable: true })
  checkReason: string | null;

  @Column('boolean', { default: false })
  rejected: boolean;
}
