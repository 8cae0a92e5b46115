import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { TestRequest } from '../../support/server';
import { type Build, type EndpointCase, type Given, UNKNOWN_ID } from '../requests';
import { ids, DEPARTMENT, survey, link, type Ask, ask, stranger, bodiesOf } from './given-fieldwork';

const PAPER = {
  ...{
    kind: 'paper',
    indicator: 'satisfaction',
    title: '满意度问卷',
    audience: '司法所工作人员',
    closedOn: '2026-03-18',
  },
  ...{ issued: 40, returned: 38, valid: 36, satisfied: 33, evidence: [{ source: '问卷原件，一册' }] },
};
const SURVEY: Ask = { path: () => 'surveys', body: PAPER };
const LINKS: Ask = { path: () => `surveys/${ids.survey}/links?count=2` };
const openSurvey =
  (more: Partial<TestRequest> = {}, token?: string): Build =>
  () => ({
    url: `/api/survey/${token ?? currentToken()}`,
    ...more,
  });
const currentToken = (): string => ids.token;

export const SURVEY_CASES = {
  enterSurvey: {
    happy: ask(SURVEY),
    problems: {
      ...bodiesOf(SURVEY, ['/kind']),
      'not-found': [stranger(SURVEY)],
      refused: [
        {
          why: 'more are valid than were returned, and it ends tomorrow',
          request: ask({ ...SURVEY, body: { ...PAPER, valid: 39, closedOn: '2026-03-21' } }),
          pointers: ['/valid', '/closedOn'],
        },
        {
          why: 'the round is finalised',
          request: ask({ ...SURVEY, round: DEPARTMENT }),
          arrange: inDepartment,
        },
      ],
    },
  },
  issueSurveyLinks: {
    happy: ask(LINKS),
    arrange: survey('online', '2026-04-30'),
    problems: {
      'invalid-request': [
        {
          why: 'it does not say how many',
          request: ask({ path: () => `surveys/${UNKNOWN_ID}/links` }),
          pointers: ['/count'],
        },
      ],
      'not-found': [
        stranger(LINKS),
        {
          why: 'there is none',
          request: ask({ ...LINKS, path: () => `surveys/${UNKNOWN_ID}/links?count=2` }),
        },
      ],
      refused: [
        { why: 'it is on paper', request: ask(LINKS), arrange: survey('paper', '2026-03-18') },
        { why: 'it is closed', request: ask(LINKS), arrange: survey('online', '2026-03-19') },
      ],
    },
  },
  readSurvey: {
    happy: openSurvey(),
    arrange: link,
    problems: {
      'invalid-request': [{ why: 'the code is none', request: openSurvey({}, 'x'), pointers: ['/token'] }],
      'not-found': [{ why: 'nobody gave such a link', request: openSurvey({}, 'B'.repeat(43)) }],
    },
  },
  answerSurvey: {
    happy: openSurvey({ method: 'POST', body: { choices: { overall: 5 } } }),
    arrange: link,
    problems: {
      'invalid-request': [
        {
          why: 'nothing is chosen',
          request: openSurvey({ method: 'POST', body: {} }, 'B'.repeat(43)),
          pointers: ['/choices'],
        },
      ],
      'too-large': [
        {
          why: 'the body is over 256 kB',
          request: openSurvey({ method: 'POST', body: { choices: 'x'.repeat(300_000) } }, 'B'.repeat(43)),
        },
      ],
      'unsupported-media-type': [
        {
          why: 'the body is plain text',
          request: openSurvey(
            { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } },
            'B'.repeat(43),
          ),
        },
      ],
      'not-found': [
        {
          why: 'nobody gave such a link',
          request: openSurvey({ method: 'POST', body: { choices: { overall: 5 } } }, 'B'.repeat(43)),
        },
      ],
      refused: [
        {
          why: 'a question has no answer, and another one is unknown',
          request: openSurvey({ method: 'POST', body: { choices: { q9: 1 } } }),
          arrange: link,
          pointers: ['/choices/overall', '/choices/q9'],
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;

/** Lets the evaluator into the finalised round, as if it had been declared then. */
async function inDepartment({ server }: Given): Promise<() => Promise<void>> {
  const of = `where round_id = '${DEPARTMENT}'`;
  await server.sql(`update round_member set rank = 'lead' ${of}`);
  await server.sql(
    `insert into interest_declaration (city_id, round_id, county_id, account_id, conflict, declared_at)
     select city_id, round_id, 'hongta', account_id, false, now() from round_member ${of} on conflict do nothing`,
  );
  return async () =>
    void (await server.sql(`update round_member set rank = 'member' ${of} and rank = 'lead'
      and account_id <> (select account_id from account where username = 'lead-evaluator')`));
}
