import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/** One stored computation of scores; append-only. */
@Entity('scoring_run')
@Unique('uq_scoring_run__inputs', ['cityId', 'roundId', 'engineVersion', 'inputsSha256'])
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_scoring_run__round',
})
export class ScoringRunEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_scoring_run' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_scoring_run' })
  runId: string;

  @Column('uuid')
  roundId: string;

  @Column('text')
  engineVersion: string;

  @Column('jsonb')
  method: unknown;

  @Column('text')
  inputsSha256: string;

  @Column('date')
  asOf: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('text', { nullable: true })
  createdBy: string | null;
}
