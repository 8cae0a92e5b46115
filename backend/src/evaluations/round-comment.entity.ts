import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/** What bureau staff say of one indicator of one county, or ask to have changed, and what the evaluators answer. */
@Entity('round_comment')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_round_comment__round',
})
@Check('ck_round_comment__kind', `kind in ('comment', 'changeRequest')`)
@Check(
  'ck_round_comment__answer',
  `(answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)
    and (kind = 'changeRequest' and answer is not null) = (outcome is not null)`,
)
@Check('ck_round_comment__outcome', `outcome in ('changed', 'kept')`)
export class RoundCommentEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_round_comment' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_round_comment' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_round_comment' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_round_comment' })
  indicatorId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_round_comment' })
  number: number;

  @Column('text')
  kind: string;

  @Column('text')
  comment: string;

  @Column('text')
  by: string;

  @Column('timestamptz')
  at: Date;

  @Column('text', { nullable: true })
  answer: string | null;

  @Column('text', { nullable: true })
  answeredBy: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('text', { nullable: true })
  outcome: string | null;
}
