import { Settings } from '@yuheng/backend/config/settings';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import {
  type Build,
  type EndpointCase,
  arrangeLink,
  FIRST,
  get,
  GUESSED,
  malformed,
  post,
  signIn,
  WRONG,
  wrongBodies,
} from '../requests';
import { code, enrolled, locked, OWN, PASSWORD, person, WRONG_CODE } from './own-person';

const CONFIRM = '/api/session/second-factor';
const confirm =
  (given: () => string): Build =>
  () => ({ method: 'POST', url: CONFIRM, as: OWN, body: { code: given() } });

/** A provider is configured, and nobody answers there: the browser is led back to the sign-in page. */
const silentProvider: NonNullable<EndpointCase['arrange']> = async ({ server }) => {
  const environment = server.app.get(Settings).environment as { openId: unknown };
  environment.openId = { issuer: 'http://127.0.0.1:1', clientId: 'yuheng', clientSecret: null, name: '' };
  return async () => void (environment.openId = null);
};

export const SESSION_CASES = {
  signIn: {
    happy: signIn({ username: 'leader', password: 'Yuheng-demo-2025' }),
    problems: {
      'invalid-request': [
        { why: 'nothing is given', request: signIn({}), pointers: ['/username', '/password'] },
        { why: 'a key is unknown', request: signIn({ ...WRONG, remember: true }), pointers: ['/remember'] },
        { why: 'the body is null', request: signIn(null), pointers: ['/username', '/password'] },
        { why: 'the body is a list', request: signIn([]), pointers: [''] },
        malformed('/api/session'),
      ],
      'wrong-credentials': [
        { why: 'nobody has that name', request: signIn(WRONG) },
        { why: 'the password is wrong', request: signIn({ ...WRONG, username: 'leader' }) },
      ],
      'second-factor-required': [
        {
          why: 'one is enrolled and no code is given',
          request: signIn({ username: OWN, password: PASSWORD }),
          arrange: enrolled,
        },
        {
          why: 'the code is wrong',
          request: signIn({ username: OWN, password: PASSWORD, code: WRONG_CODE }),
          arrange: enrolled,
        },
      ],
      'too-many-requests': [
        {
          why: 'too many wrong passwords came before it',
          request: signIn(GUESSED),
          arrange: async (given) => {
            for (let i = 0; i < 5; i += 1) await given.server.request(signIn(GUESSED)(given));
          },
        },
      ],
      ...wrongBodies('/api/session'),
    },
  },
  readSession: { happy: get('/api/session'), problems: {} },
  signOut: { happy: () => ({ method: 'DELETE', url: '/api/session' }), problems: {} },
  confirmSession: {
    happy: confirm(() => code()),
    arrange: enrolled,
    problems: {
      'invalid-request': [
        { why: 'nothing is given', request: post(CONFIRM, {}, 'leader'), pointers: ['/code'] },
        malformed(CONFIRM, 'leader'),
      ],
      'second-factor-required': [
        { why: 'the code is wrong', request: confirm(() => WRONG_CODE), arrange: enrolled },
      ],
      conflict: [{ why: 'none is enrolled', request: confirm(() => WRONG_CODE), arrange: person }],
      'too-many-requests': [
        { why: 'the name is locked', request: confirm(() => code()), arrange: locked(enrolled) },
      ],
      ...wrongBodies(CONFIRM, 'leader'),
    },
  },
  readSignInOptions: {
    happy: () => ({ url: '/api/session/options' }),
    problems: {
      'invalid-request': [
        {
          why: 'it takes no query',
          request: () => ({ url: '/api/session/options?all=1' }),
          pointers: ['/all'],
        },
      ],
    },
  },
  beginOpenId: {
    happy: () => ({ url: '/api/session/openid' }),
    arrange: silentProvider,
    problems: {
      'invalid-request': [
        {
          why: 'a key is unknown',
          request: () => ({ url: '/api/session/openid?next=/' }),
          pointers: ['/next'],
        },
      ],
      'not-found': [{ why: 'no provider is configured', request: () => ({ url: '/api/session/openid' }) }],
    },
  },
  finishOpenId: { happy: () => ({ url: '/api/session/openid/callback?code=x&state=y' }), problems: {} },
  makeFirstAdministrator: {
    happy: post('/api/first-administrator', FIRST),
    problems: {
      'invalid-request': [
        {
          why: 'the user name and the password do not do',
          request: post('/api/first-administrator', { ...FIRST, username: 'Admin!', password: 'short' }),
          pointers: ['/username', '/password'],
        },
        malformed('/api/first-administrator'),
      ],
      'not-found': [
        { why: 'the link is wrong', request: post('/api/first-administrator', { ...FIRST, token: 'guess' }) },
      ],
      refused: [
        {
          why: 'the password is common',
          request: post('/api/first-administrator', { ...FIRST, password: 'Password-2026' }),
          arrange: (given) => arrangeLink(given),
          pointers: ['/password'],
        },
      ],
      conflict: [
        {
          why: 'the user name is taken',
          request: post('/api/first-administrator', { ...FIRST, username: 'leader' }),
          arrange: (given) => arrangeLink(given),
        },
      ],
      ...wrongBodies('/api/first-administrator'),
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
