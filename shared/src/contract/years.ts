import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { programId, queryYear } from './values';

const reason = z.string().trim().min(1).max(500);
const year = z.int().min(2000).max(2100);

const programYear = z.object({
  year: z.int(),
  state: z.enum(['open', 'closed']),
  /** How often it was closed or opened again: what `If-Match` names. */
  version: z.int(),
  counties: z.int(),
  posts: z.int(),
  budgetFen: z.int(),
  /** Where the posts come from, as stored with them. */
  source: z.string(),
  /** Sheets of the year that are not approved: what closing leaves as it is. */
  unapproved: z.object({ inspections: z.int(), wageMonths: z.int() }),
  /** The last act of closing or opening again; null before the first. */
  last: z
    .object({ act: z.enum(['close', 'reopen']), by: z.string(), at: z.iso.datetime(), reason: z.string() })
    .nullable(),
});
export type ProgramYear = z.infer<typeof programYear>;

/** What the next year would be opened with, and from where each part of it comes. */
const nextYear = z.object({
  year: z.int(),
  from: z.enum(['lastYear', 'publishedText']),
  fromYear: z.int(),
  counties: z.array(z.object({ id: z.string(), name: z.string(), posts: z.int(), budgetFen: z.int() })),
  inspectionTemplate: z.int().nullable(),
  dutyRules: z.int(),
  holidayTable: z.boolean(),
});

const years = z.object({
  program: programId,
  asOf: z.string(),
  demonstration: z.boolean(),
  years: z.array(programYear),
  /** Null where nothing is known from which a year could be opened, such as for a program without posts. */
  next: nextYear.nullable(),
});
export type Years = z.infer<typeof years>;

const ACTED = ['invalid-request', 'conflict', 'refused', 'too-large', 'unsupported-media-type'] as const;
const act = z.strictObject({ program: programId, reason });

export const yearEndpoints = {
  listYears: {
    method: 'GET',
    path: '/api/years',
    permission: 'year:read',
    summary: 'The years of a program, open or closed, and what the next one would be opened with.',
    query: z.strictObject({ program: programId }),
    status: 200,
    response: years,
    problems: ['invalid-request'],
  },
  openYear: {
    method: 'POST',
    path: '/api/years',
    permission: 'year:manage',
    summary: 'Open the next year with the posts of the last one, its templates and duties.',
    body: z.strictObject({ program: programId, year, reason }),
    act: 'year.open',
    idempotent: true,
    status: 201,
    response: years,
    problems: ACTED,
  },
  closeYear: {
    method: 'POST',
    path: '/api/years/:year/closing',
    permission: 'year:manage',
    summary: 'Close a year that is over: nothing of it is written any more.',
    params: z.strictObject({ year: queryYear }),
    body: act,
    act: 'year.close',
    precondition: 'version',
    status: 200,
    response: years,
    problems: [...ACTED, 'not-found'],
  },
  reopenYear: {
    method: 'POST',
    path: '/api/years/:year/reopening',
    permission: 'year:manage',
    summary: 'Open a closed year again, for a reason that the trail keeps.',
    params: z.strictObject({ year: queryYear }),
    body: act,
    act: 'year.reopen',
    precondition: 'version',
    status: 200,
    response: years,
    problems: [...ACTED, 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
