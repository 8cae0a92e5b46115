import type { SheetItem, SheetRule } from '@yuheng/shared/domain/sheets/sheet';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A version of the items and rules of one kind of sheet; never changed, a new version follows it. */
@Entity('sheet_template')
@Check('ck_sheet_template__kind', `kind in ('inspection', 'spending', 'workload')`)
@Check('ck_sheet_template__valid_from', `valid_from ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
export class SheetTemplateEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_template' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_template' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_template' })
  kind: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_sheet_template' })
  version: number;

  /** The first month that it asks. */
  @Column('text')
  validFrom: string;

  @Column('jsonb')
  items: readonly SheetItem[];

  @Column('jsonb')
  rules: readonly SheetRule[];

  @Column('text')
  reason: string;

  @Column('text', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;
}
