import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { inventedCard, inventedIdentityNumber } from '../../support/invented-numbers';
import { type Build, type EndpointCase, get, type ProblemCase, UNKNOWN_ID, wrongQueries } from '../requests';
import {
  assistant,
  ASSISTANT,
  assistantElsewhere,
  ELSEWHERE,
  ENTERED,
  erasedAssistant,
} from './given-assistant';
import { wrongBodiesOf } from './wrong-requests';

const URL = '/api/roster';
const CLERK = 'county-hongta';
const REASON = '合同期满';

const DETAILS = {
  name: '王协勤',
  employment: 'laborContract',
  office: null,
  contractFrom: '2025-01-01',
  contractUntil: null,
  insuredSince: '2025-01-01',
};

const enter =
  (more: object = {}): Build =>
  () => ({
    method: 'POST',
    url: URL,
    as: CLERK,
    body: {
      ...DETAILS,
      county: 'hongta',
      identityNumber: inventedIdentityNumber(),
      bankCard: inventedCard(),
      onPostFrom: '2025-01-01',
      ...more,
    },
  });

const IF_MATCH = { 'if-match': '"1"' };
const change =
  (
    more: object = {},
    { id = ASSISTANT, headers = IF_MATCH }: { id?: string; headers?: object } = {},
  ): Build =>
  () => ({
    method: 'PUT',
    url: `${URL}/${id}`,
    as: CLERK,
    headers: { ...headers },
    body: {
      ...DETAILS,
      periods: [{ from: '2025-01-01', until: null, reason: null }],
      reason: REASON,
      ...more,
    },
  });
const act =
  (
    name: string,
    body: object,
    { id = ASSISTANT, headers = IF_MATCH }: { id?: string; headers?: object } = {},
  ): Build =>
  () => ({ method: 'POST', url: `${URL}/${id}/${name}`, as: CLERK, headers: { ...headers }, body });
const LEAVE = { lastDay: '2026-02-28', reason: REASON };

const unknown = (request: Build): ProblemCase => ({ why: 'nobody has that id', request });
const noVersion = (request: Build): ProblemCase => ({
  why: 'no version is named',
  request,
  arrange: assistant,
  pointers: ['/headers/if-match'],
});
const outdated = (request: Build): ProblemCase => ({
  why: 'somebody changed the person meanwhile',
  request,
  arrange: assistant,
});

/** Sent with a version, so that the body is what is wrong. */
function wrongBodiesWithVersion(
  method: 'PUT' | 'POST',
  url: string,
  pointers: readonly string[],
): ReturnType<typeof wrongBodiesOf> {
  const versioned = (cases: readonly ProblemCase[]): ProblemCase[] =>
    cases.map((one) => ({
      ...one,
      request: (given) => {
        const request = one.request(given);
        return { ...request, headers: { ...request.headers, ...IF_MATCH } };
      },
    }));
  const wrong = wrongBodiesOf({ method, url, as: CLERK }, pointers);
  return {
    'invalid-request': versioned(wrong['invalid-request']),
    'too-large': versioned(wrong['too-large']),
    'unsupported-media-type': versioned(wrong['unsupported-media-type']),
  };
}

const CHANGE_BODIES = wrongBodiesWithVersion('PUT', `${URL}/${ASSISTANT}`, [
  '/name',
  '/employment',
  '/office',
  '/contractFrom',
  '/contractUntil',
  '/insuredSince',
  '/periods',
  '/reason',
]);
const LEAVE_BODIES = wrongBodiesWithVersion('POST', `${URL}/${ASSISTANT}/off-post`, ['/lastDay', '/reason']);

