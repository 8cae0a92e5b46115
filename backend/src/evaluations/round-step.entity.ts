import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';
import { RoundFileEntity } from './round-file.entity';

/** A step of a round as it was registered; append-only, the newest row of a step counts. */
@Entity('round_step')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_round_step__round',
})
@ForeignKey(() => RoundFileEntity, ['cityId', 'roundId', 'fileId'], ['cityId', 'roundId', 'fileId'], {
  name: 'fk_round_step__file',
})
@Check(
  'ck_round_step__step',
  `step in ('commissioned', 'plan', 'notice', 'documentList', 'fieldwork', 'scoring', 'deliberation', 'replies',
    'rulings', 'finalised', 'feedback', 'rectification', 'closure', 'published', 'archived')`,
)
@Check('ck_round_step__passed_over', `not passed_over or note is not null`)
export class RoundStepEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_round_step' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_round_step' })
  roundId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_round_step' })
  number: number;

  @Column('text')
  step: string;

  @Column('date')
  takenOn: string;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @Column('uuid', { nullable: true })
  fileId: string | null;

  @Column('boolean')
  passedOver: boolean;

  @Column('text')
  by: string;

  @Column('timestamptz')
  at: Date;
}
