import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SurveyEntity } from './survey.entity';

/** One anonymous answer: what was chosen and the day, nothing else; never changed. */
@Entity('survey_answer')
@ForeignKey(
  () => SurveyEntity,
  ['cityId', 'roundId', 'countyId', 'surveyId'],
  ['cityId', 'roundId', 'countyId', 'surveyId'],
  { name: 'fk_survey_answer__survey' },
)
@Index('ix_survey_answer__county', ['countyId', 'roundId', 'surveyId'])
export class SurveyAnswerEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_survey_answer' })
  cityId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_survey_answer' })
  roundId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_survey_answer' })
  countyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_survey_answer' })
  surveyId: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_survey_answer' })
  answerId: string;

  @Column('date')
  answeredOn: string;

  @Column('jsonb')
  choices: unknown;
}