export const ROSTER_CASES = {
  readRoster: {
    happy: get(`${URL}?county=hongta`, 'officer-1'),
    problems: {
      'invalid-request': [
        { why: 'the county is not said', request: get(URL, 'officer-1'), pointers: ['/county'] },
        {
          why: 'the day is none',
          request: get(`${URL}?county=hongta&on=2025-02-29`, 'officer-1'),
          pointers: ['/on'],
        },
      ],
      'not-found': [
        { why: 'there is no such county', request: get(`${URL}?county=kunming`, 'officer-1') },
        { why: 'the county is foreign', request: get(`${URL}?county=jiangchuan`, CLERK) },
      ],
    },
  },
  readRosterMonths: {
    happy: get(`${URL}/months?program=assistants&year=2025`),
    problems: {
      'invalid-request': [
        ...wrongQueries(`${URL}/months`),
        {
          why: 'there is no such rule',
          request: get(`${URL}/months?program=assistants&year=2025&rule=firstDay`),
          pointers: ['/rule'],
        },
      ],
    },
  },
  enterAssistant: {
    happy: enter(),
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: URL, as: CLERK }, [
        '/county',
        '/name',
        '/employment',
        '/office',
        '/contractFrom',
        '/contractUntil',
        '/insuredSince',
        '/identityNumber',
        '/bankCard',
        '/onPostFrom',
      ]),
      'not-found': [{ why: 'the county is foreign', request: enter({ county: 'jiangchuan' }) }],
      conflict: [
        {
          why: 'the county has this person already',
          request: enter({ identityNumber: ENTERED }),
          arrange: assistant,
          pointers: ['/identityNumber'],
        },
      ],
      refused: [
        {
          why: 'check character and check digit are wrong, the contract ends before it begins, the office is of another county and the day is to come',
          request: enter({
            identityNumber: '530402199003071235',
            bankCard: '4111111111111112',
            office: 'jiangchuan',
            contractUntil: '2024-12-31',
            onPostFrom: '2099-01-01',
          }),
          pointers: ['/identityNumber', '/bankCard', '/contractUntil', '/office', '/onPostFrom'],
        },
        {
          why: 'the person is on post in another county',
          request: enter({ identityNumber: ELSEWHERE }),
          arrange: assistantElsewhere,
          pointers: ['/identityNumber'],
        },
      ],
    },
  },
  changeAssistant: {
    happy: change(),
    arrange: assistant,
    problems: {
      ...CHANGE_BODIES,
      'invalid-request': [...CHANGE_BODIES['invalid-request'], noVersion(change({}, { headers: {} }))],
      'not-found': [unknown(change({}, { id: UNKNOWN_ID }))],
      conflict: [outdated(change({}, { headers: { 'if-match': '"7"' } }))],
      refused: [
        {
          why: 'two periods overlap',
          request: change({
            periods: [
              { from: '2025-01-01', until: '2025-06-30', reason: REASON },
              { from: '2025-06-30', until: null, reason: null },
            ],
          }),
          arrange: assistant,
          pointers: ['/periods/1/from'],
        },
        { why: 'name and numbers have been erased', request: change(), arrange: erasedAssistant },
      ],
    },
  },
  takeOffPost: {
    happy: act('off-post', LEAVE),
    arrange: assistant,
    problems: {
      ...LEAVE_BODIES,
      'invalid-request': [
        ...LEAVE_BODIES['invalid-request'],
        noVersion(act('off-post', LEAVE, { headers: {} })),
      ],
      'not-found': [unknown(act('off-post', LEAVE, { id: UNKNOWN_ID }))],
      conflict: [outdated(act('off-post', LEAVE, { headers: { 'if-match': '"7"' } }))],
      refused: [
        {
          why: 'the day lies before the period',
          request: act('off-post', { ...LEAVE, lastDay: '2024-12-31' }),
          arrange: assistant,
          pointers: ['/lastDay'],
        },
        {
          why: 'the day has not come',
          request: act('off-post', { ...LEAVE, lastDay: '2026-03-21' }),
          arrange: assistant,
          pointers: ['/lastDay'],
        },
      ],
    },
  },
  discloseAssistant: {
    happy: act('disclosure', { reason: '核对工资代发名单' }),
    arrange: assistant,
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: `${URL}/${ASSISTANT}/disclosure`, as: CLERK }, ['/reason']),
      'not-found': [
        unknown(act('disclosure', { reason: REASON }, { id: UNKNOWN_ID })),
        {
          why: 'the numbers have been erased',
          request: act('disclosure', { reason: REASON }),
          arrange: erasedAssistant,
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
