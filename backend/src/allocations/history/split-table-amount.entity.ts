import type { Fen } from '@yuheng/shared/domain/money/fen';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { fenColumn } from '../../database/fen-column';
import { SplitTableEntity } from './split-table.entity';

/** One county's amount of a year as a table said it, with its row and source. Append-only. */
@Entity('split_table_amount')
@ForeignKey(() => SplitTableEntity, ['cityId', 'number'], ['cityId', 'number'], {
  name: 'fk_split_table_amount__table',
})
@Index('ix_split_table_amount__year', ['cityId', 'programId', 'year'])
@Check('ck_split_table_amount__fen', `fen >= 0`)
@Check('ck_split_table_amount__posts', `posts >= 0`)
@Check('ck_split_table_amount__source', `source <> ''`)
export class SplitTableAmountEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_split_table_amount' })
  cityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_split_table_amount' })
  number: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_split_table_amount' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_split_table_amount' })
  year: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_split_table_amount' })
  countyId: string;

  @Column({ ...fenColumn })
  fen: Fen;

  /** Null: the table did not say it. */
  @Column('integer', { nullable: true })
  posts: number | null;

  @Column('text')
  source: string;

  /** Of the sheet, as its reader sees it. */
  @Column('integer')
  rowNumber: number;
}
