import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { findingDetail } from './findings';
import { roundHead, roundPath } from './replies';
import { bilingual, decimalText, grade, isoDate } from './values';

const changedLeaf = z.object({
  indicator: z.string(),
  name: bilingual,
  before: decimalText.nullable(),
  after: decimalText.nullable(),
});

const resultCounty = z.object({
  county: z.string(),
  name: z.string(),
  total: decimalText.nullable(),
  /** On finalised results only, like ranks. */
  grade: grade.nullable(),
  rank: z.int().nullable(),
  /** Others have the same rank: equal, or no further apart than the stated error. */
  shared: z.boolean(),
  /** Against the finalised result of the year before, of the same kind; with its sign. */
  change: z.string().nullable(),
  dimensions: z.array(
    z.object({ id: z.string(), score: decimalText.nullable(), lost: decimalText.nullable() }),
  ),
  changed: z.array(changedLeaf),
  missing: z.array(z.string()),
});
export type ResultCounty = z.infer<typeof resultCounty>;

export const evaluationResults = z.object({
  ...roundHead.shape,
  /** none: nothing is there to be read yet; draft: before 定案, without ranks and grades. */
  stage: z.enum(['none', 'draft', 'finalised']),
  /** Of the finalisation that is shown; evaluating again adds a number. */
  number: z.int().nullable(),
  numbers: z.array(z.object({ number: z.int(), finalisedOn: z.string(), documentNumber: z.string() })),
  run: z.uuid().nullable(),
  inputsSha256: z.string().nullable(),
  fullMarks: decimalText.nullable(),
  dimensions: z.array(z.object({ id: z.string(), name: bilingual, marks: decimalText })),
  /** In marks: totals no further apart than this share a rank; null where none was stated. */
  markingError: decimalText.nullable(),
  sentence: bilingual,
  counties: z.array(resultCounty),
  obstacles: z.array(
    z.object({ county: z.string().nullable(), indicator: z.string().nullable(), words: bilingual }),
  ),
  acts: z.array(z.enum(['finalise', 'raiseFinding'])),
  /** The leaves of the method, for a finding of the evaluation. */
  leaves: z.array(z.object({ id: z.string(), name: bilingual })),
});
export type EvaluationResults = z.infer<typeof evaluationResults>;

const BODY = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

export const evaluationResultEndpoints = {
  readEvaluationResults: {
    method: 'GET',
    path: '/api/evaluations/:round/results',
    permission: 'evaluationResult:read',
    summary: 'The result of a round, the latest or a numbered one; a county reads its own row.',
    params: roundPath,
    query: z.strictObject({ number: z.coerce.number().int().min(1).max(1000).optional() }),
    status: 200,
    response: evaluationResults,
    problems: ['invalid-request', 'not-found'],
  },
  finaliseRound: {
    method: 'POST',
    path: '/api/evaluations/:round/finalisations',
    permission: 'evaluationResult:finalise',
    summary:
      'Finalise the round (定案): the scores of now, beside earlier results where it was finalised before.',
    params: roundPath,
    body: z.strictObject({ finalisedOn: isoDate, documentNumber: z.string().trim().min(1).max(100) }),
    act: 'evaluationRound.finalise',
    idempotent: true,
    status: 201,
    response: evaluationResults,
    problems: BODY,
  },
  raiseEvaluationFinding: {
    method: 'POST',
    path: '/api/evaluations/:round/findings',
    permission: 'evaluationResult:finalise',
    summary: 'A problem that the evaluation found becomes a finding of the county, with clause and deadline.',
    params: roundPath,
    body: z.strictObject({
      county: z.string().min(1).max(40),
      indicator: z.string().min(1).max(100),
      summary: z.string().trim().min(1).max(1000),
      clause: z.string().trim().min(1).max(300),
      deadline: isoDate,
      responsible: z.string().trim().min(1).max(100).optional(),
    }),
    act: 'finding.raiseOfEvaluation',
    idempotent: true,
    status: 201,
    response: findingDetail,
    problems: BODY,
  },
} as const satisfies Record<string, Endpoint>;
