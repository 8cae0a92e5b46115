import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { evidence } from './evidence';
import { bilingual, isoDate } from './values';

/** What evaluators ask a county to show. The county is told the round and the indicator, never who asks. */
export const evidenceRequest = z.object({
  id: z.uuid(),
  round: z.uuid(),
  year: z.int(),
  kind: z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']),
  county: z.string(),
  countyName: z.string(),
  indicator: z.string(),
  indicatorName: bilingual,
  text: z.string(),
  dueOn: z.string(),
  askedOn: z.string(),
  state: z.enum(['open', 'overdue', 'answered']),
  version: z.int(),
  answer: z.string().nullable(),
  evidence: z.array(evidence),
  answeredOn: z.string().nullable(),
});
export type EvidenceRequest = z.infer<typeof evidenceRequest>;

const text = z.string().trim().min(1).max(1000);

export const evidenceRequestEndpoints = {
  listEvidenceRequests: {
    method: 'GET',
    path: '/api/evidence-requests',
    permission: 'evidenceRequest:read',
    summary:
      'What evaluators ask of counties and what was answered, the unanswered first, by day; a county reads its own.',
    status: 200,
    response: z.object({ asOf: z.string(), requests: z.array(evidenceRequest) }),
    problems: ['invalid-request'],
  },
  requestEvidence: {
    method: 'POST',
    path: '/api/evaluations/:round/evidence-requests',
    permission: 'score:enter',
    summary:
      'Ask a county for more evidence on an indicator until a day; it becomes a thing to do of the county.',
    params: z.strictObject({ round: z.uuid() }),
    body: z.strictObject({
      county: z.string().min(1).max(40),
      indicator: z.string().min(1).max(80),
      text,
      dueOn: isoDate,
    }),
    act: 'evidenceRequest.ask',
    idempotent: true,
    status: 201,
    response: evidenceRequest,
    problems: ['invalid-request', 'not-found', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
  answerEvidenceRequest: {
    method: 'POST',
    path: '/api/evidence-requests/:request/answer',
    permission: 'evidenceRequest:answer',
    summary: 'Answer a request with words and documents; answered once, late too.',
    params: z.strictObject({ request: z.uuid() }),
    body: z.strictObject({ text, evidence: z.array(evidence).max(10) }),
    act: 'evidenceRequest.answer',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: evidenceRequest,
    problems: ['invalid-request', 'not-found', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
