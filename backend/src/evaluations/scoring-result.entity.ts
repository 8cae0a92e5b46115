import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ScoringRunEntity } from './scoring-run.entity';

/** The score of one county in a run, with its inputs and explanation; append-only. */
@Entity('scoring_result')
@ForeignKey(() => ScoringRunEntity, ['cityId', 'runId'], ['cityId', 'runId'], {
  name: 'fk_scoring_result__run',
})
export class ScoringResultEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_scoring_result' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_scoring_result' })
  runId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_scoring_result' })
  countyId: string;

  @Column('jsonb')
  inputs: unknown;

  @Column('jsonb')
  answer: unknown;

  /** By packExplanation. */
  @Column('bytea')
  explanation: Buffer;
}
