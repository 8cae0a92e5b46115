import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { role } from './roles';

export const account = z.object({
  username: z.string(),
  name: z.string(),
  roles: z.array(role),
  place: z.object({
    id: z.string(),
    kind: z.enum(['nation', 'province', 'city', 'county', 'office']),
    name: z.string(),
  }),
});
export type Account = z.infer<typeof account>;

/** Only a database with demonstration data says these; they are no secret there (演示数据). */
export const demonstration = z.object({
  accounts: z.array(z.object({ username: z.string(), role, place: z.string() })),
  password: z.string(),
});

const session = z.object({ account: account.nullable(), demonstration: demonstration.nullable() });

export const sessionEndpoints = {
  signIn: {
    method: 'POST',
    path: '/api/session',
    permission: 'anyone',
    summary: 'Sign in; the answer sets the session cookie.',
    body: z.strictObject({
      username: z.string().min(1).max(100),
      password: z.string().min(1).max(200),
      code: z.string().max(40).optional(),
    }),
    act: 'session.open',
    restricted: true,
    status: 200,
    response: session,
    problems: [
      'invalid-request',
      'wrong-credentials',
      'second-factor-required',
      'too-large',
      'unsupported-media-type',
      'too-many-requests',
    ],
  },
  readSession: {
    method: 'GET',
    path: '/api/session',
    permission: 'anyone',
    summary: 'Who is signed in; signed out, account is null.',
    status: 200,
    response: session,
    problems: [],
  },
  signOut: {
    method: 'DELETE',
    path: '/api/session',
    permission: 'anyone',
    summary: 'Sign out; ends this session.',
    act: 'session.end',
    status: 204,
    response: null,
    problems: [],
  },
  confirmSession: {
    method: 'POST',
    path: '/api/session/second-factor',
    permission: 'signedIn',
    summary:
      'Give the second factor to a session that was opened without it, or once more before an approval.',
    body: z.strictObject({ code: z.string().min(6).max(40) }),
    act: 'session.confirm',
    restricted: true,
    status: 200,
    response: session,
    problems: [
      'invalid-request',
      'second-factor-required',
      'conflict',
      'too-large',
      'unsupported-media-type',
      'too-many-requests',
    ],
  },
  readSignInOptions: {
    method: 'GET',
    path: '/api/session/options',
    permission: 'anyone',
    summary: 'Ways to sign in beside the password.',
    status: 200,
    response: z.object({ openId: z.object({ name: z.string() }).nullable() }),
    problems: ['invalid-request'],
  },
  beginOpenId: {
    method: 'GET',
    path: '/api/session/openid',
    permission: 'anyone',
    summary: 'Leads the browser to the OpenID provider of the installation.',
    query: z.strictObject({ return: z.string().max(2000).optional() }),
    status: 302,
    response: null,
    problems: ['invalid-request', 'not-found'],
  },
  finishOpenId: {
    method: 'GET',
    path: '/api/session/openid/callback',
    permission: 'anyone',
    summary:
      'Where the OpenID provider leads back to; opens the session and leads to the page that was asked for.',
    act: 'session.open',
    status: 302,
    response: null,
    problems: [],
  },
  makeFirstAdministrator: {
    method: 'POST',
    path: '/api/first-administrator',
    permission: 'anyone',
    summary: 'Make the first administrator with the one-time link that the start printed.',
    body: z.strictObject({
      token: z.string().min(1).max(100),
      username: z.string().regex(/^[a-z][a-z0-9-]{2,39}$/),
      name: z.string().min(1).max(50),
      password: z.string().min(12).max(200),
    }),
    act: 'account.makeFirst',
    status: 201,
    response: z.object({ username: z.string() }),
    problems: ['invalid-request', 'not-found', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
