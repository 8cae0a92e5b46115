import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What happened to a table of goals, by whom and why; never changed. */
@Entity('goal_event')
@Check('ck_goal_event__act', `act in ('save', 'submit', 'return', 'review', 'agree', 'issue', 'adjust')`)
export class GoalEventEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_goal_event' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_goal_event' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_goal_event' })
  programId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_goal_event' })
  year: number;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_goal_event' })
  eventId: string;

  @Column('integer')
  version: number;

  @Column('text')
  act: string;

  @Column('text')
  byUsername: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  reason: string | null;
}
