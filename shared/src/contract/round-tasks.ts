import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { bilingual, programId } from './values';

/** What waits at one unit: how long it is past its day, whose it is, and where it is done. */
const waitingUnit = z.object({
  /** The bureau, such as 华宁县司法局. */
  unit: z.string(),
  county: z.string(),
  count: z.int(),
  /** Calendar days past the day of the first of it; null: none is past its day. */
  daysPast: z.int().nullable(),
  /** Who holds the account in charge; null: nobody does, or it is the reader's own. */
  person: z.string().nullable(),
  link: z.string(),
});

/** One line of what waits for the reader, with how many of it are past their day, and the page on which it is done. */
export const waitingItem = z.object({
  kind: z.string(),
  count: z.int(),
  overdue: z.int(),
  text: bilingual,
  link: z.string().nullable(),
  /** By unit in official order; empty where it is the reader's own work and of no county alone. */
  units: z.array(waitingUnit),
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
