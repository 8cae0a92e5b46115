import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

const KEY = { primaryKeyConstraintName: 'pk_goal_event' };

/** What happened to a table of goals, by whom and why; never changed. */
@Entity('goal_event')
@Check('ck_goal_event__act', `act in ('save', 'submit', 'return', 'review', 'agree', 'issue', 'adjust')`)
export class GoalEventEntity {
  @PrimaryColumn('text', KEY)
  cityId: string;

  @PrimaryColumn('text', KEY)
  countyId: string;

  @PrimaryColumn('text', KEY)
  programId: string;

  @PrimaryColumn('integer', KEY)
  year: number;

  @PrimaryColumn('uuid', KEY)
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
