import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { roundHead, roundPath, scoreText } from './replies';
import { entryValue, scoreLeaf } from './score-sheets';
import { bilingual, decimalText, instant, isoDate } from './values';

const county = z.string().min(1).max(40);
const indicator = z.string().min(1).max(100);
const words = z.string().trim().min(1).max(2000);

/** The value that a leaf of another rule than `evaluator` takes; which key it is the rule says. */
const agreedValue = z.strictObject({
  band: z.string().max(100).optional(),
  ratio: scoreText.optional(),
  met: z.union([z.boolean(), z.array(z.string().max(100)).max(100)]).optional(),
  occurrences: scoreText.optional(),
  actual: scoreText.optional(),
  target: scoreText.optional(),
  occurred: z.boolean().optional(),
  /** Of a veto that occurred: by which document of audit, finance supervision or discipline. */
  documentNumber: z.string().trim().min(1).max(100).optional(),
});

const deliberation = z.object({
  number: z.int(),
  heldOn: z.string(),
  members: z.array(z.string()),
  minutesNumber: z.string(),
  text: z.string(),
  finalScore: decimalText.nullable(),
  /** Where a value of the rule’s own shape was settled on. */
  value: entryValue.nullable(),
  reason: z.string(),
  by: z.string(),
  at: instant,
});

const gap = z.object({
  county: z.string(),
  name: z.string(),
  indicator: z.string(),
  indicatorName: bilingual,
  fullMarks: decimalText,
  /** Of the rule `evaluator`: 合议 sets a score; of a computed leaf too; of any other a value. */
  takes: z.enum(['score', 'value']),
  /** The leaf with its rule, by which the form asks for a value; null where a score is settled. */
  leaf: scoreLeaf.nullable(),
  marks: z.array(z.object({ evaluator: z.string(), name: z.string(), marks: decimalText.nullable() })),
  difference: decimalText.nullable(),
  state: z.enum(['needsThird', 'waitsForThird', 'needsDeliberation', 'settled']),
  deliberations: z.array(deliberation),
});
export type AgreementGapShown = z.infer<typeof gap>;

export const agreementPage = z.object({
  ...roundHead.shape,
  gapMarks: decimalText,
  sentence: bilingual,
  gaps: z.array(gap),
  /** Who may be asked as a third: members of the team. */
  members: z.array(z.object({ account: z.uuid(), username: z.string(), name: z.string() })),
  mayDecide: z.boolean(),
  appendix: z.object({
    indicators: z.array(
      z.object({
        indicator: z.string(),
        name: bilingual,
        things: z.int(),
        alpha: z.string().nullable(),
        tooFew: z.boolean(),
        judgement: bilingual,
      }),
    ),
    evaluators: z.array(
      z.object({
        evaluator: z.string(),
        name: z.string(),
        things: z.int(),
        difference: z.string().nullable(),
        sentence: bilingual,
      }),
    ),
    /** 评分宽严差异: by how much a total would be lower without it; an estimate, never applied. */
    effects: z.array(z.object({ county: z.string(), name: z.string(), marks: z.string() })),
  }),
});
export type AgreementPage = z.infer<typeof agreementPage>;

const BODY = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

export const deliberationEndpoints = {
  readAgreement: {
    method: 'GET',
    path: '/api/evaluations/:round/agreement',
    permission: 'agreement:read',
    summary: 'Where evaluators are apart, what came of it, and how far they agree.',
    params: roundPath,
    status: 200,
    response: agreementPage,
    problems: ['invalid-request', 'not-found'],
  },
  assignThird: {
    method: 'POST',
    path: '/api/evaluations/:round/third-markers',
    permission: 'deliberation:record',
    summary: 'The lead evaluator asks a third one to mark what two are apart on.',
    params: roundPath,
    body: z.strictObject({ county, indicator, account: z.uuid() }),
    act: 'deliberation.assignThird',
    idempotent: true,
    status: 201,
    response: agreementPage,
    problems: BODY,
  },
  recordDeliberation: {
    method: 'POST',
    path: '/api/evaluations/:round/deliberations',
    permission: 'deliberation:record',
    summary: 'The record of 合议 on one indicator of one county: who was there, what was settled and why.',
    params: roundPath,
    body: z.strictObject({
      county,
      indicator,
      heldOn: isoDate,
      members: z.array(z.string().trim().min(1).max(100)).min(2).max(20),
      minutesNumber: z.string().trim().min(1).max(100),
      text: words,
      reason: words,
      finalScore: scoreText.optional(),
      value: agreedValue.optional(),
    }),
    act: 'deliberation.record',
    idempotent: true,
    status: 201,
    response: agreementPage,
    problems: BODY,
  },
} as const satisfies Record<string, Endpoint>;
