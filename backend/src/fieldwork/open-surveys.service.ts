import { Injectable } from '@nestjs/common';
import type { BodyOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { checkAnswer } from '@yuheng/shared/domain/evaluating/survey-result';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings';
import { NO_SCOPE } from '../database/scope';
import { scoped } from '../database/scoped-transaction';
import { ProblemException } from '../http/problem-exception';
import { PlacesService } from '../regions/places.service';
import { refuseAny } from './refuse-any';
import { tokenHash } from './surveys.service';
import { SurveysRepository } from './surveys.repository';

/** A survey as whoever has a link meets it. Nobody is signed in, and nothing says who answered, when or from where. */
@Injectable()
export class OpenSurveysService {
  constructor(
    private readonly source: DataSource,
    private readonly surveys: SurveysRepository,
    private readonly places: PlacesService,
    private readonly settings: Settings,
  ) {}

  /** @throws ProblemException not-found, alike for a link that is wrong, used, or of a survey that is closed */
  async read(token: string): Promise<ResponseOf<typeof endpoints.readSurvey>> {
    const today = this.settings.clock.today();
    const found = await scoped(this.source, NO_SCOPE, (tx) => this.surveys.open(tx, tokenHash(token), today));
    if (!found) throw new ProblemException('not-found', NO_LINK);
    const { title, audience, questions, closesOn } = found;
    return {
      county: this.places.nameOf(found.county),
      ...{ title, audience, questions: [...questions], closesOn },
      demonstration: this.settings.demonstration,
    };
  }

  /** The link is used up in the transaction that keeps the answer: both are done, or neither. */
  async answer(token: string, { choices }: BodyOf<typeof endpoints.answerSurvey>): Promise<void> {
    const today = this.settings.clock.today();
    const hash = tokenHash(token);
    await scoped(this.source, NO_SCOPE, async (tx) => {
      const found = await this.surveys.open(tx, hash, today);
      if (!found) throw new ProblemException('not-found', NO_LINK);
      refuseAny(
        checkAnswer(
          found.questions.map(({ id }) => id),
          choices,
        ),
      );
      const isTaken = await this.surveys.answer(tx, hash, { id: randomUUID(), today, choices });
      if (!isTaken) throw new ProblemException('not-found', NO_LINK);
    });
  }
}

const NO_LINK = bilingual(
  '该问卷链接无效、已使用，或者问卷已截止；每个链接只能填写一次。',
  'This survey link is wrong, used, or of a survey that is closed; each link is answered once.',
);
