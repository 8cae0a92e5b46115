import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/** The mark that one evaluator gave one county on one indicator. */
@Entity('evaluator_mark')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_evaluator_mark__round',
})
export class EvaluatorMarkEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluator_mark' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluator_mark' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluator_mark' })
  countyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluator_mark' })
  indicatorId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_evaluator_mark' })
  evaluator: string;

  @Column('numeric', { precision: 6, scale: 2 })
  marks: string;

  @Column('date')
  submittedOn: string;
}
