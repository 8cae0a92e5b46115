import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SheetTemplateEntity } from './sheet-template.entity';

/** What one county reports of one month in one program: how far it is, and who did what. Its values stand beside it. */
@Entity('sheet')
@Index('ix_sheet__county', ['countyId', 'programId', 'kind', 'month'])
@ForeignKey(
  () => SheetTemplateEntity,
  ['cityId', 'programId', 'kind', 'templateVersion'],
  ['cityId', 'programId', 'kind', 'version'],
  { name: 'fk_sheet__template' },
)
@Check('ck_sheet__kind', `kind in ('inspection', 'spending', 'workload')`)
@Check('ck_sheet__month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check('ck_sheet__stage', `stage in ('open', 'submitted', 'returned', 'approved', 'reopened')`)
@Check('ck_sheet__submitted', `(submitted_on is null) = (submitted_by is null)`)
@Check('ck_sheet__approver', `approved_by is null or approved_by <> submitted_by`)
@Check('ck_sheet__approved', `stage <> 'approved' or (approved_by is not null and approved_at is not null)`)
@Check(
  'ck_sheet__reopened',
  `stage <> 'reopened' or (reopened_reason is not null and reopened_until is not null)`,
)
@Check('ck_sheet__returned', `stage <> 'returned' or return_reason is not null`)
@Check('ck_sheet__filled', `filled between 0 and asked`)
export class SheetEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet' })
  kind: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet' })
  month: string;

  @Column('integer')
  templateVersion: number;

  @Column('text')
  stage: string;

  @Column('date')
  dueOn: string;

  @Column('timestamptz')
  openedAt: Date;

  /** The day of the first full submission: late stays late. */
  @Column('date', { nullable: true })
  submittedOn: string | null;

  @Column('text', { nullable: true })
  submittedBy: string | null;

  @Column('date', { nullable: true })
  approvedOn: string | null;

  @Column('text', { nullable: true })
  approvedBy: string | null;

  /** What was said later counts only from the next approval on. */
  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('text', { nullable: true })
  returnReason: string | null;

  @Column('text', { nullable: true })
  reopenedReason: string | null;

  @Column('date', { nullable: true })
  reopenedUntil: string | null;

  @Column('boolean')
  unchanged: boolean;

  /** Items that the month asks, of which so many are answered; and the conclusions of its inspection. */
  @Column('integer')
  asked: number;

  @Column('integer')
  filled: number;

  @Column('integer')
  passed: number;

  @Column('integer')
  failed: number;

  @Column('integer')
  notApplicable: number;

  @Column('integer')
  version: number;
}
