import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { evidenceRequest } from './evidence-requests';
import { explanationStep } from './scoring-runs';
import { bilingual, decimalText, pageState } from './values';

/** A number as it was typed; what is wrong with it the rule of its indicator says. */
const numeral = z.string().trim().max(40);
const printed = (longest: number) => z.string().max(longest);

/** 扣分点 · 事实 · 依据 · 佐证页码; an empty part is not written yet. */
export const scoreRemark = z.strictObject({
  point: printed(500),
  fact: printed(2000),
  basis: printed(500),
  page: printed(100),
});

/** What is entered on one indicator; which keys it takes its rule says. */
export const entryValue = z.strictObject({
  marks: numeral.optional(),
  band: printed(100).optional(),
  ratio: numeral.optional(),
  met: z.union([z.boolean(), z.array(printed(100)).max(100)]).optional(),
  occurrences: numeral.optional(),
  actual: numeral.optional(),
  target: numeral.optional(),
  occurred: z.boolean().optional(),
  documentNumber: printed(100).optional(),
  /** Of a computed indicator: another score than the computed one. */
  finalScore: numeral.optional(),
  /** Of a computed indicator: the score that was seen when it was confirmed; null: there was none. */
  computed: numeral.nullable().optional(),
});

const entryContent = {
  value: entryValue.nullable(),
  remarks: z.array(scoreRemark).max(20),
  confirmed: z.boolean(),
};
export const scoreEntry = z.object({
  indicator: z.string(),
  /** 0: nothing was entered yet. */
  version: z.int(),
  ...entryContent,
  updatedAt: z.iso.datetime().nullable(),
});
export type StoredEntry = z.infer<typeof scoreEntry>;

export const sheetStanding = z.object({
  /** open 打分中 · submitted 已提交 · reopened 已退回修改 */
  state: z.enum(['open', 'submitted', 'reopened']),
  /** 0: nothing was entered of this county yet. */
  version: z.int(),
  submittedAt: z.iso.datetime().nullable(),
  signedName: z.string().nullable(),
  /** Over the canonical JSON of what was submitted; the 校验码 is its first six characters. */
  sha256: z.string().nullable(),
  reopenReason: z.string().nullable(),
});

const numeralAsStored = z.union([z.string(), z.number()]);
/** The rule of a leaf as its published method states it. */
const rule = z.object({
  kind: z.enum(['proportional', 'steps', 'bands', 'elements', 'yesNo', 'deduction', 'evaluator', 'veto']),
  target: numeralAsStored.optional(),
  direction: z.enum(['atLeast', 'atMost', 'exactly']).optional(),
  overAchievement: z.object({ threshold: numeralAsStored }).optional(),
  steps: z.array(z.object({ atLeast: numeralAsStored, ratio: numeralAsStored })).optional(),
  bands: z.array(z.object({ label: z.string(), from: numeralAsStored, to: numeralAsStored })).optional(),
  elements: z
    .array(
      z.object({
        id: z.string(),
        marks: numeralAsStored,
        name: z.union([z.string(), bilingual]).optional(),
      }),
    )
    .optional(),
  perOccurrence: numeralAsStored.optional(),
  floor: numeralAsStored.optional(),
  aggregate: z.enum(['mean', 'median', 'trimmedMean']).optional(),
  capTotal: numeralAsStored.optional(),
});

/** An indicator as it is marked. */
export const scoreLeaf = z.object({
  id: z.string(),
  /** The first-level indicator that it belongs to. */
  section: z.string(),
  name: bilingual,
  criteria: bilingual.nullable(),
  unit: bilingual.nullable(),
  marks: decimalText,
  rule,
  /** people: the evaluators mark it; program: it comes computed and is confirmed. */
  by: z.enum(['people', 'program']),
});

/** What the program computed on a leaf; `actual` is the figure it rests on, as printed. */
const computedScore = z.object({
  score: decimalText.nullable(),
  state: z.enum(['scored', 'notApplicable', 'missing']),
  actual: z.string().nullable(),
});

