import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Monthly workload, counts only. */
@Entity('workload_month')
@Index('ix_workload_month__county', ['countyId', 'programId', 'month'])
@Check(
  'ck_workload_month__balance',
  `supervised_at_start + supervised_new - supervised_released = supervised_at_end`,
)
export class WorkloadMonthEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_workload_month' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_workload_month' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_workload_month' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_workload_month' })
  month: string;

  @Column('integer')
  supervisedAtStart: number;

  @Column('integer')
  supervisedNew: number;

  @Column('integer')
  supervisedReleased: number;

  @Column('integer')
  supervisedAtEnd: number;

  @Column('integer')
  resettled: number;

  @Column('integer')
  assessments: number;
}
