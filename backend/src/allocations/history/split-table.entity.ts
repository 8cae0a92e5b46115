import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** A table of past splits as it was loaded; of a year and program the newest one that has it counts. Append-only. */
@Entity('split_table')
@Unique('uq_split_table__sha256', ['cityId', 'sha256'])
@Check('ck_split_table__number', `number >= 1`)
@Check('ck_split_table__sha256', `sha256 ~ '^[0-9a-f]{64}$'`)
export class SplitTableEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_split_table' })
  cityId: string;

  /** From 1 on, in the order of loading. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_split_table' })
  number: number;

  @Column('text')
  fileName: string;

  @Column('text')
  sha256: string;

  @Column('text')
  loadedBy: string;

  @Column('timestamptz')
  loadedAt: Date;
}
