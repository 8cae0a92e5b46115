import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A task that was begun on a day: however many servers run, one of them does it. */
@Entity('daily_work')
export class DailyWorkEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_daily_work' })
  task: string;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_daily_work' })
  day: string;

  @Column('timestamptz')
  doneAt: Date;
}
