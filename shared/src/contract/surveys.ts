import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { evidence } from './evidence';
import { FIELDWORK_BODY, FIELDWORK_PATH, fieldworkParams } from './fieldwork';
import { fieldSurvey, indicator } from './fieldwork-papers';
import { isoDate } from './values';

const line = z.string().trim().min(1).max(100);
const count = z.int().min(0).max(100_000);
const about = { indicator, title: line, audience: line };

/** 43 letters and digits of base64url: 256 bits drawn by the server. */
const token = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, '应为问卷链接中的编码 / must be the code of the survey link');

const openedSurvey = z.object({
  county: z.string(),
  title: z.string(),
  audience: z.string(),
  questions: z.array(z.object({ id: z.string(), text: z.string() })),
  closesOn: z.string(),
  demonstration: z.boolean(),
});
export type OpenedSurvey = z.infer<typeof openedSurvey>;

export const surveyEndpoints = {
  enterSurvey: {
    method: 'POST',
    path: `${FIELDWORK_PATH}/surveys`,
    permission: 'fieldwork:enter',
    summary:
      'Open a satisfaction survey on line (its first question is the overall one), or enter the figures of one on paper with where it is.',
    params: fieldworkParams,
    body: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('online'),
        ...about,
        questions: z.array(z.string().trim().min(1).max(200)).max(15),
        closesOn: isoDate,
      }),
      z.strictObject({
        kind: z.literal('paper'),
        ...about,
        closedOn: isoDate,
        issued: count,
        returned: count,
        valid: count,
        satisfied: count,
        evidence: z.array(evidence).min(1).max(5),
      }),
    ]),
    act: 'fieldwork.enterSurvey',
    idempotent: true,
    status: 201,
    response: fieldSurvey,
    problems: FIELDWORK_BODY,
  },
  issueSurveyLinks: {
    method: 'POST',
    path: `${FIELDWORK_PATH}/surveys/:survey/links`,
    permission: 'fieldwork:enter',
    summary:
      'Make one-time links of a survey, answered this once and stored as hashes only; therefore not repeated under an Idempotency-Key.',
    params: z.strictObject({ ...fieldworkParams.shape, survey: z.uuid() }),
    query: z.strictObject({ count: z.coerce.number().int().min(1).max(200) }),
    act: 'fieldwork.issueLinks',
    status: 201,
    response: z.object({
      survey: fieldSurvey,
      links: z.array(
        z.object({ path: z.string(), /** The whole address as a QR code, SVG. */ qrCode: z.string() }),
      ),
    }),
    problems: ['invalid-request', 'not-found', 'refused'],
  },
  readSurvey: {
    method: 'GET',
    path: '/api/survey/:token',
    permission: 'anyone',
    summary: 'The survey of a one-time link, until it is answered or closed.',
    params: z.strictObject({ token }),
    status: 200,
    response: openedSurvey,
    problems: ['invalid-request', 'not-found'],
  },
  answerSurvey: {
    method: 'POST',
    path: '/api/survey/:token',
    permission: 'anyone',
    summary:
      'Answer a survey once: the answer is kept with its day and nothing else, the link is used up. It leaves no entry in the trail, which would say when and from where.',
    params: z.strictObject({ token }),
    body: z.strictObject({ choices: z.record(z.string().max(20), z.int().min(1).max(5)) }),
    status: 204,
    response: null,
    problems: ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
