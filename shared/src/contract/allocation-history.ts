import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { XLSX } from './media-types';
import { bilingual, countyName, fenAmount, instant, programId } from './values';

/** Where a year's split comes from: an official text, a table that was loaded with its source, or a decision made here. */
const source = z.object({
  kind: z.enum(['officialText', 'table', 'decision']),
  text: bilingual,
  /** What the source itself prints of the amounts: the sentences of a text, the sources that a table names. */
  sentences: z.array(z.string()),
  /** Of a decision. */
  decision: z.uuid().nullable(),
});

const yearSplit = z.object({
  year: z.int(),
  source,
  totalFen: fenAmount,
  posts: z.int().nullable(),
  counties: z.array(z.object({ county: z.string(), posts: z.int().nullable(), fen: fenAmount })),
  /** Months of the year before are gathered, so that a policy can be tried on it. */
  hasEvidence: z.boolean(),
  /** What cannot be tried on it, and why; null where months and a finalised result are there. */
  lacking: bilingual.nullable(),
});

export const allocationHistory = z.object({
  program: programId,
  asOf: z.string(),
  demonstration: z.boolean(),
  counties: z.array(countyName),
  /** Ascending; a year with several sources stands once, official text before decision before table. */
  years: z.array(yearSplit),
  /** Years whose sources differ, in a sentence each. */
  differences: z.array(bilingual),
  sentence: bilingual,
});
export type AllocationHistory = z.infer<typeof allocationHistory>;

const preview = z.object({
  sha256: z.string(),
  fileName: z.string(),
  rows: z.array(
    z.object({
      row: z.int(),
      year: z.int(),
      program: programId,
      county: z.string(),
      name: z.string(),
      fen: fenAmount,
      posts: z.int().nullable(),
      source: z.string(),
    }),
  ),
  notes: z.array(z.object({ cell: z.string().nullable(), message: bilingual })),
  /** Years that the file would load, and years that are loaded from a table already and would be replaced by a new version. */
  years: z.array(z.int()),
  replaces: z.array(z.int()),
  /** The same bytes are loaded: there is nothing to confirm. */
  alreadyLoaded: z.boolean(),
});
export type SplitTablePreview = z.infer<typeof preview>;

export const allocationHistoryEndpoints = {
  readAllocationHistory: {
    method: 'GET',
    path: '/api/allocation-history',
    permission: 'allocationRun:read',
    summary: 'Every year whose split is known, with its source, and whether a policy can be tried on it.',
    query: z.strictObject({ program: programId }),
    status: 200,
    response: allocationHistory,
    problems: ['invalid-request'],
  },
  downloadSplitTemplate: {
    method: 'GET',
    path: '/api/allocation-history/template',
    permission: 'allocationRun:read',
    summary: 'An empty table of year × county × program to fill in (.xlsx).',
    status: 200,
    response: null,
    files: [XLSX],
    problems: ['invalid-request'],
  },
  previewSplitTable: {
    method: 'POST',
    path: '/api/allocation-history/preview',
    permission: 'allocation:write',
    summary: 'Read a table of splits (.xlsx, field `file`) without storing anything.',
    upload: true,
    status: 200,
    response: preview,
    problems: ['invalid-request', 'too-large', 'unsupported-media-type', 'refused'],
  },
  loadSplitTable: {
    method: 'POST',
    path: '/api/allocation-history',
    permission: 'allocation:write',
    summary: 'Store a table of splits that was previewed; `sha256` names the bytes previewed.',
    query: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    upload: true,
    act: 'splitTable.load',
    status: 201,
    response: z.object({ loadedAt: instant, years: z.array(z.int()) }),
    problems: ['invalid-request', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
