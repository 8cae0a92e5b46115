import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';
import { ScoringRunEntity } from './scoring-run.entity';

/** The scores that the counties of a round are asked about (征求意见), and until when they may answer. */
@Entity('draft_result')
@Index('ix_draft_result__run', ['runId'])
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_draft_result__round',
})
@ForeignKey(() => ScoringRunEntity, ['cityId', 'runId'], ['cityId', 'runId'], {
  name: 'fk_draft_result__run',
})
@Check('ck_draft_result__number', `number >= 1`)
@Check('ck_draft_result__dates', `reply_by >= opened_on`)
export class DraftResultEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_draft_result' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_draft_result' })
  roundId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_draft_result' })
  number: number;

  @Column('uuid')
  runId: string;

  @Column('date')
  openedOn: string;

  @Column('date')
  replyBy: string;

  @Column('text', { nullable: true })
  documentNumber: string | null;

  @Column('text')
  openedBy: string;

  @Column('timestamptz')
  openedAt: Date;
}
