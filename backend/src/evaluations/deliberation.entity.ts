import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/** 合议: what the team settled on one indicator of one county; a later number stands in place of an earlier one. */
@Entity('deliberation')
@Index('ix_deliberation__county', ['countyId', 'roundId'])
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_deliberation__round',
})
@Check('ck_deliberation__members', `jsonb_array_length(members) >= 2`)
@Check('ck_deliberation__one', `final_score is null or value is null`)
@Check('ck_deliberation__number', `number >= 1`)
export class DeliberationEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_deliberation' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_deliberation' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_deliberation' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_deliberation' })
  indicatorId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_deliberation' })
  number: number;

  @Column('date')
  heldOn: string;

  @Column('jsonb')
  members: unknown;

  @Column('text')
  minutesNumber: string;

  @Column('text')
  text: string;

  @Column('numeric', { nullable: true })
  finalScore: string | null;

  @Column('jsonb', { nullable: true })
  value: unknown;

  @Column('text')
  reason: string;

  @Column('text')
  recordedBy: string;

  @Column('timestamptz')
  recordedAt: Date;
}
