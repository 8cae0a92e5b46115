import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { XLSX, ZIP } from './media-types';
import { bilingual } from './values';

const roundKey = z.strictObject({ round: z.uuid() });
const returnKey = z.strictObject({ ...roundKey.shape, preview: z.uuid() });

const pack = z.object({
  id: z.uuid(),
  issuedAt: z.iso.datetime(),
  /** The last day on which it is taken back. */
  validUntil: z.string(),
  counties: z.array(z.string()),
  /** When something of it was last taken over; null: never. */
  takenBackAt: z.iso.datetime().nullable(),
});

/** One county and indicator as the workbook has it, beside what is stored. */
const packRow = z.object({
  county: z.string(),
  countyName: z.string(),
  indicator: z.string(),
  indicatorName: bilingual,
  /** The cell in which it is entered, with its sheet. */
  sheet: z.string(),
  cell: z.string(),
  /** conflict: entered both in the workbook and on the server since the pack was made. */
  change: z.enum(['new', 'changed', 'conflict', 'same', 'refused']),
  /** In one line, as the workbook writes it; empty where nothing is entered. */
  before: z.string(),
  after: z.string(),
  errors: z.array(z.object({ cell: z.string(), text: bilingual })),
});

export const packPreview = z.object({
  id: z.uuid(),
  pack: z.uuid(),
  fileName: z.string(),
  rows: z.array(packRow),
  appliedAt: z.iso.datetime().nullable(),
});
export type PackPreview = z.infer<typeof packPreview>;

const choice = z.strictObject({
  county: z.string().min(1).max(40),
  indicator: z.string().min(1).max(80),
  /** workbook: what the workbook says is entered; stored: what is stored stays. */
  take: z.enum(['workbook', 'stored']),
});

export const scorePackEndpoints = {
  makeScorePack: {
    method: 'POST',
    path: '/api/evaluations/:round/packs',
    permission: 'score:enter',
    summary:
      'Make a pack for work off line and answer it: a zip encrypted with AES-256 under the password given, which is kept nowhere, so that asked again it makes another one.',
    params: roundKey,
    body: z.strictObject({ password: z.string().min(12).max(200) }),
    act: 'scorePack.make',
    status: 201,
    response: null,
    files: [ZIP],
    problems: ['invalid-request', 'not-found', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
  listScorePacks: {
    method: 'GET',
    path: '/api/evaluations/:round/packs',
    permission: 'score:enter',
    summary: 'One’s own packs of a round, the newest first.',
    params: roundKey,
    status: 200,
    response: z.object({ packs: z.array(pack) }),
    problems: ['invalid-request', 'not-found', 'refused'],
  },
  previewScorePack: {
    method: 'POST',
    path: '/api/evaluations/:round/packs/previews',
    permission: 'score:enter',
    summary:
      'Read the workbook of a pack (field `file`: .xlsx, or the whole zip with its `password`) and say of each row whether it is new, changed, in conflict, the same or refused; nothing is entered.',
    params: roundKey,
    body: z.strictObject({ password: z.string().max(200).optional() }),
    upload: true,
    act: 'scorePack.preview',
    status: 201,
    response: packPreview,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
  applyScorePack: {
    method: 'POST',
    path: '/api/evaluations/:round/packs/previews/:preview/application',
    permission: 'score:enter',
    summary:
      'Enter what a previewed workbook says, all of it or nothing: every row that is new or changed unless its stored entry is chosen, and of a conflict what is chosen.',
    params: returnKey,
    body: z.strictObject({ choices: z.array(choice).max(5000) }),
    act: 'scorePack.apply',
    idempotent: true,
    status: 200,
    response: packPreview,
    problems: ['invalid-request', 'not-found', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
  downloadScorePackResult: {
    method: 'GET',
    path: '/api/evaluations/:round/packs/previews/:preview/result',
    permission: 'score:enter',
    summary: 'The workbook that came back, with a comment in each cell that cannot be taken (.xlsx).',
    params: returnKey,
    status: 200,
    response: null,
    files: [XLSX],
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
