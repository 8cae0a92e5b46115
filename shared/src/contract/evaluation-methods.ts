import * as z from 'zod';
import { METHOD_PRESET_IDS } from '../domain/scoring/presets/preset-ids';
import type { Endpoint } from './endpoint';
import { XLSX } from './media-types';
import { bilingual, decimalText, instant, isoDate, programId, queryYear } from './values';

const FIGURE = '应为数字文字，如 "95" / must be a figure written as a text, such as "95"';
/** As it was typed: the checks say whether it is a finite decimal, so that nothing typed into a draft is lost. */
const figure = z.string(FIGURE).max(40).meta({ description: 'a decimal as a text, such as "12.5"' });

const words = (most: number) =>
  z.union([z.string().max(most), z.strictObject({ zh: z.string().max(most), en: z.string().max(most) })], {
    error: '应为文字，或者中英文各一份 / must be a text, or one in each language',
  });

const identity = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9-]{0,59}$/,
    '应以字母开头，由1至60个字母、数字或连字符组成 / 1 to 60 letters, digits or hyphens, beginning with a letter',
  );

const rule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('proportional'),
    target: figure.meta({ description: 'a decimal, or "goal" for the goal that was issued' }),
    direction: z.enum(['atLeast', 'atMost', 'exactly']),
    overAchievement: z.strictObject({ threshold: figure }).optional(),
  }),
  z.strictObject({
    kind: z.literal('bands'),
    bands: z.array(z.strictObject({ label: z.string().max(40), from: figure, to: figure })).max(12),
  }),
  z.strictObject({
    kind: z.literal('steps'),
    steps: z.array(z.strictObject({ atLeast: figure, ratio: figure })).max(20),
  }),
  z.strictObject({
    kind: z.literal('elements'),
    elements: z.array(z.strictObject({ id: identity, marks: figure, name: words(300).optional() })).max(30),
  }),
  z.strictObject({ kind: z.literal('yesNo') }),
  z.strictObject({ kind: z.literal('deduction'), perOccurrence: figure, floor: figure.optional() }),
  z.strictObject({ kind: z.literal('evaluator'), aggregate: z.enum(['mean', 'median', 'trimmedMean']) }),
  z.strictObject({ kind: z.literal('veto'), capTotal: figure }),
]);

const indicator = z.strictObject({
  id: identity,
  parent: z.string().max(60).optional(),
  marks: figure.optional(),
  rule: rule.optional(),
  name: words(200).optional(),
  unit: words(40).optional(),
  source: z.enum(['metric', 'inspection', 'selfReport', 'evaluator']).optional(),
  inspectionItem: z.string().max(40).optional(),
  responsible: z.enum(['city', 'countyFinance', 'countyJustice', 'thirdParty']).optional(),
  criteria: words(2000).optional(),
});

/**
 * 绩效评价办法 as it is edited, exported and imported: the shape of the engine's method, every figure a text. What does not
 * pass the checks of publication can be written all the same.
 */
export const methodDefinition = z.strictObject({
  indicators: z.array(indicator).max(200),
  scoreDecimals: z.int().min(0).max(12).optional(),
  statedMarks: figure.optional(),
  notApplicableWithin: z.enum(['method', 'parent']).optional(),
});
export type MethodDefinition = z.infer<typeof methodDefinition>;

const methodName = z.strictObject({ zh: z.string().trim().max(200), en: z.string().trim().max(200) });
const basis = z.string().trim().max(500);

const finding = z.object({
  severity: z.enum(['error', 'warning']),
  pointer: z.string(),
  kind: z.string(),
  message: bilingual,
});
const change = z.object({
  kind: z.string(),
  indicator: z.string().nullable(),
  before: bilingual.nullable(),
  after: bilingual.nullable(),
  sentence: bilingual,
});

const versionHead = z.object({
  version: z.int(),
  name: bilingual,
  /** The document or meeting that the method rests on. */
  basis: z.string(),
  basedOn: z.int().nullable(),
  publishedOn: z.string().nullable(),
  documentNumber: z.string().nullable(),
  publishedBy: z.string().nullable(),
});
const draftHead = z.object({
  draft: z.uuid(),
  name: bilingual,
  basis: z.string(),
  basedOn: z.int().nullable(),
  changedBy: z.string(),
  changedAt: instant,
});
const usingRound = z.object({
  year: z.int(),
  kind: z.enum(['selfEvaluation', 'departmentEvaluation', 'financeEvaluation']),
  finalised: z.boolean(),
});
const knownItem = z.object({ id: z.string(), name: bilingual });

