import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { bilingual, programId } from './values';

/** One line of what waits for the reader, with how many of it are past their day, and the page on which it is done. */
export const waitingItem = z.object({
  kind: z.string(),
  count: z.int(),
  overdue: z.int(),
  text: bilingual,
  link: z.string().nullable(),
});

export const roundTaskEndpoints = {
  listRoundTasks: {
    method: 'GET',
    path: '/api/evaluation-tasks',
    permission: 'evaluation:read',
    summary: 'What waits for the reader in evaluation rounds and yearly forms, each with its number and day.',
    query: z.strictObject({ program: programId.optional() }),
    status: 200,
    response: z.object({ asOf: z.string(), tasks: z.array(waitingItem) }),
    problems: ['invalid-request'],
  },
} as const satisfies Record<string, Endpoint>;
