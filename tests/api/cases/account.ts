import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { TestRequest } from '../../support/server';
import {
  type Build,
  type EndpointCase,
  get,
  malformed,
  post,
  type ProblemCase,
  UNKNOWN_ID,
  unknownQuery,
  wrongBodies,
} from '../requests';
import {
  begun,
  code,
  enrolled,
  locked,
  NEW_PASSWORD,
  OTHER_SESSION,
  otherSession,
  OWN,
  PASSWORD,
  person,
  token,
  TOKEN,
  WRONG_CODE,
} from './own-person';

type Method = NonNullable<TestRequest['method']>;

const ask =
  (method: Method, url: string, body?: () => unknown): Build =>
  () => ({ method, url, as: OWN, ...(body ? { body: body() } : {}) });

/** What any body of an endpoint can be wrong in, sent by its method. */
const wrongBodiesOf = (
  method: Method,
  url: string,
  pointers: readonly string[],
): EndpointCase['problems'] => {
  const by = (one: ProblemCase): ProblemCase => ({
    ...one,
    request: (given) => ({ ...one.request(given), method }),
  });
  const { 'too-large': tooLarge = [], 'unsupported-media-type': types = [] } = wrongBodies(url, 'leader');
  return {
    'invalid-request': [
      {
        why: 'nothing is given',
        request: by({ why: '', request: post(url, {}, 'leader') }).request,
        pointers,
      },
      by(malformed(url, 'leader')),
    ],
    'too-large': tooLarge.map(by),
    'unsupported-media-type': types.map(by),
  };
};

const PASSWORD_URL = '/api/account/password';
const PHONE_URL = '/api/account/phone';
const FACTOR_URL = '/api/account/second-factor';
const TOKENS_URL = '/api/account/tokens';
const tomorrow = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const newToken = (more: Readonly<Record<string, unknown>> = {}) => ({
  name: '大屏',
  scopes: ['overview:read'],
  lastDay: tomorrow(),
  password: PASSWORD,
  ...more,
});

/** Password and code once more, for renewing recovery codes and for giving the second factor up. */
const confirmedByBoth = (url: string): EndpointCase => ({
  happy: ask('POST', url, () => ({ password: PASSWORD, code: code() })),
  arrange: enrolled,
  problems: {
    ...wrongBodiesOf('POST', url, ['/password', '/code']),
    'wrong-credentials': [
      {
        why: 'the password is wrong',
        request: ask('POST', url, () => ({ password: 'wrong', code: code() })),
        arrange: enrolled,
      },
    ],
    'second-factor-required': [
      {
        why: 'the code is wrong',
        request: ask('POST', url, () => ({ password: PASSWORD, code: WRONG_CODE })),
        arrange: enrolled,
      },
    ],
    conflict: [
      {
        why: 'none is enrolled',
        request: ask('POST', url, () => ({ password: PASSWORD, code: WRONG_CODE })),
        arrange: person,
      },
    ],
    'too-many-requests': [
      {
        why: 'the name is locked',
        request: ask('POST', url, () => ({ password: PASSWORD, code: code() })),
        arrange: locked(enrolled),
      },
    ],
  },
});

