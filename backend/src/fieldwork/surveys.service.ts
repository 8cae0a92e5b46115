import { Injectable } from '@nestjs/common';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { FieldSurvey } from '@yuheng/shared/contract/fieldwork-papers';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { checkSurveyCounts, OVERALL_QUESTION } from '@yuheng/shared/domain/evaluating/survey-result';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Act } from '../audit/act';
import { AuditTrail } from '../audit/audit-trail';
import { Settings } from '../config/settings';
import { ProblemException } from '../http/problem-exception';
import type { SignedIn } from '../identity/signed-in';
import { qrCodeSvg } from '../identity/second-factor/qr-code';
import { FieldworkAccessService, type OfCounty } from './fieldwork-access.service';
import { unknownIndicator } from './known-indicator';
import { presentSurvey } from './present-fieldwork';
import { refuseAny } from './refuse-any';
import type { SurveyEntity } from './survey.entity';
import { SurveysRepository } from './surveys.repository';

type AskedLinks = ParamsOf<typeof endpoints.issueSurveyLinks> & QueryOf<typeof endpoints.issueSurveyLinks>;
type Body = BodyOf<typeof endpoints.enterSurvey>;
/** Links of one survey, at most. */
const MOST_LINKS = 2000;

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** 满意度调查: on line by one-time links, or the figures of one on paper. */
@Injectable()
export class SurveysService {
  constructor(
    private readonly access: FieldworkAccessService,
    private readonly surveys: SurveysRepository,
    private readonly trail: AuditTrail,
    private readonly settings: Settings,
  ) {}

  async enter(act: Act, account: SignedIn, asked: OfCounty, body: Body): Promise<FieldSurvey> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'fieldwork', id: `${key.roundId}/${key.countyId}` } });
    const today = this.settings.clock.today();
    return this.trail.record(act, scope, async (tx) => {
      const { method } = await this.access.openRound(tx, key.roundId);
      refuseAny([...unknownIndicator(method, body.indicator, '/indicator'), ...wrongFigures(body, today)]);
      const { kind, indicator: indicatorId, title, audience } = body;
      const survey: SurveyEntity = {
        ...{ ...key, surveyId: randomUUID(), kind, indicatorId, title, audience },
        ...(body.kind === 'online' ? opened(body) : counted(body)),
        createdBy: account.username,
      };
      await this.surveys.add(tx, survey);
      act.note({ object: { kind: 'survey', id: survey.surveyId }, after: { title, audience } });
      return presentSurvey(survey, [], today);
    });
  }

  /** @param origin the address of this program as its readers open it, which the QR codes carry */
  async issueLinks(
    act: Act,
    account: SignedIn,
    { survey: surveyId, count, ...asked }: AskedLinks,
    origin: string,
  ): Promise<ResponseOf<typeof endpoints.issueSurveyLinks>> {
    const { key, scope } = await this.access.open(account, asked);
    act.note({ object: { kind: 'survey', id: surveyId } });
    const today = this.settings.clock.today();
    return this.trail.record(act, scope, async (tx) => {
      await this.access.openRound(tx, key.roundId);
      const survey = await this.surveys.find(tx, key, surveyId);
      if (!survey) throw new ProblemException('not-found');
      if (survey.kind === 'paper') throw new ProblemException('refused', ON_PAPER);
      if (survey.closesOn < today) throw new ProblemException('refused', CLOSED);
      if (survey.issued + count > MOST_LINKS) throw new ProblemException('refused', TOO_MANY);
      const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
      const issued = await this.surveys.issue(tx, survey, tokens.map(tokenHash));
      act.note({ after: { links: count } });
      return {
        survey: presentSurvey(issued, await this.surveys.choices(tx, key), today),
        links: tokens.map((token) => ({
          path: `/survey/${token}`,
          qrCode: qrCodeSvg(`${origin}/survey/${token}`),
        })),
      };
    });
  }
}

type Online = Extract<Body, { kind: 'online' }>;
type Paper = Extract<Body, { kind: 'paper' }>;

const NO_COUNTS = { issued: 0, returned: null, valid: null, satisfied: null, evidence: [] };

const opened = ({ questions, closesOn }: Online) => ({
  ...NO_COUNTS,
  closesOn,
  questions: [
    { id: OVERALL_QUESTION, text: '总体上，您是否满意？' },
    ...questions.map((text, index) => ({ id: `q${index + 1}`, text })),
  ],
});

const counted = ({ issued, returned, valid, satisfied, evidence, closedOn }: Paper) => ({
  ...{ issued, returned, valid, satisfied, evidence, closesOn: closedOn },
  questions: [],
});

function wrongFigures(body: Body, today: string): readonly Refusal[] {
  if (body.kind === 'paper') {
    return [...checkSurveyCounts(body), ...(body.closedOn > today ? [NOT_YET_CLOSED] : [])];
  }
  return body.closesOn < today ? [ALREADY_CLOSED] : [];
}

const NOT_YET_CLOSED = refusal(
  '/closedOn',
  '调查结束日期晚于今天，请核对。',
  'The day on which it ended lies after today: check it.',
);
const ALREADY_CLOSED = refusal(
  '/closesOn',
  '截止日期不能早于今天，请修改。',
  'The last day lies before today: change it.',
);
const ON_PAPER = bilingual(
  '纸质问卷的数据已登记，没有答卷链接。',
  'The figures come from paper: such a survey has no links.',
);
const CLOSED = bilingual(
  '问卷已截止，不再生成答卷链接；确需补充的，请另建一份问卷。',
  'The survey is closed: open another one.',
);
const TOO_MANY = bilingual(
  `一份问卷最多生成 ${MOST_LINKS} 个答卷链接；确需更多的，请另建一份问卷。`,
  `A survey has ${MOST_LINKS} links at most: open another one.`,
);
