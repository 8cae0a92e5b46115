import * as z from 'zod';
import type { Endpoint } from './endpoint';
import {
  assignedTask,
  evaluationRound,
  memberRank,
  ROUND_BODY,
  ROUND_ORGANISED,
  ROUND_READ,
  roundParams,
} from './evaluation-rounds';
import { bilingual, instant } from './values';

const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\r\n]*$/, '应为一行文字，不能换行 / must be one line of text');
const reason = z.string().trim().min(2).max(500);

const firm = z.object({
  id: z.uuid(),
  name: z.string(),
  code: z.string(),
  /** For If-Match. */
  version: z.int(),
  closedOn: z.string().nullable(),
});

/** A firm with what of it is still under way: people in teams of rounds that are not finalised, and what they have not submitted. */
const engagedFirm = firm.extend({
  people: z.int(),
  rounds: z.int(),
  /** Assignments (a section of a county) without submitted marks. */
  openTasks: z.int(),
});
export type EngagedFirm = z.infer<typeof engagedFirm>;

const comment = z.object({
  county: z.string(),
  countyName: z.string(),
  indicator: z.string(),
  indicatorName: bilingual,
  /** Among those on one indicator of one county. */
  number: z.int(),
  /** 意见 or 修改请求: the mark itself is changed by the evaluator alone, if at all. */
  kind: z.enum(['comment', 'changeRequest']),
  text: z.string(),
  by: z.string(),
  at: instant,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: instant.nullable(),
  /** Of a request: whether the evaluator changed the mark. */
  outcome: z.enum(['changed', 'kept']).nullable(),
});
export type RoundComment = z.infer<typeof comment>;
const comments = z.object({ comments: z.array(comment) });

const organising = {
  params: roundParams,
  permission: 'evaluation:organise',
  idempotent: true,
  status: 200,
  response: evaluationRound,
  problems: ROUND_ORGANISED,
} as const;

const proposal = z.object({
  assignments: z.array(assignedTask),
  /** What could not be met, in words. */
  unmet: z.array(bilingual),
  loads: z.array(z.object({ account: z.uuid(), byPeople: z.int(), byProgram: z.int(), counties: z.int() })),
});
export type AssignmentProposal = z.infer<typeof proposal>;

export const evaluationTeamEndpoints = {
  listEvaluationFirms: {
    method: 'GET',
    path: '/api/evaluation-firms',
    permission: 'evaluation:organise',
    summary: 'Firms of evaluators, and the accounts that can be taken into a team.',
    status: 200,
    response: z.object({
      firms: z.array(engagedFirm),
      people: z.array(
        z.object({
          account: z.uuid(),
          username: z.string(),
          name: z.string(),
          /** Can be lead or reviewer. */
          leads: z.boolean(),
        }),
      ),
    }),
    problems: ['invalid-request'],
  },
  createEvaluationFirm: {
    method: 'POST',
    path: '/api/evaluation-firms',
    permission: 'evaluation:organise',
    summary: 'Enter a firm by its name and code.',
    body: z.strictObject({ name: line(2, 80), code: line(2, 40) }),
    act: 'evaluationFirm.create',
    idempotent: true,
    status: 201,
    response: firm,
    problems: ['invalid-request', 'conflict', 'too-large', 'unsupported-media-type'],
  },
  closeEvaluationFirm: {
    method: 'POST',
    path: '/api/evaluation-firms/:firm/closing',
    permission: 'evaluation:organise',
    summary: 'Take a firm out of use: nobody of it joins a team any more.',
    params: z.strictObject({ firm: z.uuid() }),
    body: z.strictObject({ reason }),
    act: 'evaluationFirm.close',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: firm,
    problems: ROUND_BODY,
  },
  addRoundMember: {
    ...organising,
    method: 'POST',
    path: '/api/evaluations/:round/members',
    summary: 'Take an evaluator of a firm into the team.',
    body: z.strictObject({ account: z.uuid(), firm: z.uuid(), rank: memberRank }),
    act: 'evaluation.addMember',
  },
  withdrawRoundMember: {
    ...organising,
    method: 'POST',
    path: '/api/evaluations/:round/members/:account/withdrawal',
    params: z.strictObject({ round: z.uuid(), account: z.uuid() }),
    summary:
      'Withdraw an evaluator, with the reason: access ends at once, what was submitted stays, open assignments are free again.',
    body: z.strictObject({ reason }),
    act: 'evaluation.withdrawMember',
    problems: [...ROUND_BODY, 'forbidden'],
  },
  declareInterests: {
    method: 'POST',
    path: '/api/evaluations/:round/declarations',
    permission: 'evaluation:evaluate',
    summary: 'Declare of counties whether there is a conflict of interest; a conflict is never taken back.',
    params: roundParams,
    body: z.strictObject({
      declarations: z
        .array(
          z.strictObject({
            county: z.string().min(1).max(50),
            conflict: z.boolean(),
            reason: reason.optional(),
          }),
        )
        .min(1)
        .max(3000),
    }),
    act: 'evaluation.declareInterests',
    idempotent: true,
    status: 200,
    response: evaluationRound,
    problems: [...ROUND_READ, 'refused', 'too-large', 'unsupported-media-type'],
  },
  proposeAssignment: {
    method: 'GET',
    path: '/api/evaluations/:round/assignment/proposal',
    permission: 'evaluation:organise',
    summary: 'A balanced assignment, computed and not stored.',
    params: roundParams,
    status: 200,
    response: proposal,
    problems: ROUND_READ,
  },
  saveAssignment: {
    ...organising,
    method: 'PUT',
    path: '/api/evaluations/:round/assignment',
    summary: 'Save the whole assignment; what somebody has submitted marks for stays assigned.',
    body: z.strictObject({ assignments: z.array(assignedTask).max(60_000) }),
    act: 'evaluation.saveAssignment',
    precondition: 'version',
  },
  listRoundComments: {
    method: 'GET',
    path: '/api/evaluations/:round/comments',
    permission: 'roundPaper:read',
    summary: 'What bureau staff said of single indicators, and what the evaluators answered.',
    params: roundParams,
    status: 200,
    response: comments,
    problems: ROUND_READ,
  },
  commentOnIndicator: {
    method: 'POST',
    path: '/api/evaluations/:round/comments',
    permission: 'evaluation:organise',
    summary:
      'Comment on an indicator of a county, or ask its evaluators for a change; no mark changes by it.',
    params: roundParams,
    body: z.strictObject({
      county: z.string().min(1).max(50),
      indicator: z.string().min(1).max(80),
      kind: z.enum(['comment', 'changeRequest']),
      text: z.string().trim().min(2).max(1000),
    }),
    act: 'evaluation.comment',
    idempotent: true,
    status: 201,
    response: comments,
    problems: ROUND_ORGANISED,
  },
  answerRoundComment: {
    method: 'POST',
    path: '/api/evaluations/:round/comments/:county/:indicator/:number/answer',
    permission: 'evaluation:evaluate',
    summary: 'Answer a comment; of a request also whether the mark was changed.',
    params: z.strictObject({
      round: z.uuid(),
      county: z.string().min(1).max(50),
      indicator: z.string().min(1).max(80),
      number: z
        .string()
        .regex(/^[1-9]\d{0,5}$/, '应为序号，如 1 / must be a number such as 1')
        .transform(Number),
    }),
    body: z.strictObject({
      answer: z.string().trim().min(2).max(1000),
      outcome: z.enum(['changed', 'kept']).optional(),
    }),
    act: 'evaluation.answerComment',
    idempotent: true,
    status: 200,
    response: comments,
    problems: [...ROUND_BODY, 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
