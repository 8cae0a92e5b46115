import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { DoubtEntity } from './doubt.entity';

/** What was done about a doubt: never changed, never removed. */
@Entity('doubt_event')
@ForeignKey(
  () => DoubtEntity,
  ['cityId', 'countyId', 'programId', 'month', 'doubtId'],
  ['cityId', 'countyId', 'programId', 'month', 'doubtId'],
  { name: 'fk_doubt_event__doubt' },
)
@Check('ck_doubt_event__act', `act in ('raise', 'explain', 'accept', 'convert')`)
@Check('ck_doubt_event__number', `number >= 1`)
export class DoubtEventEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt_event' })
  cityId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt_event' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt_event' })
  programId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt_event' })
  month: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_doubt_event' })
  doubtId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_doubt_event' })
  number: number;

  @Column('text')
  act: string;

  @Column('text', { nullable: true })
  actedBy: string | null;

  @Column('timestamptz')
  actedAt: Date;

  @Column('text', { nullable: true })
  text: string | null;

  @Column('jsonb')
  evidence: unknown;
}
