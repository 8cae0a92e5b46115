import type { Evidence } from '@yuheng/shared/contract/evidence';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SheetEntity } from './sheet.entity';

/** One version of what is said of one item; append-only, the highest version is the current one. */
@Entity('sheet_value')
@Index('ix_sheet_value__county', ['countyId', 'programId', 'kind', 'month'])
@ForeignKey(
  () => SheetEntity,
  ['cityId', 'countyId', 'programId', 'kind', 'month'],
  ['cityId', 'countyId', 'programId', 'kind', 'month'],
  {
    name: 'fk_sheet_value__sheet',
  },
)
@Check('ck_sheet_value__version', `version >= 1`)
@Check('ck_sheet_value__state', `state in ('reported', 'notApplicable')`)
@Check('ck_sheet_value__conclusion', `conclusion in ('pass', 'fail')`)
@Check(
  'ck_sheet_value__content',
  `state = 'reported' or (value is null and conclusion is null and reason is not null)`,
)
export class SheetValueEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_value' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_value' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_value' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_value' })
  kind: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_value' })
  month: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sheet_value' })
  itemId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_sheet_value' })
  version: number;

  @Column('text')
  state: string;

  @Column('text', { nullable: true })
  value: string | null;

  @Column('text', { nullable: true })
  conclusion: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('jsonb')
  evidence: readonly Evidence[];

  @Column('text')
  author: string;

  @Column('timestamptz')
  at: Date;
}
