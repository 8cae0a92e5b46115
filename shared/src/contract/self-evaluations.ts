import * as z from 'zod';
import { ATTAINMENTS } from '../domain/goals/self-evaluation/self-evaluation';
import type { Endpoint } from './endpoint';
import { countyGoal, countyYear, GOAL_AGREED, GOAL_BODY } from './goals';
import { bilingual, decimalText, fenAmount, pageState, programYearQuery } from './values';

const words = (most: number) => z.string().max(most);

const answer = z.strictObject({
  /** A line of the table of goals, or `executionRateOfBudget`. */
  indicator: z.string().max(40),
  actual: words(200).nullable(),
  attainment: z.enum(ATTAINMENTS).nullable(),
  percent: words(20).nullable(),
  reason: words(500),
});

const stage = z.enum(['notDue', 'open', 'submitted', 'returned', 'approved']);

/** 年初预算数, 全年预算数, 全年执行数 of the city’s money. */
const money = { initialBudgetFen: fenAmount, adjustedBudgetFen: fenAmount, spentFen: fenAmount };

export const selfEvaluationRecord = z.object({
  ...pageState,
  county: z.string(),
  countyName: z.string(),
  /** Of the city, whose justice bureau is in charge. */
  cityName: z.string(),
  stage,
  lock: z.int(),
  /** The last day that the figures stand for. */
  figuresAsOf: z.string(),
  ...money,
  objective: z.string(),
  /** Which table of goals it rests on; null: none was issued, and the draft from the approved posts stands for it. */
  goalsDocument: z.string().nullable(),
  /** The version of the method of the round of self-evaluation that gives the marks; null: none is set up, the usual ones count. */
  methodVersion: z.int().nullable(),
  lines: z.array(
    z.object({
      /** null: the line of the money. */
      goal: countyGoal.nullable(),
      indicator: z.string(),
      marks: decimalText,
      actual: z.string().nullable(),
      fromFigures: z.boolean(),
      score: decimalText.nullable(),
      state: z.enum(['scored', 'notApplicable', 'missing']),
      needsReason: z.boolean(),
      note: bilingual.nullable(),
      answer,
    }),
  ),
  total: decimalText.nullable(),
  refusals: z.array(z.object({ pointer: z.string(), detail: bilingual })),
  returnReason: z.string().nullable(),
  submittedOn: z.string().nullable(),
  approvedOn: z.string().nullable(),
  acts: z.array(z.enum(['save', 'submit', 'return', 'approve'])),
});
export type SelfEvaluationRecord = z.infer<typeof selfEvaluationRecord>;

export const selfEvaluationSummary = z.object({
  ...pageState,
  counties: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stage,
      /** Once approved; before that it is the county’s own. */
      total: decimalText.nullable(),
      adjustedBudgetFen: fenAmount.nullable(),
      spentFen: fenAmount.nullable(),
    }),
  ),
  /** 汇总自评表 of the approved forms; only for who reads the city. */
  summary: z
    .object({
      ...money,
      executionRate: decimalText.nullable(),
      /** null until every county’s form is approved. */
      total: decimalText.nullable(),
      lines: z.array(
        z.object({
          goal: countyGoal.pick({ kind: true, name: true, relation: true, unit: true }),
          counties: z.int(),
          met: z.int(),
          values: z.array(z.string()),
          sum: decimalText.nullable(),
          range: z.tuple([z.string(), z.string()]).nullable(),
          rate: decimalText.nullable(),
        }),
      ),
    })
    .nullable(),
});
export type SelfEvaluationSummaryPage = z.infer<typeof selfEvaluationSummary>;

const reason = z.string().trim().min(2).max(500);
const change = {
  params: countyYear,
  precondition: 'version',
  idempotent: true,
  status: 200,
  problems: GOAL_BODY,
  response: selfEvaluationRecord,
} as const;

export const selfEvaluationEndpoints = {
  listSelfEvaluations: {
    method: 'GET',
    path: '/api/self-evaluations',
    permission: 'goal:read',
    summary: 'How far the self-evaluation of each county is, and the city’s summary of the approved ones.',
    query: programYearQuery,
    status: 200,
    response: selfEvaluationSummary,
    problems: ['invalid-request'],
  },
  readSelfEvaluation: {
    method: 'GET',
    path: '/api/goals/:program/:county/:year/self-evaluation',
    permission: 'selfEvaluation:read',
    summary:
      'The self-evaluation form of one county, filled from the facts of the year and the issued goals.',
    params: countyYear,
    status: 200,
    response: selfEvaluationRecord,
    problems: ['invalid-request', 'not-found'],
  },
  saveSelfEvaluation: {
    ...change,
    method: 'PUT',
    path: '/api/goals/:program/:county/:year/self-evaluation',
    permission: 'goal:write',
    summary: 'Save what the county says of the lines.',
    body: z.strictObject({ answers: z.array(answer).max(61) }),
    act: 'selfEvaluation.save',
  },
  submitSelfEvaluation: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/self-evaluation/submission',
    permission: 'goal:write',
    summary: 'Submit the form; its figures and scores are kept as they stand on that day.',
    body: z.strictObject({}),
    act: 'selfEvaluation.submit',
    problems: [...GOAL_BODY, 'refused'],
  },
  returnSelfEvaluation: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/self-evaluation/return',
    permission: 'goal:review',
    summary: 'Give the form back to the county, with the reason.',
    body: z.strictObject({ reason }),
    act: 'selfEvaluation.return',
  },
  approveSelfEvaluation: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/self-evaluation/approval',
    permission: 'goal:review',
    summary: 'Approve the form; it counts in the city’s summary from then on.',
    body: z.strictObject({ code: z.string().min(6).max(40).optional() }),
    act: 'selfEvaluation.approve',
    problems: [...GOAL_AGREED, 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
