import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { EvaluationRoundEntity } from '../evaluations/evaluation-round.entity';

/** 满意度调查: on line with one-time links, or figures from paper. */
@Entity('survey')
@ForeignKey(() => EvaluationRoundEntity, ['cityId', 'roundId'], ['cityId', 'roundId'], {
  name: 'fk_survey__round',
})
@Check(
  'ck_survey__kind',
  `(kind = 'online' and returned is null and valid is null and satisfied is null) or (kind = 'paper' and satisfied between 0 and valid and valid <= returned and returned <= issued)`,
)
@Check('ck_survey__issued', `issued >= 0`)
@Index('ix_survey__county', ['countyId', 'roundId'])
export class SurveyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_survey' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_survey' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_survey' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_survey' })
  surveyId: string;

  @Column('text')
  kind: string;

  @Column('text')
  indicatorId: string;

  @Column('text')
  title: string;

  @Column('text')
  audience: string;

  @Column('jsonb')
  questions: unknown;

  @Column('date')
  closesOn: string;

  @Column('integer')
  issued: number;

  @Column('integer', { nullable: true })
  returned: number | null;

  @Column('integer', { nullable: true })
  valid: number | null;

  @Column('integer', { nullable: true })
  satisfied: number | null;

  @Column('jsonb')
  evidence: unknown;

  @Column('text')
  createdBy: string;
}
