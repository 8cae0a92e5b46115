import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { account } from './session';

/** Why a session reaches only what frees it. */
export const restriction = z.enum(['password-change', 'second-factor-enrolment', 'second-factor']);
export type Restriction = z.infer<typeof restriction>;

const moment = z.iso.datetime();
const password = z.string().min(1).max(200);
/** Six digits of the authenticator, or a recovery code. */
const code = z.string().min(6).max(40);

/** What an access token may be used for; each is a permission that reads. */
export const tokenScope = z.enum(['overview:read']);

const token = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(tokenScope),
  createdAt: moment,
  expiresAt: moment,
  lastUsedAt: moment.nullable(),
});

const BODY = ['invalid-request', 'too-large', 'unsupported-media-type'] as const;

export const accountEndpoints = {
  readAccount: {
    method: 'GET',
    path: '/api/account',
    permission: 'signedIn',
    summary:
      'One’s own account: how it signs in, how long the session lasts, what is due, what was handed over to it.',
    restricted: true,
    status: 200,
    response: z.object({
      ...account.shape,
      demonstration: z.boolean(),
      /** Masked: 138****1234. */
      phone: z.string().nullable(),
      password: z.object({ changedAt: moment, expiresAt: moment.nullable() }),
      passwordRules: z.object({ length: z.int(), classes: z.int(), history: z.int() }),
      secondFactor: z.object({ enrolled: z.boolean(), required: z.boolean(), recoveryCodesLeft: z.int() }),
      restriction: restriction.nullable(),
      session: z.object({ id: z.uuid(), expiresAt: moment, idleMinutes: z.int() }),
      tokenMaxDays: z.int(),
      handOvers: z.array(
        z.object({
          from: z.string(),
          at: moment,
          reason: z.string(),
          pending: z.array(
            z.object({
              kind: z.enum(['inspection', 'finding', 'assignment']),
              program: z.string().optional(),
              county: z.string(),
              name: z.string(),
              month: z.string().optional(),
              item: z.string().optional(),
            }),
          ),
        }),
      ),
    }),
    problems: ['invalid-request'],
  },
  changePassword: {
    method: 'PUT',
    path: '/api/account/password',
    permission: 'signedIn',
    summary: 'Change one’s own password; all other sessions and all access tokens of the account end.',
    body: z.strictObject({ current: password, password }),
    act: 'password.change',
    restricted: true,
    status: 204,
    response: null,
    problems: [...BODY, 'wrong-credentials', 'refused', 'too-many-requests'],
  },
  changePhone: {
    method: 'PUT',
    path: '/api/account/phone',
    permission: 'signedIn',
    summary: 'Set or remove (null) one’s own telephone number; it is stored encrypted and answered masked.',
    body: z.strictObject({ phone: z.string().max(30).nullable() }),
    act: 'account.changePhone',
    status: 200,
    response: z.object({ phone: z.string().nullable() }),
    problems: [...BODY, 'refused'],
  },
  listSessions: {
    method: 'GET',
    path: '/api/account/sessions',
    permission: 'signedIn',
    summary: 'One’s own open sessions, the latest used first.',
    status: 200,
    response: z.object({
      sessions: z.array(
        z.object({
          id: z.uuid(),
          current: z.boolean(),
          createdAt: moment,
          lastUsedAt: moment,
          expiresAt: moment,
          address: z.string(),
          /** As the browser named itself, shortened. */
          userAgent: z.string(),
          method: z.enum(['password', 'openId']),
        }),
      ),
    }),
    problems: ['invalid-request'],
  },
  endSession: {
    method: 'DELETE',
    path: '/api/account/sessions/:session',
    permission: 'signedIn',
    summary: 'End one of one’s own sessions.',
    params: z.strictObject({ session: z.uuid() }),
    act: 'session.end',
    status: 204,
    response: null,
    problems: ['invalid-request', 'not-found'],
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/api/account/sessions',
    permission: 'signedIn',
    summary: 'End all of one’s own sessions but this one.',
    act: 'session.endOthers',
    status: 200,
    response: z.object({ ended: z.int() }),
    problems: ['invalid-request'],
  },
  beginSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor',
    permission: 'signedIn',
    summary: 'Begin to enrol a second factor (TOTP, RFC 6238): the secret, its URI and the URI as a QR code.',
    body: z.strictObject({ password }),
    act: 'secondFactor.begin',
    restricted: true,
    status: 200,
    response: z.object({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
    problems: [...BODY, 'wrong-credentials', 'conflict', 'refused', 'too-many-requests'],
  },
  confirmSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor/confirmation',
    permission: 'signedIn',
    summary: 'Prove the new second factor with its first code; the recovery codes are answered this once.',
    body: z.strictObject({ code }),
    act: 'secondFactor.enrol',
    restricted: true,
    status: 200,
    response: z.object({ recoveryCodes: z.array(z.string()) }),
    problems: [...BODY, 'conflict', 'refused'],
  },
  renewRecoveryCodes: {
    method: 'POST',
    path: '/api/account/second-factor/recovery-codes',
    permission: 'signedIn',
    summary: 'New recovery codes; the old ones work no more.',
    body: z.strictObject({ password, code }),
    act: 'secondFactor.renewRecoveryCodes',
    status: 200,
    response: z.object({ recoveryCodes: z.array(z.string()) }),
    problems: [...BODY, 'wrong-credentials', 'second-factor-required', 'conflict', 'too-many-requests'],
  },
  removeSecondFactor: {
    method: 'POST',
    path: '/api/account/second-factor/removal',
    permission: 'signedIn',
    summary: 'Give the second factor up; where it is required it has to be enrolled anew.',
    body: z.strictObject({ password, code }),
    act: 'secondFactor.remove',
    status: 204,
    response: null,
    problems: [...BODY, 'wrong-credentials', 'second-factor-required', 'conflict', 'too-many-requests'],
  },
  listAccessTokens: {
    method: 'GET',
    path: '/api/account/tokens',
    permission: 'signedIn',
    summary: 'One’s own personal access tokens that still work.',
    status: 200,
    response: z.object({ tokens: z.array(token) }),
    problems: ['invalid-request'],
  },
  createAccessToken: {
    method: 'POST',
    path: '/api/account/tokens',
    permission: 'signedIn',
    summary: 'A token for a program that reads in one’s own name (Authorization: Bearer …); shown this once.',
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      scopes: z.array(tokenScope).min(1),
      /** Last day on which it works. */
      lastDay: z.iso.date(),
      password,
      /** Where a second factor is enrolled. */
      code: code.optional(),
    }),
    act: 'accessToken.create',
    status: 201,
    response: z.object({ token: z.string(), ...token.shape }),
    problems: [...BODY, 'wrong-credentials', 'second-factor-required', 'refused', 'too-many-requests'],
  },
  revokeAccessToken: {
    method: 'DELETE',
    path: '/api/account/tokens/:token',
    permission: 'signedIn',
    summary: 'End one of one’s own access tokens.',
    params: z.strictObject({ token: z.uuid() }),
    act: 'accessToken.revoke',
    status: 204,
    response: null,
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
