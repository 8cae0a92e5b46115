import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { evidence } from './evidence';
import { bilingual, decimalText, instant, isoDate, programId } from './values';

const county = z.string().min(1).max(40);
const indicator = z.string().min(1).max(100);
const words = z.string().trim().min(1).max(2000);
export const roundPath = z.strictObject({ round: z.uuid() });
const ofCounty = z.strictObject({ round: z.uuid(), county });
const ofLeaf = z.strictObject({ round: z.uuid(), county, indicator });
/** A score as somebody writes it: digits, perhaps with decimals. */
export const scoreText = z
  .string()
  .trim()
  .regex(/^\d{1,6}(\.\d{1,12})?$/, '应当填写数字，例如 8.5 / must be a number such as 8.5');

/** What a page of a round says of itself. */
export const roundHead = z.object({
  id: z.uuid(),
  program: programId,
  year: z.int(),
  kind: z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']),
  finalisedOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  asOf: z.string(),
  demonstration: z.boolean(),
});

const reply = z.object({
  text: z.string(),
  askedScore: decimalText.nullable(),
  evidence: z.array(evidence),
  by: z.string(),
  at: instant,
});

/** 采纳 · 部分采纳 · 不予采纳 */
export const ruling = z.enum(['accepted', 'partlyAccepted', 'notAccepted']);

const rulingGiven = z.object({
  version: z.int(),
  ruling,
  /** The score after it; null where it stays. */
  finalScore: decimalText.nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
});

const replyLeaf = z.object({
  id: z.string(),
  name: bilingual,
  /** The first-level indicator that it belongs to. */
  section: bilingual,
  marks: decimalText,
  /** Of the draft. */
  finalScore: decimalText.nullable(),
  state: z.enum(['scored', 'notApplicable', 'missing']),
  reply: reply.nullable(),
  /** The newest last; a change of a ruling is a new one. */
  rulings: z.array(rulingGiven),
});
export type ReplyLeaf = z.infer<typeof replyLeaf>;

const replyCounty = z.object({
  county: z.string(),
  name: z.string(),
  /** open: it may still answer; submitted: handed in, with opinions or without any; lapsed: the deadline passed without an answer. */
  state: z.enum(['open', 'submitted', 'lapsed']),
  /** Of its answer, for `If-Match`; 0 before anything was written. */
  version: z.int(),
  submittedBy: z.string().nullable(),
  submittedAt: instant.nullable(),
  total: decimalText.nullable(),
  leaves: z.array(replyLeaf),
  acts: z.array(z.enum(['write', 'submit', 'rule'])),
});
export type ReplyCounty = z.infer<typeof replyCounty>;

export const repliesPage = z.object({
  ...roundHead.shape,
  /** Every draft that was opened, the newest first: evaluating again adds one and leaves those before as they are. */
  numbers: z.array(
    z.object({ number: z.int(), openedOn: z.string(), documentNumber: z.string().nullable() }),
  ),
  /** The draft that is shown; null before the draft result was opened for replies. */
  draft: z
    .object({
      number: z.int(),
      run: z.uuid(),
      openedOn: z.string(),
      replyBy: z.string(),
      documentNumber: z.string().nullable(),
      /** The finalised result that came of it; null while it is still asked about. */
      result: z.object({ number: z.int(), finalisedOn: z.string(), documentNumber: z.string() }).nullable(),
    })
    .nullable(),
  scoreDecimals: z.int(),
  sentence: bilingual,
  /** What stands in the way of opening the draft or, once it is open, of 定案; for who organises or leads the round. */
  obstacles: z.array(
    z.object({ county: z.string().nullable(), indicator: z.string().nullable(), words: bilingual }),
  ),
  mayOpen: z.boolean(),
  counties: z.array(replyCounty),
});
export type RepliesPage = z.infer<typeof repliesPage>;

const BODY = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

export const replyEndpoints = {
  readReplies: {
    method: 'GET',
    path: '/api/evaluations/:round/replies',
    permission: 'reply:read',
    summary:
      'The draft result, the latest or a numbered one, with the opinions of the counties and the rulings; a county reads its own.',
    params: roundPath,
    query: z.strictObject({ number: z.coerce.number().int().min(1).max(1000).optional() }),
    status: 200,
    response: repliesPage,
    problems: ['invalid-request', 'not-found'],
  },
  openReplies: {
    method: 'POST',
    path: '/api/evaluations/:round/draft-results',
    permission: 'reply:open',
    summary: 'Score the round and open the draft result to the counties until a day (征求意见).',
    params: roundPath,
    body: z.strictObject({ replyBy: isoDate, documentNumber: z.string().trim().min(1).max(100).optional() }),
    act: 'draftResult.open',
    idempotent: true,
    status: 201,
    response: repliesPage,
    problems: BODY,
  },
  saveReply: {
    method: 'PUT',
    path: '/api/evaluations/:round/replies/:county/:indicator',
    permission: 'reply:write',
    summary: 'The county says what it thinks of one score, and where that can be seen.',
    params: ofLeaf,
    body: z.strictObject({
      text: words,
      askedScore: scoreText.optional(),
      evidence: z.array(evidence).max(20).optional(),
    }),
    act: 'reply.save',
    precondition: 'version',
    status: 200,
    response: repliesPage,
    problems: [...BODY, 'conflict'],
  },
  removeReply: {
    method: 'DELETE',
    path: '/api/evaluations/:round/replies/:county/:indicator',
    permission: 'reply:write',
    summary: 'The county takes an opinion back before it has handed in.',
    params: ofLeaf,
    act: 'reply.remove',
    precondition: 'version',
    status: 200,
    response: repliesPage,
    problems: ['invalid-request', 'not-found', 'refused', 'conflict'],
  },
  submitReplies: {
    method: 'POST',
    path: '/api/evaluations/:round/replies/:county/submission',
    permission: 'reply:submit',
    summary: 'The county hands in its opinions, or says that it has none (无意见).',
    params: ofCounty,
    body: z.strictObject({ noOpinion: z.boolean() }),
    act: 'reply.submit',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: repliesPage,
    problems: [...BODY, 'conflict'],
  },
  ruleOnReply: {
    method: 'POST',
    path: '/api/evaluations/:round/replies/:county/:indicator/rulings',
    permission: 'reply:rule',
    summary:
      'The lead evaluator rules on one opinion; If-Match names the newest ruling, 0 where there is none.',
    params: ofLeaf,
    body: z.strictObject({ ruling, finalScore: scoreText.optional(), reason: words }),
    act: 'reply.rule',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: repliesPage,
    problems: [...BODY, 'conflict'],
  },
} as const satisfies Record<string, Endpoint>;
