import type { DaySpan } from '@yuheng/shared/domain/period/working-days';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The days off and the working days instead of them of one year, as loaded after the bundled ones; the highest version holds. */
@Entity('holiday_table')
@Check('ck_holiday_table__version', `version >= 1`)
export class HolidayTableEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_holiday_table' })
  cityId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_holiday_table' })
  year: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_holiday_table' })
  version: number;

  /** The notice that orders it, with its document number. */
  @Column('text')
  document: string;

  @Column('jsonb')
  daysOff: readonly DaySpan[];

  @Column('jsonb')
  daysWorked: readonly string[];

  @Column('text')
  reason: string;

  @Column('text')
  loadedBy: string;

  @Column('timestamptz')
  loadedAt: Date;
}
