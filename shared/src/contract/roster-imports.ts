import * as z from 'zod';
import { ROSTER_FIELDS } from '../domain/imports/roster/roster-columns';
import type { Endpoint } from './endpoint';
import { XLSX } from './media-types';
import { bilingual } from './values';

const ofCounty = z.strictObject({ county: z.string().min(1).max(40) });
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const previewedCell = z.object({
  /** As the workbook names it: "C5". */
  cell: z.string(),
  field: z.enum(ROSTER_FIELDS),
  heading: bilingual,
  change: z.enum(['new', 'changed', 'error']),
  /** As the page prints it, numbers masked; empty where nothing is said. */
  before: z.string(),
  after: z.string(),
  /** Why the cell cannot be taken, and what to do; it never repeats what stands in it. */
  error: bilingual.nullable(),
});

const counts = { entered: z.int(), changed: z.int(), same: z.int() };

export const rosterPreview = z.object({
  /** Stands for the file and what it would do to the roster as it is: the import names it. */
  digest: sha256,
  fileName: z.string(),
  ...counts,
  /** How many cells are wrong; with one of them nothing is taken. */
  errors: z.int(),
  /** Rows that are not the same as the roster, with the cells that are not. */
  people: z.array(
    z.object({
      row: z.int(),
      /** As the row says it; empty where it does not. */
      name: z.string(),
      change: z.enum(['new', 'changed', 'error']),
      cells: z.array(previewedCell),
    }),
  ),
  /** What to look at; nothing of it stops. */
  remarks: z.array(bilingual),
  /** The uploaded workbook with a comment in each wrong cell, in base64: it is handed back and not kept, because people are named in it. */
  marked: z.string().nullable(),
});
export type RosterPreview = z.infer<typeof rosterPreview>;

const PROBLEMS = ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type', 'refused'] as const;

export const rosterImportEndpoints = {
  downloadRosterWorkbook: {
    method: 'GET',
    path: '/api/roster/workbook',
    permission: 'roster:keep',
    summary:
      'The roster of one’s county as an Excel workbook to be filled in (.xlsx): who is recorded with masked numbers, and empty rows.',
    query: ofCounty,
    status: 200,
    response: null,
    files: [XLSX],
    problems: ['invalid-request', 'not-found'],
  },
  previewRosterWorkbook: {
    method: 'POST',
    path: '/api/roster/workbook',
    permission: 'roster:keep',
    summary:
      'Read a filled roster (.xlsx, field `file`) and say of each row and cell whether it is new, changed or wrong; the roster stays as it is, and nothing of the file is kept.',
    query: ofCounty,
    upload: true,
    act: 'roster.preview',
    status: 201,
    response: rosterPreview,
    problems: PROBLEMS,
  },
  importRoster: {
    method: 'POST',
    path: '/api/roster/workbook/application',
    permission: 'roster:keep',
    summary:
      'Take over a roster that was previewed, by the same file and the `digest` of its preview: all of it or nothing, and nothing where the roster has changed since.',
    query: z.strictObject({ ...ofCounty.shape, digest: sha256 }),
    upload: true,
    act: 'roster.import',
    idempotent: true,
    status: 200,
    response: z.object(counts),
    problems: [...PROBLEMS, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>;