export const ACCOUNT_CASES = {
  readAccount: {
    happy: get('/api/account'),
    problems: { 'invalid-request': [unknownQuery('/api/account')] },
  },
  changePassword: {
    happy: ask('PUT', PASSWORD_URL, () => ({ current: PASSWORD, password: NEW_PASSWORD })),
    arrange: person,
    problems: {
      ...wrongBodiesOf('PUT', PASSWORD_URL, ['/current', '/password']),
      'wrong-credentials': [
        {
          why: 'the current password is wrong',
          request: ask('PUT', PASSWORD_URL, () => ({ current: 'wrong', password: NEW_PASSWORD })),
          arrange: person,
        },
      ],
      refused: [
        {
          why: 'the new password is weak',
          request: ask('PUT', PASSWORD_URL, () => ({ current: PASSWORD, password: 'aaaa' })),
          arrange: person,
          pointers: ['/password', '/password', '/password'],
        },
        {
          why: 'the account is shared by the demonstration',
          request: () => ({
            method: 'PUT',
            url: PASSWORD_URL,
            as: 'leader',
            body: { current: PASSWORD, password: NEW_PASSWORD },
          }),
        },
      ],
      'too-many-requests': [
        {
          why: 'the name is locked',
          request: ask('PUT', PASSWORD_URL, () => ({ current: PASSWORD, password: NEW_PASSWORD })),
          arrange: locked(person),
        },
      ],
    },
  },
  changePhone: {
    happy: ask('PUT', PHONE_URL, () => ({ phone: '138 1234 1234' })),
    arrange: person,
    problems: {
      ...wrongBodiesOf('PUT', PHONE_URL, ['/phone']),
      refused: [
        {
          why: 'it is no telephone number',
          request: ask('PUT', PHONE_URL, () => ({ phone: '12345' })),
          arrange: person,
          pointers: ['/phone'],
        },
        {
          why: 'the account is shared by the demonstration',
          request: () => ({ method: 'PUT', url: PHONE_URL, as: 'leader', body: { phone: null } }),
        },
      ],
    },
  },
  listSessions: {
    happy: get('/api/account/sessions'),
    problems: { 'invalid-request': [unknownQuery('/api/account/sessions')] },
  },
  endSession: {
    happy: ask('DELETE', `/api/account/sessions/${OTHER_SESSION}`),
    arrange: otherSession,
    problems: {
      'invalid-request': [
        {
          why: 'the id is none',
          request: () => ({ method: 'DELETE', url: '/api/account/sessions/x', as: 'leader' }),
          pointers: ['/session'],
        },
      ],
      'not-found': [
        {
          why: 'there is no such session',
          request: () => ({ method: 'DELETE', url: `/api/account/sessions/${UNKNOWN_ID}`, as: 'leader' }),
        },
        {
          why: 'the session is somebody else’s',
          request: () => ({ method: 'DELETE', url: `/api/account/sessions/${OTHER_SESSION}`, as: 'leader' }),
          arrange: otherSession,
        },
      ],
    },
  },
  endOtherSessions: {
    happy: ask('DELETE', '/api/account/sessions'),
    arrange: otherSession,
    problems: {
      'invalid-request': [
        {
          why: 'it takes no query',
          request: () => ({ method: 'DELETE', url: '/api/account/sessions?all=1', as: 'leader' }),
          pointers: ['/all'],
        },
      ],
    },
  },
  beginSecondFactor: {
    happy: ask('POST', FACTOR_URL, () => ({ password: PASSWORD })),
    arrange: person,
    problems: {
      ...wrongBodiesOf('POST', FACTOR_URL, ['/password']),
      'wrong-credentials': [
        {
          why: 'the password is wrong',
          request: ask('POST', FACTOR_URL, () => ({ password: 'wrong' })),
          arrange: person,
        },
      ],
      conflict: [
        {
          why: 'one is enrolled already',
          request: ask('POST', FACTOR_URL, () => ({ password: PASSWORD })),
          arrange: enrolled,
        },
      ],
      refused: [
        {
          why: 'the account is shared by the demonstration',
          request: post(FACTOR_URL, { password: PASSWORD }, 'leader'),
        },
      ],
      'too-many-requests': [
        {
          why: 'the name is locked',
          request: ask('POST', FACTOR_URL, () => ({ password: PASSWORD })),
          arrange: locked(person),
        },
      ],
    },
  },
  confirmSecondFactor: {
    happy: ask('POST', `${FACTOR_URL}/confirmation`, () => ({ code: code() })),
    arrange: begun,
    problems: {
      ...wrongBodiesOf('POST', `${FACTOR_URL}/confirmation`, ['/code']),
      conflict: [
        {
          why: 'none was begun',
          request: ask('POST', `${FACTOR_URL}/confirmation`, () => ({ code: code() })),
          arrange: person,
        },
      ],
      refused: [
        {
          why: 'the code is not of the new secret',
          request: ask('POST', `${FACTOR_URL}/confirmation`, () => ({ code: WRONG_CODE })),
          arrange: begun,
          pointers: ['/code'],
        },
      ],
    },
  },
  renewRecoveryCodes: confirmedByBoth(`${FACTOR_URL}/recovery-codes`),
  removeSecondFactor: confirmedByBoth(`${FACTOR_URL}/removal`),
  listAccessTokens: {
    happy: get(TOKENS_URL),
    problems: { 'invalid-request': [unknownQuery(TOKENS_URL)] },
  },
  createAccessToken: {
    happy: ask('POST', TOKENS_URL, newToken),
    arrange: person,
    problems: {
      ...wrongBodiesOf('POST', TOKENS_URL, ['/name', '/scopes', '/lastDay', '/password']),
      'wrong-credentials': [
        {
          why: 'the password is wrong',
          request: ask('POST', TOKENS_URL, () => newToken({ password: 'wrong' })),
          arrange: person,
        },
      ],
      'second-factor-required': [
        {
          why: 'one is enrolled and no code is given',
          request: ask('POST', TOKENS_URL, newToken),
          arrange: enrolled,
        },
        {
          why: 'the code is wrong',
          request: ask('POST', TOKENS_URL, () => newToken({ code: WRONG_CODE })),
          arrange: enrolled,
        },
      ],
      refused: [
        {
          why: 'the last day is over',
          request: ask('POST', TOKENS_URL, () => newToken({ lastDay: '2026-01-01' })),
          arrange: person,
          pointers: ['/lastDay'],
        },
        {
          why: 'the account itself may not do so much',
          request: post(TOKENS_URL, newToken(), 'system-admin'),
          pointers: ['/scopes/0'],
        },
      ],
      'too-many-requests': [
        { why: 'the name is locked', request: ask('POST', TOKENS_URL, newToken), arrange: locked(person) },
      ],
    },
  },
  revokeAccessToken: {
    happy: ask('DELETE', `${TOKENS_URL}/${TOKEN}`),
    arrange: token,
    problems: {
      'invalid-request': [
        {
          why: 'the id is none',
          request: () => ({ method: 'DELETE', url: `${TOKENS_URL}/x`, as: 'leader' }),
          pointers: ['/token'],
        },
      ],
      'not-found': [
        {
          why: 'there is no such token',
          request: () => ({ method: 'DELETE', url: `${TOKENS_URL}/${UNKNOWN_ID}`, as: 'leader' }),
        },
        {
          why: 'the token is somebody else’s',
          request: () => ({ method: 'DELETE', url: `${TOKENS_URL}/${TOKEN}`, as: 'leader' }),
          arrange: token,
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
