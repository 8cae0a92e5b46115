import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A month of a program in which no money may be entered any more, unless it is open again. */
@Entity('closed_month')
@Check('ck_closed_month__month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check(
  'ck_closed_month__reopened',
  `(reopened_at is null) = (reopened_by is null) and (reopened_at is null) = (reopen_reason is null)`,
)
export class ClosedMonthEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_closed_month' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_closed_month' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_closed_month' })
  month: string;

  @Column('text')
  closedBy: string;

  @Column('timestamptz')
  closedAt: Date;

  @Column('text', { nullable: true })
  reopenedBy: string | null;

  @Column('timestamptz', { nullable: true })
  reopenedAt: Date | null;

  @Column('text', { nullable: true })
  reopenReason: string | null;
}
