import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { bilingual, decimalText, fenAmount, instant, programId, programYearQuery } from './values';

const step = z.object({ label: bilingual, expression: z.string(), result: z.string() });

const countyPart = z.object({
  county: z.string(),
  name: z.string(),
  /** The split in force: posts and money, and the official text that printed it. */
  lastPart: z.int(),
  lastFen: fenAmount,
  part: z.int(),
  fen: fenAmount,
  change: z.int(),
  score: decimalText.nullable(),
  /** Verified average of persons on post over the evidence window, rounded up: the floor. */
  floor: z.int(),
  reason: bilingual,
  steps: z.array(step),
});

const runHead = z.object({
  id: z.string(),
  program: programId,
  /** The year whose money would be split. */
  year: z.int(),
  createdAt: instant,
  engineVersion: z.string(),
  inputsSha256: z.string(),
  scoringRun: z.string().nullable(),
  demonstration: z.boolean(),
});

export const allocationRun = runHead.extend({
  /** 测算稿，稳定性未检验: printed with every figure until the simulation exists and the run is decided. */
  label: bilingual,
  headline: bilingual,
  lastYear: z.object({ year: z.int(), publication: z.int(), text: bilingual }),
  pool: z.object({ posts: z.int(), fenPerPost: fenAmount, totalFen: fenAmount }),
  /** The policy in words, each a line: factors, performance, bounds, method, tie rule. */
  policy: z.array(bilingual),
  /** 人员影响: how many persons on post would lose their post. */
  peopleEffect: z.object({ personsReduced: z.int(), text: bilingual }),
  warnings: z.array(bilingual),
  counties: z.array(countyPart),
});
export type AllocationRun = z.infer<typeof allocationRun>;

export const allocationRunEndpoints = {
  listAllocationRuns: {
    method: 'GET',
    path: '/api/allocation-runs',
    permission: 'allocationRun:read',
    summary: 'Stored allocation runs of one program for one year, the newest first.',
    query: programYearQuery,
    status: 200,
    response: z.object({ allocationRuns: z.array(runHead) }),
    problems: ['invalid-request'],
  },
  readAllocationRun: {
    method: 'GET',
    path: '/api/allocation-runs/:run',
    permission: 'allocationRun:read',
    summary: 'One allocation run beside the split in force, with the reason per county.',
    params: z.strictObject({ run: z.uuid() }),
    status: 200,
    response: allocationRun,
    problems: ['invalid-request', 'not-found'],
  },
  createAllocationRun: {
    method: 'POST',
    path: '/api/allocation-runs',
    permission: 'allocationRun:create',
    summary:
      'Compute the split for a year from a scoring run by the default policy; the server computes every amount.',
    body: z.strictObject({ program: programId, year: z.int().min(2000).max(2100), scoringRun: z.uuid() }),
    status: 201,
    response: allocationRun,
    problems: ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
