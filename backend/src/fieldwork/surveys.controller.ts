import { Controller, Req } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FastifyRequest } from 'fastify';
import type { Act } from '../audit/act';
import { Settings } from '../config/settings';
import { Account, Acting, Address, Body, Params, Route } from '../http/route';
import type { SignedIn } from '../identity/signed-in';
import { OpenSurveysService } from './open-surveys.service';
import { SurveysService } from './surveys.service';

type AskedLinks = ParamsOf<typeof endpoints.issueSurveyLinks> & QueryOf<typeof endpoints.issueSurveyLinks>;

@Controller()
export class SurveysController {
  constructor(
    private readonly surveys: SurveysService,
    private readonly open: OpenSurveysService,
    private readonly settings: Settings,
  ) {}

  @Route(endpoints.enterSurvey)
  enter(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Params(endpoints.enterSurvey) params: ParamsOf<typeof endpoints.enterSurvey>,
    @Body(endpoints.enterSurvey) body: BodyOf<typeof endpoints.enterSurvey>,
  ): Promise<ResponseOf<typeof endpoints.enterSurvey>> {
    return this.surveys.enter(act, account, params, body);
  }

  @Route(endpoints.issueSurveyLinks)
  issue(
    @Acting() act: Act,
    @Account() account: SignedIn,
    @Address(endpoints.issueSurveyLinks) asked: AskedLinks,
    @Req() request: FastifyRequest,
  ): Promise<ResponseOf<typeof endpoints.issueSurveyLinks>> {
    const { publicUrl, secureCookie } = this.settings.environment;
    const origin = publicUrl ?? `${secureCookie ? 'https' : 'http'}://${request.host}`;
    return this.surveys.issueLinks(act, account, asked, origin);
  }

  @Route(endpoints.readSurvey)
  read(
    @Params(endpoints.readSurvey) { token }: ParamsOf<typeof endpoints.readSurvey>,
  ): Promise<ResponseOf<typeof endpoints.readSurvey>> {
    return this.open.read(token);
  }

  @Route(endpoints.answerSurvey)
  answer(
    @Params(endpoints.answerSurvey) { token }: ParamsOf<typeof endpoints.answerSurvey>,
    @Body(endpoints.answerSurvey) body: BodyOf<typeof endpoints.answerSurvey>,
  ): Promise<ResponseOf<typeof endpoints.answerSurvey>> {
    return this.open.answer(token, body);
  }
}
