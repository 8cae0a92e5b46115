import type { ImportPreview } from '@yuheng/shared/contract/imports';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { ItemChange } from '../sheets/sheet-writing.service';

/** A workbook that was uploaded for a sheet: what it says, and the file again with a comment in each wrong cell. */
@Entity('sheet_import')
@Unique('uq_sheet_import__id', ['importId'])
@Check('ck_sheet_import__kind', `kind in ('inspection', 'spending', 'workload')`)
@Check('ck_sheet_import__month', `month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`)
@Check('ck_sheet_import__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
@Check('ck_sheet_import__applied', `(applied_at is null) = (applied_by is null)`)
@Check('ck_sheet_import__whole', `applied_at is null or errors = 0`)
export class SheetImportEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_import' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_import' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_sheet_import' })
  importId: string;

  @Column('text')
  programId: string;

  @Column('text')
  kind: string;

  @Column('text')
  month: string;

  @Column('text')
  fileName: string;

  @Column('text')
  sha256: string;

  /** As the preview showed them. */
  @Column('jsonb')
  items: ImportPreview['items'];

  /** What the application writes. */
  @Column('jsonb')
  changes: ItemChange[];

  @Column('integer')
  errors: number;

  /** Null: a wage list, of which no file is kept. */
  @Column('bytea', { select: false, nullable: true })
  result: Buffer | null;

  @Column('text')
  uploadedBy: string;

  @Column('timestamptz')
  uploadedAt: Date;

  @Column('text', { nullable: true })
  appliedBy: string | null;

  @Column('timestamptz', { nullable: true })
  appliedAt: Date | null;
}
