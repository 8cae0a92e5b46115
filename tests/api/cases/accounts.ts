import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import type { TestRequest } from '../../support/server';
import { type Build, type EndpointCase, get, type ProblemCase, UNKNOWN_ID } from '../requests';
import {
  checker,
  CHECKER_COOKIE,
  clerk,
  CLERK,
  clerkOfChecker,
  clerkWithoutPhone,
  closedClerk,
  lockedChecker,
  waitingClerk,
} from './given-clerk';
import { wrongBodiesOf } from './wrong-requests';

const URL = '/api/administration/accounts';
const SYSTEM = 'system-admin';
const SECURITY = 'security-admin';
const REASON = '岗位调整';

type Method = NonNullable<TestRequest['method']>;

const ask =
  (method: Method, url: string, body: object, as = SYSTEM): Build =>
  () => ({ method, url, as, body });
const act = (measure: string, body: object = { reason: REASON }, as = SYSTEM, account = CLERK): Build =>
  ask('POST', `${URL}/${account}/${measure}`, body, as);

const unknown = (request: Build): ProblemCase => ({ why: 'nobody has that account', request });
const noId = (url: string, as = SYSTEM): ProblemCase => ({
  why: 'the id is none',
  request: get(url, as),
  pointers: ['/account'],
});

let made = 0;
const newcomer = (more: object = {}): object => {
  made += 1;
  return {
    username: `case-newcomer-${made}`,
    name: '王新来',
    roles: ['countyOfficer'],
    place: 'hongta',
    ...more,
  };
};
const create =
  (more: object = {}): Build =>
  () => ({ method: 'POST', url: URL, as: SYSTEM, body: newcomer(more) });

const CHANGE = {
  version: 1,
  name: '张建军',
  roles: ['countyOfficer'],
  place: 'hongta',
  openIdSubject: null,
  reason: REASON,
};
const change = (more: object = {}, account = CLERK): Build =>
  ask('PUT', `${URL}/${account}`, { ...CHANGE, ...more });

const DISABLE = { version: 1, reason: REASON };
const handOver =
  (more: object = {}, account = CLERK): Build =>
  () => {
    made += 1;
    const successor = { username: `case-successor-${made}`, name: '李接替', ...more };
    return {
      method: 'POST',
      url: `${URL}/${account}/hand-over`,
      as: SYSTEM,
      body: { ...DISABLE, successor },
    };
  };

const measure = (
  name: string,
  pointers: readonly string[] = ['/reason'],
  as = SYSTEM,
): ReturnType<typeof wrongBodiesOf> =>
  wrongBodiesOf({ method: 'POST', url: `${URL}/${CLERK}/${name}`, as }, pointers);

const approveAsChecker =
  (code?: string): Build =>
  () => ({
    method: 'POST',
    url: `${URL}/${CLERK}/approval`,
    headers: CHECKER_COOKIE,
    body: { version: 1, ...(code ? { code } : {}) },
  });

