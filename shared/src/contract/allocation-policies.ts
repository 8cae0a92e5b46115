import * as z from 'zod';
import { allocationSettings } from './allocation-settings';
import type { Endpoint } from './endpoint';
import { bilingual, isoDate, programId } from './values';

const versionHead = z.object({
  version: z.int(),
  name: z.string(),
  /** The rule that it implements: document and clause. */
  basis: z.string(),
  documentNumber: z.string(),
  publishedOn: z.string(),
  publishedBy: z.string().nullable(),
  settings: allocationSettings,
});

const change = z.object({ setting: z.string(), before: bilingual, after: bilingual });

export const allocationPolicies = z.object({
  program: programId,
  demonstration: z.boolean(),
  /** Null: none is published, and the careful defaults stand in for it. */
  inForce: z.int().nullable(),
  /** The newest first; each with what it changed against the one before it. */
  versions: z.array(
    z.object({ ...versionHead.shape, inWords: z.array(bilingual), changes: z.array(change) }),
  ),
  /** 维持 / 仅按工作量 / 绩效 10 % 20 % 30 %. */
  presets: z.array(z.object({ id: z.string(), name: bilingual, settings: allocationSettings })),
});
export type AllocationPolicies = z.infer<typeof allocationPolicies>;

const ofProgram = z.strictObject({ program: programId });

export const allocationPolicyEndpoints = {
  listAllocationPolicies: {
    method: 'GET',
    path: '/api/allocation-policies',
    permission: 'allocationRun:read',
    summary:
      'Published versions of the allocation policy, the newest first, with what each changed, and the presets.',
    query: ofProgram,
    status: 200,
    response: allocationPolicies,
    problems: ['invalid-request'],
  },
  checkAllocationPolicy: {
    method: 'POST',
    path: '/api/allocation-policies/check',
    permission: 'allocationRun:read',
    summary: 'What forbids the publication of these settings, and what they change; nothing is stored.',
    query: ofProgram,
    body: z.strictObject({ settings: allocationSettings }),
    status: 200,
    response: z.object({
      errors: z.array(z.object({ pointer: z.string(), detail: bilingual })),
      inWords: z.array(bilingual),
      changes: z.array(change),
      /** A published version with the same settings. */
      sameAs: z.int().nullable(),
    }),
    problems: ['invalid-request', 'too-large', 'unsupported-media-type'],
  },
  publishAllocationPolicy: {
    method: 'POST',
    path: '/api/allocation-policies',
    permission: 'allocation:write',
    summary:
      'Publish settings as the next version of the allocation policy, which nobody can change any more.',
    query: ofProgram,
    body: z.strictObject({
      name: z.string().trim().min(2).max(100),
      basis: z.string().trim().min(2).max(500),
      documentNumber: z.string().trim().min(4).max(80),
      publishedOn: isoDate,
      settings: allocationSettings,
      /** The version in force that the officer has seen; null: there was none. */
      supersedes: z.int().nullable(),
      code: z.string().min(6).max(40).optional(),
    }),
    act: 'allocationPolicy.publish',
    idempotent: true,
    status: 201,
    response: allocationPolicies,
    problems: [
      ...(['invalid-request', 'conflict', 'refused', 'too-large', 'unsupported-media-type'] as const),
      ...(['second-factor-required', 'second-factor-enrolment-required', 'too-many-requests'] as const),
    ],
  },
} as const satisfies Record<string, Endpoint>;