const lastScore = z.object({ score: decimalText.nullable(), reason: z.string().nullable() });

const deskCounty = z.object({
  id: z.string(),
  name: z.string(),
  /** The leaves that are asked of this evaluator. */
  asked: z.array(z.string()),
  sheet: sheetStanding,
  entries: z.array(scoreEntry),
  computed: z.record(z.string(), computedScore),
  /** By leaf, of the last finalised evaluation before this round. */
  lastYear: z.record(z.string(), lastScore),
  /** Requests for evidence that the county has not answered. */
  openRequests: z.int(),
});

export const scoreDesk = z.object({
  ...pageState,
  round: z.uuid(),
  kind: z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']),
  methodVersion: z.int(),
  methodName: bilingual,
  scoreDecimals: z.int(),
  /** The last day for entering; null: none was set. */
  scoreBy: z.string().nullable(),
  /** Why nothing can be entered now; null: it can. */
  closed: bilingual.nullable(),
  lastYear: z.int().nullable(),
  sections: z.array(z.object({ id: z.string(), name: bilingual })),
  leaves: z.array(scoreLeaf),
  counties: z.array(deskCounty),
  /** Counties that are assigned and wait for the declaration of interests. */
  undeclared: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type ScoreDesk = z.infer<typeof scoreDesk>;

const document = z.object({ file: z.uuid(), name: z.string(), sha256: z.string(), uploadedOn: z.string() });

export const scoreFacts = z.object({
  county: z.string(),
  indicator: z.string(),
  /** How the computed score comes about; null where people mark. */
  explanation: explanationStep.nullable(),
  figures: z.array(
    z.object({ id: z.string(), name: bilingual, actual: z.string(), score: decimalText.nullable() }),
  ),
  inspections: z.array(z.object({ month: z.string(), passed: z.int(), failed: z.int() })),
  findings: z.array(
    z.object({
      id: z.string(),
      month: z.string(),
      summary: z.string(),
      deadline: z.string(),
      state: z.enum(['open', 'rectified', 'closed']),
    }),
  ),
  /** 分 */
  money: z.object({ received: z.int(), spent: z.int() }),
  filings: z.array(
    z.object({
      document: z.enum(['implementationPlan', 'transferDocument']),
      recipient: z.enum(['cityJustice', 'cityFinance']),
      filedOn: z.string().nullable(),
      dueOn: z.string().nullable(),
    }),
  ),
  documents: z.array(document),
  /** What was asked of the county on this indicator, by whomever. */
  requests: z.array(evidenceRequest),
  entry: scoreEntry,
  sheet: sheetStanding,
});
export type ScoreFacts = z.infer<typeof scoreFacts>;

const roundKey = z.strictObject({ round: z.uuid() });
const countyKey = z.strictObject({ round: z.uuid(), county: z.string().min(1).max(40) });
const entryKey = z.strictObject({ ...countyKey.shape, indicator: z.string().min(1).max(80) });
const sheetKey = z.strictObject({ ...countyKey.shape, account: z.uuid() });
/** The version of the method that the writer has before them. */
const methodVersion = z.int().min(1).max(1_000_000);
const reason = z.string().trim().min(1).max(500);

const submittedSheet = z.object({
  county: z.string(),
  countyName: z.string(),
  account: z.uuid(),
  evaluator: z.string(),
  sheet: sheetStanding,
});

const ACT = [
  'invalid-request',
  'not-found',
  'conflict',
  'refused',
  'too-large',
  'unsupported-media-type',
] as const;

export const scoreSheetEndpoints = {
  readScoreDesk: {
    method: 'GET',
    path: '/api/evaluations/:round/score',
    permission: 'score:enter',
    summary:
      'The workspace of an evaluator: the counties and indicators assigned, what is computed, what was entered, and last year’s scores.',
    params: roundKey,
    status: 200,
    response: scoreDesk,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
  readScoreFacts: {
    method: 'GET',
    path: '/api/evaluations/:round/score/:county/:indicator',
    permission: 'score:enter',
    summary: 'The facts of a county beside one indicator, with one’s own entry as it stands now.',
    params: entryKey,
    status: 200,
    response: scoreFacts,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
  downloadScoreEvidence: {
    method: 'GET',
    path: '/api/evaluations/:round/evidence/:county/:file',
    permission: 'score:enter',
    summary: 'A document of an assigned county, to be saved.',
    params: z.strictObject({ ...countyKey.shape, file: z.uuid() }),
    status: 200,
    response: null,
    files: [
      'application/pdf',
      'image/jpeg',
      'image/png',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    problems: ['invalid-request', 'not-found', 'refused'],
  },
  saveScoreEntry: {
    method: 'PUT',
    path: '/api/evaluations/:round/score/:county/:indicator',
    permission: 'score:enter',
    summary:
      'Enter a mark with its remarks, or another score than the computed one; If-Match names the version that it replaces, "0" for none.',
    params: entryKey,
    body: z.strictObject({ methodVersion, ...entryContent, confirmed: entryContent.confirmed.optional() }),
    act: 'score.enter',
    precondition: 'version',
    status: 200,
    response: z.object({ county: z.string(), entry: scoreEntry }),
    problems: ACT,
  },
  confirmComputedScores: {
    method: 'POST',
    path: '/api/evaluations/:round/score/confirmation',
    permission: 'score:enter',
    summary: 'Confirm computed scores as they were seen, of a county or of an indicator, in one act.',
    params: roundKey,
    body: z.strictObject({
      methodVersion,
      entries: z
        .array(
          z.strictObject({
            county: countyKey.shape.county,
            indicator: entryKey.shape.indicator,
            version: z.int().min(0).max(1_000_000),
            score: decimalText.max(40).nullable(),
          }),
        )
        .min(1)
        .max(500),
    }),
    act: 'score.confirm',
    idempotent: true,
    status: 200,
    response: z.object({ entries: z.array(z.object({ county: z.string(), entry: scoreEntry })) }),
    problems: ACT,
  },
  submitScoreSheet: {
    method: 'POST',
    path: '/api/evaluations/:round/score/:county/submission',
    permission: 'score:enter',
    summary:
      'Sign and submit the sheet of a county, which locks it; every gap is refused with a pointer to its indicator.',
    params: countyKey,
    body: z.strictObject({ methodVersion, password: z.string().min(1).max(200) }),
    act: 'score.submit',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: z.object({ county: z.string(), sheet: sheetStanding }),
    problems: [...ACT, 'wrong-credentials', 'too-many-requests'],
  },
  listScoreSheets: {
    method: 'GET',
    path: '/api/evaluations/:round/score-sheets',
    permission: 'scoreSheet:read',
    summary:
      'Which evaluator has submitted which county; of others only to who leads the round and to the bureaus.',
    params: roundKey,
    status: 200,
    response: z.object({ sheets: z.array(submittedSheet) }),
    problems: ['invalid-request', 'not-found'],
  },
  readScoreSheet: {
    method: 'GET',
    path: '/api/evaluations/:round/score-sheets/:county/:account',
    permission: 'scoreSheet:read',
    summary: 'What one evaluator submitted of a county; before the submission nobody else finds it.',
    params: sheetKey,
    status: 200,
    response: submittedSheet.extend({ entries: z.array(scoreEntry) }),
    problems: ['invalid-request', 'not-found'],
  },
  reopenScoreSheet: {
    method: 'POST',
    path: '/api/evaluations/:round/score-sheets/:county/:account/reopening',
    permission: 'scoreSheet:reopen',
    summary:
      'Give a submitted sheet back to its evaluator, with the reason; its marks count no more until it is submitted again.',
    params: sheetKey,
    body: z.strictObject({ reason }),
    act: 'score.reopen',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: submittedSheet,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