const methodBase = {
  program: programId,
  demonstration: z.boolean(),
  definition: methodDefinition,
  /** What forbids the publication, then what will hardly be meant. */
  check: z.array(finding),
  /** The version that it was made from; null where it was made from nothing. */
  base: z.object({ version: z.int(), name: bilingual, definition: methodDefinition }).nullable(),
  changes: z.array(change),
  summary: bilingual,
  /** The latest published version: what a new one would follow on. */
  inForce: z.int().nullable(),
  /** Items of the inspection that an indicator can be read from. */
  inspectionItems: z.array(knownItem),
};

export const publishedMethod = z.object({ ...versionHead.shape, ...methodBase, rounds: z.array(usingRound) });
export type PublishedMethod = z.infer<typeof publishedMethod>;
export const methodDraft = z.object({
  ...draftHead.shape,
  ...methodBase,
  /** Of the draft, for If-Match. */
  lock: z.int(),
});
export type MethodDraft = z.infer<typeof methodDraft>;

const simulatedLeaf = z.object({
  id: z.string(),
  name: bilingual,
  marks: decimalText.nullable(),
  score: decimalText.nullable(),
  state: z.enum(['scored', 'notApplicable', 'missing', 'absent']),
});
const simulatedSide = z.object({
  /** Null where a leaf is missing. */
  total: decimalText.nullable(),
  /** What the leaves that have a score come to, and what they are out of. */
  scored: decimalText,
  scoredOf: decimalText,
  missing: z.array(z.object({ id: z.string(), name: bilingual })),
});
export const methodSimulation = z.object({
  program: programId,
  year: z.int(),
  asOf: z.string(),
  demonstration: z.boolean(),
  /** The version beside it. */
  against: z.object({ version: z.int(), name: bilingual }),
  /** The round whose evaluators' marks are used; null: none of that year is finalised. */
  marksOf: z.object({ kind: usingRound.shape.kind, finalisedOn: z.string() }).nullable(),
  /** Leaves of which the evaluators' marks were re-scaled from other marks, in proportion. */
  rescaled: z.array(z.object({ id: z.string(), name: bilingual, from: decimalText, to: decimalText })),
  counties: z.array(
    z.object({
      county: z.string(),
      name: z.string(),
      before: simulatedSide,
      after: simulatedSide,
      difference: decimalText.nullable(),
      /** Leaves whose marks or scores differ. */
      moved: z.array(z.object({ id: z.string(), before: simulatedLeaf, after: simulatedLeaf })),
      /** Every leaf of the simulated method: what a weight adviser reads. */
      leaves: z.array(simulatedLeaf),
    }),
  ),
});
export type MethodSimulation = z.infer<typeof methodSimulation>;

const ofProgram = z.strictObject({ program: programId });
const version = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, '应为版本号，如 2 / must be the number of a version, such as 2')
  .transform(Number);
const draftKey = z.strictObject({ draft: z.uuid() });
const versionKey = z.strictObject({ version });
const code = z.string().min(6).max(40).optional();
const BODY = ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'] as const;
const simulationQuery = z.strictObject({ year: queryYear, against: version.optional() });

