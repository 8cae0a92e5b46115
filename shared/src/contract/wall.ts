import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { bilingual, figureState, instant, isoDate, pageState, programId, programYearQuery } from './values';

const cell = z.object({
  text: bilingual,
  /** How much of what is due is done; null where there is nothing to count. */
  done: z.int().nullable(),
  due: z.int().nullable(),
});

const wallPage = z.object({
  id: z.enum(['money', 'wages', 'duties', 'findings']),
  sentence: bilingual,
  /** The city's sums. */
  sums: z.array(z.object({ name: bilingual, text: bilingual })),
  columns: z.array(bilingual),
  /** In official order; as many cells as columns. */
  rows: z.array(z.object({ county: z.string(), name: z.string(), cells: z.array(cell) })),
});

/** 大屏: counts and days, and of the metrics those that are 主动公开. Never a rank, grade, mark, doubt or name of a person. */
export const wall = z.object({
  ...pageState,
  state: figureState,
  /** The city's name. */
  place: z.string(),
  pages: z.array(wallPage),
});
export type Wall = z.infer<typeof wall>;
export type WallPage = Wall['pages'][number];

/** 43 letters and digits of base64url: 256 bits drawn by the server. */
const token = z
  .string()
  .regex(/^[A-Za-z0-9_-]{43}$/, '应为大屏链接中的编码 / must be the code of the link of a wall');

const link = z.object({
  id: z.string(),
  name: z.string(),
  program: programId,
  /** The last day on which it works. */
  endsOn: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  revokedBy: z.string().nullable(),
  revokedAt: instant.nullable(),
  state: z.enum(['works', 'ended', 'revoked']),
});
export type WallLink = z.infer<typeof link>;

const EVENT_STREAM = ['text/event-stream'] as const;

export const wallEndpoints = {
  readWall: {
    method: 'GET',
    path: '/api/wall',
    permission: 'wall:read',
    summary:
      'What the wall shows of a year: money arrival, wages, duties done, findings closed; nothing that is not public.',
    query: programYearQuery,
    status: 200,
    response: wall,
    problems: ['invalid-request'],
  },
  wallEvents: {
    method: 'GET',
    path: '/api/wall/events',
    permission: 'wall:read',
    summary:
      'The same as server-sent events: `wall` whenever it changes (and at once, unless Last-Event-ID names what stands), `current` every 20 s. Asked for as anything but text/event-stream it says what stands and ends.',
    query: programYearQuery,
    status: 200,
    files: EVENT_STREAM,
    response: null,
    problems: ['invalid-request', 'too-many-requests'],
  },
  openWall: {
    method: 'GET',
    path: '/api/screen/:token',
    permission: 'anyone',
    summary: 'The wall of a read-only link: the program of the link, this year.',
    params: z.strictObject({ token }),
    status: 200,
    response: wall,
    problems: ['invalid-request', 'not-found'],
  },
  openWallEvents: {
    method: 'GET',
    path: '/api/screen/:token/events',
    permission: 'anyone',
    summary: 'The wall of a read-only link as server-sent events; it ends when the link is revoked.',
    params: z.strictObject({ token }),
    status: 200,
    files: EVENT_STREAM,
    response: null,
    problems: ['invalid-request', 'not-found', 'too-many-requests'],
  },
  listWallLinks: {
    method: 'GET',
    path: '/api/wall-links',
    permission: 'wallLink:keep',
    summary: 'The read-only links of the wall, the newest first, without their codes.',
    status: 200,
    response: z.object({ links: z.array(link) }),
    problems: ['invalid-request'],
  },
  createWallLink: {
    method: 'POST',
    path: '/api/wall-links',
    permission: 'wallLink:keep',
    summary:
      'Make a read-only link of the wall; its code is answered this once and stored as a hash only, so that it is not repeated under an Idempotency-Key.',
    body: z.strictObject({ name: z.string().trim().min(1).max(60), program: programId, endsOn: isoDate }),
    act: 'wallLink.create',
    status: 201,
    response: z.object({ link, path: z.string() }),
    problems: ['invalid-request', 'refused', 'too-large', 'unsupported-media-type'],
  },
  revokeWallLink: {
    method: 'DELETE',
    path: '/api/wall-links/:wallLink',
    permission: 'wallLink:keep',
    summary: 'Revoke a link: whoever shows the wall by it sees it end at once.',
    params: z.strictObject({ wallLink: z.uuid() }),
    act: 'wallLink.revoke',
    status: 200,
    response: link,
    problems: ['invalid-request', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Endpoint>;
