import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { certificateDocument } from './engine/certificate';
import { bilingual, decimalText, fenAmount, instant, programId, programYearQuery } from './values';

const step = z.object({ label: bilingual, expression: z.string(), result: z.string() });

/** 稳定 / 较稳定 / 不稳定, and the share of simulations in which the direction of the change holds. */
const certainty = z.object({
  steadiness: z.enum(['stable', 'fairlyStable', 'unstable']),
  word: bilingual,
  /** Simulations in which the direction holds, and how many there were. */
  heldRuns: z.int(),
  runs: z.int(),
  /** The same as a percent, cut after two decimals. */
  heldPercent: decimalText,
  text: bilingual,
});

const countyPart = z.object({
  county: z.string(),
  name: z.string(),
  /** The split in force: posts and money, and the official text that printed it. */
  lastPart: z.int(),
  lastFen: fenAmount,
  part: z.int(),
  fen: fenAmount,
  change: z.int(),
  /** What the policy would give if changes that are not firm were made as well. Absent in runs of engine 1.0.0. */
  proposedPart: z.int().optional(),
  /** How sure the proposed change is. Absent in runs of engine 1.0.0, which examined nothing. */
  certainty: certainty.optional(),
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
  /** 测算稿，不作为分配依据: printed with every figure until the run is decided. */
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
  readAllocationCertificate: {
    method: 'GET',
    path: '/api/allocation-runs/:run/certificate',
    permission: 'certificate:read',
    summary: 'The certificate of an allocation run, which `yuheng verify` computes again without a server.',
    params: z.strictObject({ run: z.uuid() }),
    status: 200,
    response: certificateDocument,
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
