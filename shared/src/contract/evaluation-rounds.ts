import * as z from 'zod';
import { ROUND_STEPS } from '../domain/evaluating/round-steps';
import type { Endpoint } from './endpoint';
import { EVIDENCE_TYPES } from './evidence';
import {
  bilingual,
  countyName,
  decimalText,
  instant,
  isoDate,
  programId,
  queryYear,
  yearMonth,
} from './values';

export const evaluationKind = z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']);
export const memberRank = z.enum(['member', 'lead', 'reviewer']);
export const assignmentTurn = z.enum(['first', 'second', 'third']);
const step = z.enum(ROUND_STEPS);
const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\r\n]*$/, '应为一行文字，不能换行 / must be one line of text');
const words = (most: number) => z.string().trim().min(2).max(most);

export const roundParams = z.strictObject({ round: z.uuid() });
export const ROUND_READ = ['invalid-request', 'not-found'] as const;
export const ROUND_BODY = [...ROUND_READ, 'conflict', 'too-large', 'unsupported-media-type'] as const;
/** Who reads the round, but organises another kind of evaluation. */
export const ROUND_ORGANISED = [...ROUND_BODY, 'forbidden', 'refused'] as const;

/** What can be set until scoring starts. */
const settings = {
  methodVersion: z.int().min(1).max(100_000),
  /** The months from which evidence counts. */
  windowFrom: yearMonth,
  windowTo: yearMonth,
  scoreBy: isoDate,
  replyBy: isoDate,
  /** So many marks apart, two evaluators' marks go to a third. */
  gapMarks: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/, '应为不超过两位小数的分数，如 3 / must be marks such as 3'),
  /** How many evaluators mark each county and section. */
  markers: z.int().min(1).max(5),
  /** Percent of what people mark that one more evaluator marks. */
  secondShare: z.int().min(0).max(100),
  /** Nobody marks a county two years running. */
  rotate: z.boolean(),
  seed: z.int().min(0).max(4_294_967_295),
};

const head = z.object({
  id: z.uuid(),
  program: programId,
  year: z.int(),
  kind: evaluationKind,
  methodVersion: z.int(),
  methodName: bilingual,
  windowFrom: z.string(),
  windowTo: z.string(),
  scoreBy: z.string().nullable(),
  /** As planned; once the counties were asked, until when they were asked last. */
  replyBy: z.string().nullable(),
  finalisedOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  /** The furthest step; null before the first. */
  step: step.nullable(),
  stepName: bilingual.nullable(),
  next: step.nullable(),
  /** Marks that people give: expected by the assignment, and submitted; of a member the own ones. Null for a county. */
  marks: z.object({ expected: z.int(), given: z.int() }).nullable(),
  /** How far it is, in a sentence. */
  sentence: bilingual,
});
export type RoundHead = z.infer<typeof head>;

const stepRecord = z.object({
  step,
  name: bilingual,
  /** Null: not taken yet. */
  taken: z
    .object({
      takenOn: z.string(),
      documentNumber: z.string().nullable(),
      note: z.string().nullable(),
      file: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      passedOver: z.boolean(),
      by: z.string(),
      at: instant,
    })
    .nullable(),
  isNext: z.boolean(),
  mayBePassedOver: z.boolean(),
  /** Entered by an act of its own. */
  ownAct: z.boolean(),
});

const member = z.object({
  account: z.uuid(),
  username: z.string(),
  name: z.string(),
  firm: z.object({ id: z.uuid(), name: z.string() }),
  rank: memberRank,
  joinedOn: z.string(),
  withdrawnOn: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
  /** By county; what is not named is not declared yet. */
  declarations: z.array(
    z.object({ county: z.string(), conflict: z.boolean(), reason: z.string().nullable() }),
  ),
  /** Leaves that are assigned: to be marked, and to be confirmed. */
  load: z.object({ byPeople: z.int(), byProgram: z.int(), counties: z.int() }),
  marksGiven: z.int(),
});

export const assignedTask = z.strictObject({
  county: z.string().min(1).max(50),
  section: z.string().min(1).max(80),
  account: z.uuid(),
  turn: assignmentTurn,
});

