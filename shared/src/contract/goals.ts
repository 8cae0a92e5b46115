import * as z from 'zod';
import { GOAL_KINDS, type GoalKind } from '../domain/goals/goal';
import type { Endpoint } from './endpoint';
import { bilingual, fenAmount, isoDate, pageState, programId, programYearQuery } from './values';

const kind = z.enum(Object.keys(GOAL_KINDS) as [GoalKind, ...GoalKind[]]);
const stage = z.enum(['open', 'submitted', 'returned', 'reviewed', 'agreed', 'issued']);
const act = z.enum(['save', 'submit', 'return', 'review', 'agree', 'issue', 'adjust']);
const metric = z.enum([
  'personMonthsOnPost',
  'cityPartPerPersonMonth',
  'executionRateOfReceipts',
  'executionRateOfBudget',
  'receiptTimeliness',
  'passOnTimeliness',
  'socialInsuranceCoverage',
  'onPostRate',
  'wageTimeliness',
  'cityPartPassedOn',
  'inspectionAverage',
  'rectificationTimeliness',
  'inspectionCompletion',
  'workloadPerPost',
  'reoffendingRate',
  'trainingHours',
  'satisfaction',
]);

const amount = z.int().min(0).max(1_000_000_000_000);
const words = (most: number) => z.string().max(most);

/** One line of a table of goals. */
export const countyGoal = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, '应为小写字母、数字或连字符 / must be small letters, digits or hyphens'),
  kind,
  name: words(80),
  relation: z.enum(['atLeast', 'atMost', 'exactly', 'qualitative']),
  value: words(200),
  unit: words(20),
  metric: metric.nullable(),
});

/** 项目支出绩效目标表; a draft may be incomplete, what is submitted may not. */
export const goalTable = z.strictObject({
  funds: z.strictObject({ total: amount, cityGrant: amount, countyPart: amount, other: amount }),
  objective: words(1000),
  indicators: z.array(countyGoal).max(60),
});

const event = z.object({
  act,
  version: z.int(),
  at: z.string(),
  by: z.string(),
  reason: z.string().nullable(),
});

const issue = z.object({ documentNumber: z.string(), issuedOn: z.string() });

export const goalRecord = z.object({
  ...pageState,
  county: z.string(),
  countyName: z.string(),
  /** Of the version being worked on, or of the issued one where none is. */
  version: z.int(),
  stage,
  stageName: bilingual,
  /** Of the record, for If-Match; 0: nobody has written anything, and `table` is the draft from the approved posts. */
  lock: z.int(),
  table: goalTable,
  /** The version in force: what was promised. */
  issued: z.object({ version: z.int(), table: goalTable, ...issue.shape }).nullable(),
  /** What keeps it from being submitted. */
  refusals: z.array(z.object({ pointer: z.string(), detail: bilingual })),
  returnReason: z.string().nullable(),
  events: z.array(event),
  /** What the reader may do now. */
  acts: z.array(act),
});
export type GoalRecord = z.infer<typeof goalRecord>;

const answer = z.strictObject({
  indicator: z.string().max(40),
  actual: words(200).nullable(),
  reason: words(500),
  likelihood: z.enum(['certain', 'possible', 'unlikely']).nullable(),
  measures: words(500),
});

const monitoringStage = z.enum(['notDue', 'open', 'submitted', 'returned', 'approved']);

export const midYearRecord = z.object({
  ...pageState,
  county: z.string(),
  countyName: z.string(),
  stage: monitoringStage,
  lock: z.int(),
  /** The last day that the figures stand for: 31 August at the latest, when all of July is due. */
  figuresAsOf: z.string(),
  budgetFen: fenAmount,
  spentFen: fenAmount,
  executionRate: z.string().nullable(),
  lines: z.array(
    z.object({
      indicator: countyGoal,
      actual: z.string().nullable(),
      reached: z.string().nullable(),
      needsReason: z.boolean(),
      note: bilingual.nullable(),
      answer,
    }),
  ),
  refusals: z.array(z.object({ pointer: z.string(), detail: bilingual })),
  returnReason: z.string().nullable(),
  submittedOn: z.string().nullable(),
  approvedOn: z.string().nullable(),
  acts: z.array(z.enum(['save', 'submit', 'return', 'approve'])),
});
export type MidYearRecord = z.infer<typeof midYearRecord>;

/** One county, program and year, as an address names them. */
export const countyYear = z.strictObject({
  program: programId,
  county: z.string().max(40),
  year: z
    .string()
    .regex(/^20\d{2}$/, '应为四位年份，如 2025 / must be a year of four digits such as 2025')
    .transform(Number),
});
const reason = z.string().trim().min(2).max(500);
const empty = z.strictObject({});
/** Where a second factor is due and was not given within ten minutes. */
const code = z.string().min(6).max(40).optional();
const approval = z.strictObject({ code });
export const GOAL_BODY = [
  'invalid-request',
  'not-found',
  'conflict',
  'too-large',
  'unsupported-media-type',
] as const;
const CHECKED = [...GOAL_BODY, 'refused'] as const;
/** Of an act by which somebody approves. */
export const GOAL_AGREED = [
  ...GOAL_BODY,
  'second-factor-required',
  'second-factor-enrolment-required',
  'too-many-requests',
] as const;
const APPROVED = [...GOAL_AGREED, 'refused'] as const;

