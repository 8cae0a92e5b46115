import { Injectable } from '@nestjs/common';
import type { IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { EntityManager } from 'typeorm';
import type { FieldworkKey } from './fieldwork-round';
import { SurveyTokenEntity } from './survey-token.entity';
import { SurveyEntity } from './survey.entity';

/** How often a choice was made of a question. */
export interface ChoiceRow {
  readonly surveyId: string;
  readonly question: string;
  readonly choice: number;
  readonly count: number;
}

/** What the link of a survey opens. */
export interface OpenSurveyRow {
  readonly county: string;
  readonly title: string;
  readonly audience: string;
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  readonly closesOn: IsoDate;
}

@Injectable()
export class SurveysRepository {
  ofCounty(tx: EntityManager, key: FieldworkKey): Promise<SurveyEntity[]> {
    return tx.find(SurveyEntity, { where: { ...key }, order: { closesOn: 'ASC', surveyId: 'ASC' } });
  }

  /** Locked until the transaction ends. */
  find(tx: EntityManager, key: FieldworkKey, surveyId: string): Promise<SurveyEntity | null> {
    return tx.findOne(SurveyEntity, { where: { ...key, surveyId }, lock: { mode: 'pessimistic_write' } });
  }

  async add(tx: EntityManager, survey: SurveyEntity): Promise<void> {
    await tx.insert(SurveyEntity, survey as never);
  }

  /** Adds links by the hashes of their tokens. */
  async issue(tx: EntityManager, survey: SurveyEntity, hashes: readonly string[]): Promise<SurveyEntity> {
    const { cityId, roundId, countyId, surveyId } = survey;
    const key = { cityId, roundId, countyId, surveyId };
    await tx.insert(
      SurveyTokenEntity,
      hashes.map((tokenSha256) => ({ ...key, tokenSha256 })),
    );
    const issued = survey.issued + hashes.length;
    await tx.update(SurveyEntity, key, { issued });
    return { ...survey, issued };
  }

  /** Of every survey of the county, counted over its answers; never one answer by itself. */
  async choices(tx: EntityManager, { roundId, countyId }: FieldworkKey): Promise<ChoiceRow[]> {
    return tx.query(
      `select a.survey_id as "surveyId", c.key as question, c.value::int as choice, count(*)::int as count
       from survey_answer a cross join lateral jsonb_each_text(a.choices) c
       where a.round_id = $1 and a.county_id = $2 group by 1, 2, 3`,
      [roundId, countyId],
    );
  }

  async open(tx: EntityManager, tokenSha256: string, today: IsoDate): Promise<OpenSurveyRow | null> {
    const rows: OpenSurveyRow[] = await tx.query(
      `select county_id as county, title, audience, questions, closes_on::text as "closesOn" from survey_of_token($1, $2)`,
      [tokenSha256, today],
    );
    return rows[0] ?? null;
  }

  /** Uses the link up and keeps the answer; false where somebody was faster, or the link is none. */
  async answer(
    tx: EntityManager,
    tokenSha256: string,
    { id, today, choices }: { readonly id: string; readonly today: IsoDate; readonly choices: object },
  ): Promise<boolean> {
    const [{ taken }] = await tx.query<[{ taken: boolean }]>(
      'select answer_survey($1, $2, $3, $4) as taken',
      [tokenSha256, id, today, choices],
    );
    return taken;
  }
}
