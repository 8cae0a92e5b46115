import { ATTEMPTS } from '@yuheng/backend/identity/sign-in-attempts';
import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import {
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
      'too-many-requests': [
        {
          why: 'too many wrong passwords came before it',
          request: signIn(GUESSED),
          arrange: async (given) => {
            await Promise.all(
              Array.from({ length: ATTEMPTS }, () => given.server.request(signIn(GUESSED)(given))),
            );
          },
        },
      ],
      ...wrongBodies('/api/session'),
    },
  },
  readSession: { happy: get('/api/session'), problems: {} },
  signOut: { happy: () => ({ method: 'DELETE', url: '/api/session' }), problems: {} },
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
