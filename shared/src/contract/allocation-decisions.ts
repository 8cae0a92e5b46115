import * as z from 'zod';
import { DECISION_STEPS } from '../domain/allocation/deciding/decision';
import { allocationProposal } from './allocation-proposal';
import { allocationSettings } from './allocation-settings';
import type { Endpoint } from './endpoint';
import { EVIDENCE_TYPES } from './evidence';
import { bilingual, countyName, fenAmount, instant, isoDate, pageState, programYearQuery } from './values';

const step = z.enum(DECISION_STEPS);
const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\r\n]*$/, '应为一行文字，不能换行 / must be one line of text');
const file = z.object({ id: z.uuid(), name: z.string(), sha256: z.string() });

const entry = z.object({
  number: z.int(),
  step,
  name: bilingual,
  outcome: z.enum(['taken', 'returned']),
  way: z.enum(['program', 'paper']),
  on: z.string(),
  documentNumber: z.string().nullable(),
  reason: z.string().nullable(),
  file: file.nullable(),
  enteredBy: z.string(),
  enteredAt: instant,
  checkedBy: z.string().nullable(),
  checkedAt: instant.nullable(),
  rejected: z.boolean(),
  /** What the checker found to differ from the paper. */
  checkReason: z.string().nullable(),
});

const head = z.object({
  id: z.uuid(),
  scenario: z.uuid(),
  scenarioName: z.string(),
  run: z.uuid(),
  stage: z.enum(['submitted', 'collectivelyDecided', 'countersigned', 'decided', 'returned']),
  stageName: bilingual,
  next: step.nullable(),
  awaitingCheck: z.boolean(),
  /** The document that it amends, such as 玉司发〔2014〕67号. */
  amends: z.string(),
  /** The earlier decision that it corrects. */
  corrects: z.uuid().nullable(),
  correctedBy: z.uuid().nullable(),
  documentNumber: z.string().nullable(),
  decidedOn: z.string().nullable(),
  submittedBy: z.string(),
  submittedAt: instant,
  /** 测算稿，不作为分配依据, until promulgated with number and date. */
  label: bilingual,
  sentence: bilingual,
});
export type DecisionHead = z.infer<typeof head>;

export const allocationDecision = z.object({
  ...pageState,
  ...head.omit({ awaitingCheck: true }).shape,
  /** For If-Match. */
  version: z.int(),
  entries: z.array(entry),
  awaitingCheck: entry.nullable(),
  /** What whoever asks may do now. */
  acts: z.array(
    z.object({
      act: z.enum(['take', 'return', 'enterPaper', 'check', 'submitAgain', 'attachOpinion']),
      step,
    }),
  ),
  /** What stands in the way of the next step, such as a missing 人员安置意见. */
  obstacles: z.array(bilingual),
  staffingOpinion: file.nullable(),
  settings: allocationSettings,
  changes: z.array(z.object({ setting: z.string(), before: bilingual, after: bilingual })),
  counties: z.array(countyName),
  proposal: allocationProposal,
  inputsSha256: z.string(),
  engineVersion: z.string(),
  /** Of the decided run: over run, document, date and every step. */
  snapshotSha256: z.string().nullable(),
  notices: z.array(
    z.object({
      county: z.string(),
      name: z.string(),
      readOn: z.string().nullable(),
      readBy: z.string().nullable(),
    }),
  ),
});
export type AllocationDecision = z.infer<typeof allocationDecision>;

export const allocationNotice = z.object({
  ...pageState,
  decision: z.uuid(),
  county: countyName,
  documentNumber: z.string(),
  decidedOn: z.string(),
  amends: z.string(),
  corrects: z.string().nullable(),
  lastPart: z.int(),
  lastFen: fenAmount,
  part: z.int(),
  fen: fenAmount,
  advanceFen: fenAmount,
  finalFen: fenAmount,
  cutTakesEffectOn: z.string().nullable(),
  sentence: bilingual,
  /** Of an old notice: which document corrected it. */
  corrected: bilingual.nullable(),
  reason: bilingual,
  steps: z.array(z.object({ label: bilingual, expression: z.string(), result: z.string() })),
  policy: z.array(bilingual),
  readOn: z.string().nullable(),
  readBy: z.string().nullable(),
});
export type AllocationNotice = z.infer<typeof allocationNotice>;

const decisionPath = z.strictObject({ decision: z.uuid() });
const noticePath = z.strictObject({ decision: z.uuid(), county: z.string().min(1).max(50) });
const code = z.string().min(6).max(40).optional();
const READ = ['invalid-request', 'not-found'] as const;
const UPLOAD = [...READ, 'refused', 'too-large', 'unsupported-media-type'] as const;
const BODY = [...UPLOAD, 'conflict'] as const;
const FACTOR = ['second-factor-required', 'second-factor-enrolment-required', 'too-many-requests'] as const;

