import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';
import { ScoringRunEntity } from './scoring-run.entity';

/** 定案: append-only; evaluating again adds a number and leaves the earlier ones. */
@Entity('round_finalisation')
@Index('ix_round_finalisation__run', ['runId'])
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_round_finalisation__round',
})
@ForeignKey(() => ScoringRunEntity, ['cityId', 'runId'], ['cityId', 'runId'], {
  name: 'fk_round_finalisation__run',
})
@Check('ck_round_finalisation__number', `number >= 1`)
@Check('ck_round_finalisation__marking_error', `marking_error >= 0`)
export class RoundFinalisationEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_round_finalisation' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_round_finalisation' })
  roundId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_round_finalisation' })
  number: number;

  @Column('uuid')
  runId: string;

  @Column('date')
  finalisedOn: string;

  @Column('text')
  documentNumber: string;

  /** In marks: totals that differ by no more share a rank. Null: finalised before errors were stated. */
  @Column('numeric', { nullable: true })
  markingError: string | null;

  @Column('text')
  finalisedBy: string;

  @Column('timestamptz')
  finalisedAt: Date;
}
