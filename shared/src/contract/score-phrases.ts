import * as z from 'zod';
import type { Endpoint } from './endpoint';

const part = z.string().trim().max(500);
const phrase = z.object({
  id: z.uuid(),
  /** Null: for any indicator. */
  indicator: z.string().nullable(),
  point: z.string(),
  fact: z.string(),
  basis: z.string(),
  /** Of the whole firm; otherwise one's own. */
  shared: z.boolean(),
  own: z.boolean(),
});

const roundKey = z.strictObject({ round: z.uuid() });

export const scorePhraseEndpoints = {
  listScorePhrases: {
    method: 'GET',
    path: '/api/evaluations/:round/phrases',
    permission: 'score:enter',
    summary: 'Phrases for what costs marks: one’s own and those that the firm shares.',
    params: roundKey,
    status: 200,
    response: z.object({ phrases: z.array(phrase) }),
    problems: ['invalid-request', 'not-found', 'refused'],
  },
  addScorePhrase: {
    method: 'POST',
    path: '/api/evaluations/:round/phrases',
    permission: 'score:enter',
    summary: 'Keep a phrase, with places such as {county} or {score} for a county’s figures.',
    params: roundKey,
    body: z.strictObject({
      indicator: z.string().min(1).max(80).nullable(),
      point: part.min(1),
      fact: part,
      basis: part,
      shared: z.boolean(),
    }),
    act: 'scorePhrase.add',
    idempotent: true,
    status: 201,
    response: phrase,
    problems: ['invalid-request', 'not-found', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
  removeScorePhrase: {
    method: 'DELETE',
    path: '/api/evaluations/:round/phrases/:phrase',
    permission: 'score:enter',
    summary: 'Give up a phrase of one’s own.',
    params: z.strictObject({ round: z.uuid(), phrase: z.uuid() }),
    act: 'scorePhrase.remove',
    status: 204,
    response: null,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