export const ACCOUNTS_CASES = {
  listAccounts: {
    happy: get(URL, SYSTEM),
    problems: {
      'invalid-request': [
        { why: 'the page is none', request: get(`${URL}?page=0`, SYSTEM), pointers: ['/page'] },
        { why: 'a filter is misspelt', request: get(`${URL}?rolle=finance`, SYSTEM), pointers: ['/rolle'] },
      ],
    },
  },
  readAdministeredAccount: {
    happy: get(`${URL}/${CLERK}`, SYSTEM),
    arrange: clerk,
    problems: {
      'invalid-request': [noId(`${URL}/clerk`)],
      'not-found': [unknown(get(`${URL}/${UNKNOWN_ID}`, SYSTEM))],
    },
  },
  createAccount: {
    happy: create(),
    problems: {
      ...wrongBodiesOf({ method: 'POST', url: URL, as: SYSTEM }, ['/username', '/name', '/roles', '/place']),
      conflict: [
        { why: 'the user name is taken', request: create({ username: 'leader' }), pointers: ['/username'] },
      ],
      refused: [
        {
          why: 'the role does not fit the place',
          request: create({ place: '530400' }),
          pointers: ['/roles/0'],
        },
        { why: 'the telephone number is none', request: create({ phone: '12345' }), pointers: ['/phone'] },
      ],
    },
  },
  changeAccount: {
    happy: change(),
    arrange: clerk,
    problems: {
      ...wrongBodiesOf({ method: 'PUT', url: `${URL}/${CLERK}`, as: SYSTEM }, [
        '/version',
        '/name',
        '/roles',
        '/place',
        '/openIdSubject',
        '/reason',
      ]),
      'not-found': [unknown(change({}, UNKNOWN_ID))],
      conflict: [{ why: 'somebody changed it meanwhile', request: change({ version: 7 }), arrange: clerk }],
      refused: [
        {
          why: 'the place is none',
          request: change({ place: 'kunming' }),
          arrange: clerk,
          pointers: ['/place'],
        },
        { why: 'the account is closed', request: change(), arrange: closedClerk },
      ],
    },
  },
  disableAccount: {
    happy: act('disabling', DISABLE),
    arrange: clerk,
    problems: {
      ...measure('disabling', ['/version', '/reason']),
      'not-found': [unknown(act('disabling', DISABLE, SYSTEM, UNKNOWN_ID))],
      conflict: [
        {
          why: 'somebody changed it meanwhile',
          request: act('disabling', { ...DISABLE, version: 7 }),
          arrange: clerk,
        },
      ],
      refused: [{ why: 'it is closed already', request: act('disabling', DISABLE), arrange: closedClerk }],
    },
  },
  resetPassword: {
    happy: act('password-reset'),
    arrange: clerk,
    problems: {
      ...measure('password-reset'),
      'not-found': [unknown(act('password-reset', undefined, SYSTEM, UNKNOWN_ID))],
      refused: [{ why: 'the account is closed', request: act('password-reset'), arrange: closedClerk }],
    },
  },
  resetSecondFactor: {
    happy: act('second-factor-reset'),
    arrange: clerk,
    problems: {
      ...measure('second-factor-reset'),
      'not-found': [unknown(act('second-factor-reset', undefined, SYSTEM, UNKNOWN_ID))],
      refused: [{ why: 'the account is closed', request: act('second-factor-reset'), arrange: closedClerk }],
    },
  },
  unlockAccount: {
    happy: act('unlocking'),
    arrange: clerk,
    problems: {
      ...measure('unlocking'),
      'not-found': [unknown(act('unlocking', undefined, SYSTEM, UNKNOWN_ID))],
    },
  },
  disclosePhone: {
    happy: act('phone-disclosure'),
    arrange: clerk,
    problems: {
      ...measure('phone-disclosure'),
      'not-found': [
        unknown(act('phone-disclosure', undefined, SYSTEM, UNKNOWN_ID)),
        { why: 'there is no number', request: act('phone-disclosure'), arrange: clerkWithoutPhone },
      ],
    },
  },
  readPending: {
    happy: get(`${URL}/${CLERK}/pending`, SYSTEM),
    arrange: clerk,
    problems: {
      'invalid-request': [noId(`${URL}/clerk/pending`)],
      'not-found': [unknown(get(`${URL}/${UNKNOWN_ID}/pending`, SYSTEM))],
    },
  },
  handOverAccount: {
    happy: handOver(),
    arrange: clerk,
    problems: {
      ...measure('hand-over', ['/version', '/successor', '/reason']),
      'not-found': [unknown(handOver({}, UNKNOWN_ID))],
      conflict: [
        {
          why: 'the user name is taken',
          request: handOver({ username: 'leader' }),
          arrange: clerk,
          pointers: ['/successor/username'],
        },
      ],
      refused: [{ why: 'the account is closed', request: handOver(), arrange: closedClerk }],
    },
  },
  approveAccount: {
    happy: act('approval', { version: 1 }, SECURITY),
    arrange: waitingClerk,
    problems: {
      ...measure('approval', ['/version'], SECURITY),
      'not-found': [unknown(act('approval', { version: 1 }, SECURITY, UNKNOWN_ID))],
      'second-factor-required': [
        { why: 'it was given long ago', request: approveAsChecker(), arrange: checker },
      ],
      'too-many-requests': [
        {
          why: 'too many wrong codes came before it',
          request: approveAsChecker('123456'),
          arrange: lockedChecker,
        },
      ],
      conflict: [
        { why: 'it does not wait', request: act('approval', { version: 1 }, SECURITY), arrange: clerk },
      ],
      refused: [
        {
          why: 'who asks has entered it',
          request: act('approval', { version: 1 }, SECURITY),
          arrange: clerkOfChecker,
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
