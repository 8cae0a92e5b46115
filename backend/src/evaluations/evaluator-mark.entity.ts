import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from './evaluation-round.entity';

/**
 * What one evaluator submitted on one indicator of one county: a mark, the confirmation of a computed score, or an
 * exception to it.
 */
@Entity('evaluator_mark')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_evaluator_mark__round',
})
@Check('ck_evaluator_mark__kind', `kind in ('mark', 'confirmation', 'exception')`)
@Check(
  'ck_evaluator_mark__exception',
  `(kind = 'exception') = (final_score is not null) and (kind = 'exception') = (reason is not null)`,
)
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

  /** The score in marks, whatever the rule. */
  @Column('numeric')
  marks: string;

  @Column('date')
  submittedOn: string;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('text', { default: 'mark' })
  kind: string;

  /** Where people mark by another rule than `evaluator`: the value that the rule asks for. */
  @Column('jsonb', { nullable: true })
  value: unknown;

  @Column('numeric', { nullable: true })
  finalScore: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  /** 扣分点 · 事实 · 依据 · 佐证页码 */
  @Column('jsonb', { default: [] })
  remarks: unknown;
}