const change = {
  params: countyYear,
  precondition: 'version',
  idempotent: true,
  status: 200,
  problems: GOAL_BODY,
} as const;

const goalStanding = z.object({
  ...pageState,
  counties: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      version: z.int(),
      stage,
      stageName: bilingual,
      documentNumber: z.string().nullable(),
      issuedOn: z.string().nullable(),
      midYear: monitoringStage,
    }),
  ),
});
export type GoalStanding = z.infer<typeof goalStanding>;

export const goalEndpoints = {
  listGoals: {
    method: 'GET',
    path: '/api/goals',
    permission: 'goal:read',
    summary: 'How far the yearly table of goals of each county is.',
    query: programYearQuery,
    status: 200,
    response: goalStanding,
    problems: ['invalid-request'],
  },
  readGoal: {
    method: 'GET',
    path: '/api/goals/:program/:county/:year',
    permission: 'goal:read',
    summary: 'The yearly table of goals of one county: the version being worked on and the one in force.',
    params: countyYear,
    status: 200,
    response: goalRecord,
    problems: ['invalid-request', 'not-found'],
  },
  saveGoal: {
    ...change,
    method: 'PUT',
    path: '/api/goals/:program/:county/:year',
    permission: 'goal:write',
    summary: 'Save the table as it stands; an incomplete one can be saved.',
    body: goalTable,
    act: 'goal.save',
    response: goalRecord,
  },
  submitGoal: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/submission',
    permission: 'goal:write',
    summary: 'Submit the table to the city justice bureau.',
    body: empty,
    act: 'goal.submit',
    problems: CHECKED,
    response: goalRecord,
  },
  returnGoal: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/return',
    permission: 'goal:review',
    summary: 'Give the table back to the county, with the reason.',
    body: z.strictObject({ reason }),
    act: 'goal.return',
    response: goalRecord,
  },
  reviewGoal: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/review',
    permission: 'goal:review',
    summary: 'Say that the table was reviewed and is fit to be agreed with finance.',
    body: approval,
    act: 'goal.review',
    problems: APPROVED,
    response: goalRecord,
  },
  agreeGoal: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/agreement',
    permission: 'goal:agree',
    summary: 'The city finance bureau agrees with the table.',
    body: approval,
    act: 'goal.agree',
    problems: GOAL_AGREED,
    response: goalRecord,
  },
  issueGoal: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/issue',
    permission: 'goal:review',
    summary: 'Issue the table with the money, by the number of the transfer’s document.',
    body: z.strictObject({ documentNumber: z.string().trim().min(4).max(80), issuedOn: isoDate, code }),
    act: 'goal.issue',
    problems: APPROVED,
    response: goalRecord,
  },
  adjustGoal: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/adjustment',
    permission: 'goal:write',
    summary:
      'Open a new version of an issued table, with the reason; the issued one stays in force meanwhile.',
    body: z.strictObject({ reason }),
    act: 'goal.adjust',
    response: goalRecord,
  },
  readMidYear: {
    method: 'GET',
    path: '/api/goals/:program/:county/:year/mid-year',
    permission: 'goal:read',
    summary: 'The mid-year monitoring form, filled from the facts of January to July.',
    params: countyYear,
    status: 200,
    response: midYearRecord,
    problems: ['invalid-request', 'not-found'],
  },
  saveMidYear: {
    ...change,
    method: 'PUT',
    path: '/api/goals/:program/:county/:year/mid-year',
    permission: 'goal:write',
    summary: 'Save what the county says of the indicators.',
    body: z.strictObject({ answers: z.array(answer).max(60) }),
    act: 'midYear.save',
    response: midYearRecord,
  },
  submitMidYear: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/mid-year/submission',
    permission: 'goal:write',
    summary: 'Submit the mid-year form; its figures are kept as they stand on that day.',
    body: empty,
    act: 'midYear.submit',
    problems: CHECKED,
    response: midYearRecord,
  },
  returnMidYear: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/mid-year/return',
    permission: 'goal:review',
    summary: 'Give the mid-year form back to the county, with the reason.',
    body: z.strictObject({ reason }),
    act: 'midYear.return',
    response: midYearRecord,
  },
  approveMidYear: {
    ...change,
    method: 'POST',
    path: '/api/goals/:program/:county/:year/mid-year/approval',
    permission: 'goal:review',
    summary: 'Approve the mid-year form.',
    body: approval,
    act: 'midYear.approve',
    problems: APPROVED,
    response: midYearRecord,
  },
} as const satisfies Record<string, Endpoint>;
