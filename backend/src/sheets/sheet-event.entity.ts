import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SheetEntity } from './sheet.entity';

/** One act on a sheet; append-only. */
@Entity('sheet_event')
@Index('ix_sheet_event__county', ['countyId', 'programId', 'kind', 'month'])
@ForeignKey(
  () => SheetEntity,
  ['cityId', 'countyId', 'programId', 'kind', 'month'],
  ['cityId', 'countyId', 'programId', 'kind', 'month'],
  {
    name: 'fk_sheet_event__sheet',
  },
)
@Check(
  'ck_sheet_event__act',
  `act in ('open', 'check', 'submit', 'return', 'approve', 'reopen', 'confirmUnchanged')`,
)
@Check(
  'ck_sheet_event__check',
  `(act = 'check') = (check_mode is not null) and (act <> 'check' or kind = 'inspection')`,
)
@Check('ck_sheet_event__check_mode', `check_mode in ('online', 'visit')`)
@Check('ck_sheet_event__visit_plan', `(coalesce(check_mode, '') = 'visit') = (visit_plan is not null)`)
export class SheetEventEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_event' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_event' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_event' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_event' })
  kind: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_event' })
  month: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_sheet_event' })
  number: number;

  @Column('text')
  act: string;

  /** Null: the program itself, which opens the month. */
  @Column('text', { nullable: true })
  by: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  reason: string | null;

  /** How an inspection is made; the latest one counts. */
  @Column('text', { nullable: true })
  checkMode: string | null;

  @Column('text', { nullable: true })
  visitPlan: string | null;
}