export const evaluationRound = z.object({
  ...head.shape,
  /** Of the round, for If-Match. */
  version: z.int(),
  gapMarks: decimalText,
  markers: z.int(),
  secondShare: z.int(),
  rotate: z.boolean(),
  seed: z.int(),
  createdBy: z.string().nullable(),
  methodSha256: z.string().nullable(),
  asOf: z.string(),
  demonstration: z.boolean(),
  steps: z.array(stepRecord),
  sections: z.array(
    z.object({
      id: z.string(),
      name: bilingual,
      byPeople: z.int(),
      byProgram: z.int(),
      /** In the order of the method. */
      leaves: z.array(z.object({ id: z.string(), name: bilingual })),
    }),
  ),
  counties: z.array(countyName),
  /** The whole team for the city and who leads the round; of a member only the own line; empty for a county. */
  team: z.array(member),
  assignments: z.array(assignedTask),
  /** Whose packs for work off line are out and who brought one back, for the city and who leads; null: there is none. */
  packs: bilingual.nullable(),
  /** What the reader is in the round, if anything. */
  own: z.object({ account: z.uuid(), rank: memberRank }).nullable(),
  /** The reader organises this round. */
  mayOrganise: z.boolean(),
  /** Settings can still be changed. */
  mayChange: z.boolean(),
  /** What keeps scoring from being started; empty where nothing does, or it was. */
  obstacles: z.array(bilingual),
});
export type EvaluationRoundRecord = z.infer<typeof evaluationRound>;

const create = z.strictObject({
  program: programId,
  year: z.int().min(2000).max(2100),
  kind: evaluationKind,
  ...settings,
});
const taking = {
  takenOn: isoDate,
  documentNumber: line(2, 80).optional(),
  note: words(500).optional(),
  /** A scan that was stored for this round. */
  file: z.uuid().optional(),
};

const organising = {
  params: roundParams,
  permission: 'evaluation:organise',
  idempotent: true,
  status: 200,
  response: evaluationRound,
  problems: ROUND_ORGANISED,
} as const;

export const evaluationRoundEndpoints = {
  listEvaluations: {
    method: 'GET',
    path: '/api/evaluations',
    permission: 'evaluation:read',
    summary: 'Evaluation rounds with how far each is; of evaluators, those in whose team they are.',
    query: z.strictObject({ program: programId.optional(), year: queryYear.optional() }),
    status: 200,
    response: z.object({
      asOf: z.string(),
      demonstration: z.boolean(),
      rounds: z.array(head),
      /** The kinds of round that the reader organises. */
      organises: z.array(evaluationKind),
      /** Published versions, from which a round can be made. */
      methods: z.array(
        z.object({ program: programId, version: z.int(), name: bilingual, publishedOn: z.string() }),
      ),
    }),
    problems: ['invalid-request'],
  },
  createEvaluation: {
    method: 'POST',
    path: '/api/evaluations',
    permission: 'evaluation:organise',
    summary: 'Open a round: program, year and kind, by a published version of the method.',
    body: create,
    act: 'evaluation.create',
    idempotent: true,
    status: 201,
    response: evaluationRound,
    problems: ['invalid-request', 'conflict', 'forbidden', 'refused', 'too-large', 'unsupported-media-type'],
  },
  readEvaluation: {
    method: 'GET',
    path: '/api/evaluations/:round',
    permission: 'evaluation:read',
    summary: 'One round: its steps, team, assignment and progress, as far as the reader may see them.',
    params: roundParams,
    status: 200,
    response: evaluationRound,
    problems: ROUND_READ,
  },
  changeEvaluation: {
    ...organising,
    method: 'PUT',
    path: '/api/evaluations/:round',
    summary: 'Change window, dates and settings, until scoring starts.',
    body: z.strictObject(settings),
    act: 'evaluation.change',
    precondition: 'version',
  },
  registerStep: {
    ...organising,
    method: 'POST',
    path: '/api/evaluations/:round/steps',
    summary: 'Register a step with its day, document number and scan, or pass it over with the reason.',
    body: z.strictObject({ step, ...taking, passedOver: z.boolean().optional() }),
    act: 'evaluation.registerStep',
  },
  startScoring: {
    ...organising,
    method: 'POST',
    path: '/api/evaluations/:round/scoring',
    summary: 'Let the evaluators mark: everything is assigned, and everybody has declared.',
    body: z.strictObject(taking),
    act: 'evaluation.startScoring',
  },
  storeRoundFile: {
    method: 'POST',
    path: '/api/evaluations/:round/files',
    permission: 'evaluation:organise',
    summary: 'Store a scan of the round (field `file`; PDF, JPEG, PNG, .docx or .xlsx, up to 10 MB).',
    params: roundParams,
    upload: true,
    act: 'evaluation.storeFile',
    status: 201,
    response: z.object({
      id: z.uuid(),
      name: z.string(),
      mediaType: z.enum(EVIDENCE_TYPES),
      size: z.int(),
      sha256: z.string(),
    }),
    problems: ['invalid-request', 'not-found', 'forbidden', 'too-large', 'unsupported-media-type'],
  },
  downloadRoundFile: {
    method: 'GET',
    path: '/api/evaluations/:round/files/:file',
    permission: 'roundPaper:read',
    summary: 'A stored scan, to be saved.',
    params: z.strictObject({ round: z.uuid(), file: z.uuid() }),
    status: 200,
    response: null,
    files: EVIDENCE_TYPES,
    problems: ROUND_READ,
  },
} as const satisfies Record<string, Endpoint>;
