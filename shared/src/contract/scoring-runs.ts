import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { certificateDocument } from './engine/certificate';
import {
  bilingual,
  decimalText,
  figureState,
  grade,
  instant,
  programId,
  programYearQuery,
  recordReference,
} from './values';

const evaluationKind = z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']);

const runHead = z.object({
  id: z.string(),
  program: programId,
  year: z.int(),
  kind: evaluationKind,
  state: figureState,
  finalisedOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  createdAt: instant,
  engineVersion: z.string(),
  /** SHA-256 of the inputs as canonical JSON; the 校验码 is its first six characters. */
  inputsSha256: z.string(),
  demonstration: z.boolean(),
});

const leaf = z.object({
  id: z.string(),
  name: bilingual,
  parent: z.string().nullable(),
  marks: decimalText,
  ruleScore: decimalText.nullable(),
  finalScore: decimalText.nullable(),
  state: z.enum(['scored', 'notApplicable', 'missing']),
});

/** Before the round is finalised there is no grade: it stays null, and no order but the official one is kept. */
const countyScore = z.object({
  county: z.string(),
  name: z.string(),
  total: decimalText.nullable(),
  grade: grade.nullable(),
  missing: z.array(z.string()),
  leaves: z.array(leaf),
});

const dimension = z.object({ id: z.string(), name: bilingual, marks: decimalText });

export interface ExplanationStep {
  label: { zh: string; en: string };
  expression: string;
  result: string;
  records: z.infer<typeof recordReference>[];
  children: ExplanationStep[];
}
/** A step that a person can follow with a pencil; its records lead down to the facts. */
export const explanationStep: z.ZodType<ExplanationStep> = z
  .object({
    label: bilingual,
    expression: z.string(),
    result: z.string(),
    records: z.array(recordReference),
    get children() {
      return z.array(explanationStep);
    },
  })
  .meta({ id: 'ExplanationStep' });

export const scoringRun = runHead.extend({
  method: z.object({
    name: bilingual,
    version: z.int(),
    fullMarks: decimalText,
    dimensions: z.array(dimension),
  }),
  counties: z.array(countyScore),
});
export type ScoringRun = z.infer<typeof scoringRun>;

export const scoringRunEndpoints = {
  listScoringRuns: {
    method: 'GET',
    path: '/api/scoring-runs',
    permission: 'scoringRun:read',
    summary: 'Stored scoring runs of one program and year, the newest first.',
    query: programYearQuery,
    status: 200,
    response: z.object({ scoringRuns: z.array(runHead) }),
    problems: ['invalid-request'],
  },
  readScoringRun: {
    method: 'GET',
    path: '/api/scoring-runs/:run',
    permission: 'scoringRun:read',
    summary: 'One scoring run with the scores of every county that the account may read.',
    params: z.strictObject({ run: z.uuid() }),
    status: 200,
    response: scoringRun,
    problems: ['invalid-request', 'not-found'],
  },
  explainScore: {
    method: 'GET',
    path: '/api/scoring-runs/:run/counties/:county',
    permission: 'scoringRun:read',
    summary: "The explanation of one county's score, step by step, down to its records.",
    params: z.strictObject({ run: z.uuid(), county: z.string().max(40) }),
    status: 200,
    response: z.object({
      run: runHead,
      score: countyScore,
      explanation: explanationStep,
      /** One explanation a leaf, by the leaf's id. */
      leaves: z.record(z.string(), explanationStep),
    }),
    problems: ['invalid-request', 'not-found'],
  },
  readScoringCertificate: {
    method: 'GET',
    path: '/api/scoring-runs/:run/certificate',
    permission: 'certificate:read',
    summary: 'The certificate of a scoring run, which `yuheng verify` computes again without a server.',
    params: z.strictObject({ run: z.uuid() }),
    status: 200,
    response: certificateDocument,
    problems: ['invalid-request', 'not-found'],
  },
  createScoringRun: {
    method: 'POST',
    path: '/api/scoring-runs',
    permission: 'scoringRun:create',
    summary: 'Score all counties from the facts of now; the same inputs give the run that is already stored.',
    body: z.strictObject({ program: programId, year: z.int().min(2000).max(2100), kind: evaluationKind }),
    act: 'scoringRun.create',
    status: 201,
    response: scoringRun,
    problems: ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
