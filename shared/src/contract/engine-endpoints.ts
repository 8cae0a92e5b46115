import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { allocateInput } from './engine/allocate';
import { fenAmount } from './values';

/** What `yuheng allocate` prints (architecture.md section 10), key for key. */
export const allocateAnswer = z.object({
  parts: z.record(z.string(), z.int()),
  fen: z.record(z.string(), fenAmount),
  ties: z.array(z.object({ units: z.array(z.string()), contested: z.int(), awardedTo: z.array(z.string()) })),
  warnings: z.array(z.object({ unit: z.string().optional(), kind: z.string(), message: z.string() })),
});

/** The engine on figures of the caller: nothing is read of the city, and nothing is stored. */
export const engineEndpoints = {
  computeAllocation: {
    method: 'POST',
    path: '/api/engine/allocate',
    permission: 'allocationRun:read',
    summary: 'Split a pool by a policy, as `yuheng allocate` does; the answer is the same to the byte.',
    body: allocateInput,
    status: 200,
    response: allocateAnswer,
    problems: ['invalid-request', 'refused', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
