import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { bilingual, fenAmount, instant, programId } from './values';

const amount = z.object({
  county: z.string(),
  name: z.string(),
  nameAsPrinted: z.string(),
  fen: fenAmount,
  numeralAsPrinted: z.string(),
  unit: z.enum(['元', '万元']),
  sentence: z.string(),
  line: z.int(),
  /** Posts, where the text itself states what a post costs a year. */
  posts: z.int().nullable(),
});

const publishedProgram = z.object({
  ordinal: z.int(),
  name: z.string(),
  program: programId.nullable(),
  totalFen: fenAmount,
  statedTotal: z
    .object({ fen: fenAmount, heading: z.string(), sentence: z.string(), line: z.int() })
    .nullable(),
  policyBases: z.array(z.object({ text: z.string(), line: z.int() })),
  implementingUnits: z.string(),
  plan: z.string(),
  results: z.string(),
  amounts: z.array(amount),
});

/** What the program read out of an official text, and what it mapped and converted on the way. */
export const readText = z.object({
  year: z.int(),
  title: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  programs: z.array(publishedProgram),
  notes: z.array(z.object({ kind: z.string(), line: z.int().nullable(), message: bilingual })),
});

const storedText = readText.extend({ id: z.string(), loadedAt: instant, loadedBy: z.string().nullable() });
export type StoredText = z.infer<typeof storedText>;
export type ReadText = z.infer<typeof readText>;

export const publicationEndpoints = {
  listPublications: {
    method: 'GET',
    path: '/api/publications',
    permission: 'publication:read',
    summary: 'The official budget texts that are loaded, by year.',
    status: 200,
    response: z.object({
      publications: z.array(
        z.object({
          id: z.string(),
          year: z.int(),
          title: z.string(),
          fileName: z.string(),
          loadedAt: instant,
          programs: z.array(
            z.object({ name: z.string(), program: programId.nullable(), totalFen: fenAmount }),
          ),
        }),
      ),
    }),
    problems: ['invalid-request'],
  },
  readPublication: {
    method: 'GET',
    path: '/api/publications/:year',
    permission: 'publication:read',
    summary:
      'One official text: programs, bases, units, amounts with their sentence and line, and the text itself.',
    params: z.strictObject({ year: z.string().regex(/^\d{4}$/) }),
    status: 200,
    response: storedText.extend({ text: z.string() }),
    problems: ['invalid-request', 'not-found'],
  },
  previewPublication: {
    method: 'POST',
    path: '/api/publications/preview',
    permission: 'publication:load',
    summary: 'Read an official text (.txt, field `file`) without storing anything.',
    upload: true,
    status: 200,
    response: readText.extend({ alreadyLoaded: z.boolean() }),
    problems: ['invalid-request', 'too-large', 'unsupported-media-type', 'refused'],
  },
  loadPublication: {
    method: 'POST',
    path: '/api/publications',
    permission: 'publication:load',
    summary:
      'Store an official text (.txt, field `file`) that was previewed; `sha256` names the bytes previewed.',
    query: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    upload: true,
    act: 'publication.load',
    status: 201,
    response: storedText,
    problems: ['invalid-request', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
