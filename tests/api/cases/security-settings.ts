import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { DEFAULT_SECURITY_SETTINGS } from '@yuheng/shared/contract/security-settings';
import { type Build, type EndpointCase, get, unknownQuery } from '../requests';
import { administrator, ADMINISTRATOR } from './given-administrator';
import { checker, CHECKER_COOKIE, lockedChecker } from './given-clerk';
import { wrongBodiesOf } from './wrong-requests';

const URL = '/api/administration/security-settings';
const SYSTEM = 'system-admin';

/** Sent as they stand, so that one request leaves the version to the next. */
const body = (changes: object = {}, version = 1): object => ({
  version,
  settings: { ...DEFAULT_SECURITY_SETTINGS, ...changes },
  reason: '年度检查',
});
const change =
  (changes: object = {}, version = 1): Build =>
  () => ({ method: 'PUT', url: URL, as: ADMINISTRATOR, body: body(changes, version) });

const { 'invalid-request': wrong, ...bodies } = wrongBodiesOf({ method: 'PUT', url: URL, as: SYSTEM }, [
  '/version',
  '/settings',
  '/reason',
]);

export const SECURITY_SETTING_CASES = {
  readSecuritySettings: {
    happy: get(URL, SYSTEM),
    problems: { 'invalid-request': [unknownQuery(URL, SYSTEM)] },
  },
  changeSecuritySettings: {
    happy: change(),
    arrange: administrator,
    problems: {
      'invalid-request': [
        ...wrong,
        {
          why: 'a setting leaves its bounds and another is unknown',
          request: change({ passwordLength: 7, passwordLenght: 12 }),
          arrange: administrator,
          pointers: ['/settings/passwordLength', '/settings/passwordLenght'],
        },
      ],
      ...bodies,
      'second-factor-required': [
        {
          why: 'it was given long ago',
          request: () => ({ method: 'PUT', url: URL, headers: CHECKER_COOKIE, body: body() }),
          arrange: checker,
        },
      ],
      'too-many-requests': [
        {
          why: 'too many wrong codes came before it',
          request: () => ({
            method: 'PUT',
            url: URL,
            headers: CHECKER_COOKIE,
            body: { ...body(), code: '123456' },
          }),
          arrange: lockedChecker,
        },
      ],
      conflict: [{ why: 'somebody changed them meanwhile', request: change({}, 7), arrange: administrator }],
      refused: [
        {
          why: 'the first lock is longer than the longest',
          request: change({ lockMinutes: 60, lockMaxMinutes: 1 }),
          arrange: administrator,
          pointers: ['/settings/lockMaxMinutes'],
        },
        {
          why: 'all visitors share the account',
          request: () => ({ method: 'PUT', url: URL, as: SYSTEM, body: body() }),
        },
      ],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
