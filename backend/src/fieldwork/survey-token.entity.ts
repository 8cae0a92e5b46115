import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SurveyEntity } from './survey.entity';

/** A link of a survey that nobody has used yet; a used one is removed, so that no answer can be traced to it. */
@Entity('survey_token')
@ForeignKey(
  () => SurveyEntity,
  ['cityId', 'roundId', 'countyId', 'surveyId'],
  ['cityId', 'roundId', 'countyId', 'surveyId'],
  { name: 'fk_survey_token__survey' },
)
@Index('ix_survey_token__county', ['countyId', 'roundId', 'surveyId'])
export class SurveyTokenEntity {
  @Column('text')
  cityId: string;

  @Column('uuid')
  roundId: string;

  @Column('text')
  countyId: string;

  @Column('uuid')
  surveyId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_survey_token' })
  tokenSha256: string;
}