export const evaluationMethodEndpoints = {
  listMethods: {
    method: 'GET',
    path: '/api/methods',
    permission: 'method:read',
    summary: 'Published versions of the evaluation method, the newest first; drafts for readers of the city.',
    query: ofProgram,
    status: 200,
    response: z.object({
      program: programId,
      demonstration: z.boolean(),
      versions: z.array(
        z.object({
          ...versionHead.shape,
          fullMarks: decimalText,
          leaves: z.int(),
          rounds: z.array(usingRound),
        }),
      ),
      drafts: z.array(draftHead),
      presets: z.array(z.object({ id: z.enum(METHOD_PRESET_IDS), name: bilingual, description: bilingual })),
    }),
    problems: ['invalid-request'],
  },
  readMethodVersion: {
    method: 'GET',
    path: '/api/methods/versions/:version',
    permission: 'method:read',
    summary:
      'One published version, frozen for ever: its indicators, rules and criteria, and what changed in it.',
    params: versionKey,
    query: ofProgram,
    status: 200,
    response: publishedMethod,
    problems: ['invalid-request', 'not-found'],
  },
  downloadMethodWorkbook: {
    method: 'GET',
    path: '/api/methods/versions/:version/workbook',
    permission: 'method:read',
    summary: 'A published version as an Excel table in the official layout (.xlsx).',
    params: versionKey,
    query: ofProgram,
    status: 200,
    response: null,
    files: [XLSX],
    problems: ['invalid-request', 'not-found'],
  },
  simulateMethodVersion: {
    method: 'GET',
    path: '/api/methods/versions/:version/simulation',
    permission: 'methodDraft:read',
    summary: "A version on a past year's facts, beside another version; nothing is stored.",
    params: versionKey,
    query: z.strictObject({ ...ofProgram.shape, ...simulationQuery.shape }),
    status: 200,
    response: methodSimulation,
    problems: ['invalid-request', 'not-found'],
  },
  createMethodDraft: {
    method: 'POST',
    path: '/api/methods/drafts',
    permission: 'method:write',
    summary: 'A new draft: empty, from a preset, or from a published version.',
    query: ofProgram,
    body: z.strictObject({
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('empty') }),
        z.strictObject({ kind: z.literal('preset'), preset: z.enum(METHOD_PRESET_IDS) }),
        z.strictObject({ kind: z.literal('version'), version: z.int().min(1) }),
      ]),
    }),
    act: 'methodDraft.create',
    idempotent: true,
    status: 201,
    response: methodDraft,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
  },
  readMethodDraft: {
    method: 'GET',
    path: '/api/methods/drafts/:draft',
    permission: 'methodDraft:read',
    summary: 'One draft with what forbids its publication and what it changes.',
    params: draftKey,
    status: 200,
    response: methodDraft,
    problems: ['invalid-request', 'not-found'],
  },
  saveMethodDraft: {
    method: 'PUT',
    path: '/api/methods/drafts/:draft',
    permission: 'method:write',
    summary: 'Save the draft as it stands; what does not pass the checks is saved all the same.',
    params: draftKey,
    body: z.strictObject({ name: methodName, basis, definition: methodDefinition }),
    act: 'methodDraft.save',
    precondition: 'version',
    status: 200,
    response: methodDraft,
    problems: BODY,
  },
  withdrawMethodDraft: {
    method: 'DELETE',
    path: '/api/methods/drafts/:draft',
    permission: 'method:write',
    summary: 'Withdraw a draft; published versions are never withdrawn.',
    params: draftKey,
    act: 'methodDraft.withdraw',
    precondition: 'version',
    status: 204,
    response: null,
    problems: ['invalid-request', 'not-found', 'conflict'],
  },
  publishMethod: {
    method: 'POST',
    path: '/api/methods/drafts/:draft/publication',
    permission: 'method:write',
    summary: 'Publish the draft as the next version, which nobody can change any more.',
    params: draftKey,
    body: z.strictObject({
      documentNumber: z.string().trim().min(4).max(80),
      publishedOn: isoDate,
      /** The version in force that the officer has seen; null: there was none. */
      supersedes: z.int().nullable(),
      code,
    }),
    act: 'method.publish',
    precondition: 'version',
    idempotent: true,
    status: 201,
    response: publishedMethod,
    problems: [
      ...BODY,
      'refused',
      'second-factor-required',
      'second-factor-enrolment-required',
      'too-many-requests',
    ],
  },
  downloadMethodDraftWorkbook: {
    method: 'GET',
    path: '/api/methods/drafts/:draft/workbook',
    permission: 'methodDraft:read',
    summary: 'A draft as an Excel table in the official layout (.xlsx).',
    params: draftKey,
    status: 200,
    response: null,
    files: [XLSX],
    problems: ['invalid-request', 'not-found'],
  },
  simulateMethodDraft: {
    method: 'GET',
    path: '/api/methods/drafts/:draft/simulation',
    permission: 'methodDraft:read',
    summary: "A draft on a past year's facts, beside a published version; nothing is stored.",
    params: draftKey,
    query: simulationQuery,
    status: 200,
    response: methodSimulation,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
  readMethodFile: {
    method: 'POST',
    path: '/api/methods/file',
    permission: 'method:write',
    summary:
      'Read a method from a workbook in the official layout (.xlsx) or from JSON, field `file`; nothing is stored.',
    upload: true,
    status: 200,
    response: z.object({ definition: methodDefinition }),
    problems: ['invalid-request', 'too-large', 'unsupported-media-type', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