export const allocationDecisionEndpoints = {
  listAllocationDecisions: {
    method: 'GET',
    path: '/api/allocation-decisions',
    permission: 'allocationRun:read',
    summary: 'Decisions of one program and year, the newest first: submitted, returned and promulgated.',
    query: programYearQuery,
    status: 200,
    response: z.object({ ...pageState, decisions: z.array(head) }),
    problems: ['invalid-request'],
  },
  readAllocationDecision: {
    method: 'GET',
    path: '/api/allocation-decisions/:decision',
    permission: 'allocationRun:read',
    summary: 'One decision: the split, every step with date, number and scan, and what comes next.',
    params: decisionPath,
    status: 200,
    response: allocationDecision,
    problems: READ,
  },
  submitAllocationDecision: {
    method: 'POST',
    path: '/api/allocation-decisions',
    permission: 'allocation:write',
    summary: 'Submit a scenario to be decided, naming the document that it amends.',
    body: z.strictObject({
      scenario: z.uuid(),
      amends: line(4, 120),
      /** The decided run that this one corrects. */
      corrects: z.uuid().nullable(),
    }),
    act: 'allocationDecision.submit',
    idempotent: true,
    status: 201,
    response: allocationDecision,
    problems: BODY,
  },
  takeDecisionStep: {
    method: 'POST',
    path: '/api/allocation-decisions/:decision/steps',
    permission: 'allocation:decide',
    summary:
      'Take or return the next step in the program, or enter it from paper for another person to check.',
    params: decisionPath,
    body: z.strictObject({
      step,
      outcome: z.enum(['taken', 'returned']),
      way: z.enum(['program', 'paper']),
      on: isoDate,
      documentNumber: line(4, 80).nullable(),
      reason: line(2, 500).nullable(),
      /** A scan that was uploaded to the decision before. */
      file: z.uuid().nullable(),
      code,
    }),
    act: 'allocationDecision.step',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: allocationDecision,
    problems: [...BODY, ...FACTOR],
  },
  checkDecisionEntry: {
    method: 'POST',
    path: '/api/allocation-decisions/:decision/check',
    permission: 'allocation:decide',
    summary:
      'Confirm or reject what another person entered from paper; a confirmed promulgation decides the run.',
    params: decisionPath,
    body: z.strictObject({
      number: z.int().min(1),
      outcome: z.enum(['confirmed', 'rejected']),
      reason: line(2, 500).nullable(),
      code,
    }),
    act: 'allocationDecision.check',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: allocationDecision,
    problems: [...BODY, ...FACTOR],
  },
  uploadDecisionFile: {
    method: 'POST',
    path: '/api/allocation-decisions/:decision/files',
    permission: 'allocation:decide',
    summary: 'A scan of a signed step, or the 人员安置意见 (field `file`).',
    params: decisionPath,
    query: z.strictObject({ kind: z.enum(['scan', 'staffingOpinion']) }),
    upload: true,
    act: 'allocationDecision.file',
    status: 201,
    response: z.object({ file, decision: allocationDecision }),
    problems: [...UPLOAD, 'forbidden'],
  },
  readDecisionFile: {
    method: 'GET',
    path: '/api/allocation-decisions/:decision/files/:file',
    permission: 'allocationRun:read',
    summary: 'A scan or the staffing opinion, as it was uploaded.',
    params: z.strictObject({ decision: z.uuid(), file: z.uuid() }),
    status: 200,
    response: null,
    files: EVIDENCE_TYPES,
    problems: READ,
  },
  listAllocationNotices: {
    method: 'GET',
    path: '/api/allocation-notices',
    permission: 'allocationNotice:read',
    summary: 'Notices of decided splits of one program and year: a county its own, only after the decision.',
    query: programYearQuery,
    status: 200,
    response: z.object({ ...pageState, notices: z.array(allocationNotice) }),
    problems: ['invalid-request'],
  },
  readAllocationNotice: {
    method: 'GET',
    path: '/api/allocation-decisions/:decision/notices/:county',
    permission: 'allocationNotice:read',
    summary: 'The notice of one county with its explanation, to print.',
    params: noticePath,
    status: 200,
    response: allocationNotice,
    problems: READ,
  },
  acknowledgeAllocationNotice: {
    method: 'POST',
    path: '/api/allocation-decisions/:decision/notices/:county/reading',
    permission: 'allocationNotice:acknowledge',
    summary: 'The county has read its notice (签收); once.',
    params: noticePath,
    act: 'allocationNotice.acknowledge',
    status: 200,
    response: allocationNotice,
    problems: READ,
  },
} as const satisfies Record<string, Endpoint>;
