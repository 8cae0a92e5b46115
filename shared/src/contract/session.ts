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
      code: z.string().max(20).optional(),
    }),
    status: 200,
    response: session,
    problems: [
      'invalid-request',
      'wrong-credentials',
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
    status: 204,
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
    status: 201,
    response: z.object({ username: z.string() }),
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
