import * as z from 'zod';
import { allocationProposal } from './allocation-proposal';
import { allocationSettings } from './allocation-settings';
import type { Endpoint } from './endpoint';
import {
  bilingual,
  countyName,
  decimalText,
  fenAmount,
  instant,
  pageState,
  programId,
  programYearQuery,
} from './values';

const stage = z.enum(['notDue', 'open', 'submitted', 'returned', 'approved', 'reopened']);
const evidenceKind = z.enum(['departmentEvaluation', 'financeEvaluation']);

/** `AllocationEvidence` of the domain. */
export const allocationEvidence = z.object({
  program: programId,
  year: z.int(),
  evaluatedYear: z.int(),
  fenPerPost: fenAmount,
  lastSplit: z.object({ year: z.int(), publication: z.int(), source: bilingual }),
  scoring: z
    .object({
      run: z.uuid(),
      inputsSha256: z.string(),
      kind: evidenceKind,
      year: z.int(),
      finalisedOn: z.string(),
      documentNumber: z.string().nullable(),
      leaves: z.array(
        z.object({
          indicator: z.string(),
          name: bilingual,
          marks: decimalText,
          responsible: z.enum(['city', 'countyFinance', 'countyJustice', 'thirdParty']).nullable(),
          aggregate: z.enum(['mean', 'median', 'trimmedMean']).nullable(),
        }),
      ),
    })
    .nullable(),
  counties: z.array(
    z.object({
      county: z.string(),
      lastPosts: z.int(),
      lastFen: fenAmount,
      months: z.array(
        z.object({
          month: z.string(),
          onPost: z.int().nullable(),
          onPostStage: stage,
          supervised: decimalText.nullable(),
          resettled: z.int().nullable(),
          assessments: z.int().nullable(),
          workloadStage: stage,
        }),
      ),
      justiceOffices: z.int().nullable(),
      total: decimalText.nullable(),
      leaves: z.array(
        z.object({
          indicator: z.string(),
          score: decimalText.nullable(),
          state: z.enum(['scored', 'notApplicable', 'missing']),
          marks: z.array(decimalText),
        }),
      ),
      vetoCap: decimalText.nullable(),
    }),
  ),
});

/** What the page computes from in the browser: one snapshot. */
export const allocationQuestion = z.object({
  ...pageState,
  /** Null: no split can be worked out, and `obstacle` says why (维持现行分配). */
  evidence: allocationEvidence.nullable(),
  /** Over its canonical JSON, without the id of the scoring run, for which the hash of its inputs stands. */
  evidenceSha256: z.string().nullable(),
  obstacle: bilingual.nullable(),
  /** Finalised results that can move this year's money, department evaluations first. */
  results: z.array(
    z.object({
      run: z.uuid(),
      kind: evidenceKind,
      year: z.int(),
      finalisedOn: z.string(),
      isDefault: z.boolean(),
    }),
  ),
  /** Results that can not, with the reason: finalised too late (证据窗口), or not finalised. */
  later: z.array(bilingual),
  counties: z.array(countyName),
  /** The split in force, also where nothing can be worked out. */
  lastSplit: z
    .object({
      publication: z.int(),
      source: bilingual,
      counties: z.array(z.object({ county: z.string(), posts: z.int().nullable(), fen: fenAmount })),
    })
    .nullable(),
  policy: z.object({
    version: z.int().nullable(),
    name: z.string().nullable(),
    settings: allocationSettings,
  }),
});
export type AllocationQuestion = z.infer<typeof allocationQuestion>;

const scenarioHead = z.object({
  id: z.uuid(),
  name: z.string(),
  run: z.uuid(),
  settings: allocationSettings,
  /** 校验码 of the run's inputs. */
  inputsSha256: z.string(),
  /** The version of the policy whose settings these are; null: they are nobody's yet. */
  policyVersion: z.int().nullable(),
  createdBy: z.string(),
  createdAt: instant,
  headline: bilingual,
  postsMoved: z.int(),
  personsReduced: z.int(),
  comments: z.int(),
  /** Evidence or policy changed since: it can be read and no longer submitted. */
  stale: bilingual.nullable(),
  /** The decision that it was submitted to. */
  decision: z.uuid().nullable(),
  /** The document by which it was decided, with its day; null: it is a draft (测算稿). */
  document: bilingual.nullable(),
});
export type ScenarioHead = z.infer<typeof scenarioHead>;

const comment = z.object({ id: z.uuid(), text: z.string(), by: z.string(), at: instant });

export const allocationScenario = z.object({
  ...pageState,
  ...scenarioHead.omit({ comments: true }).shape,
  counties: z.array(countyName),
  proposal: allocationProposal,
  /** What it rests on, a sentence each: split in force, finalised result, months. */
  basis: z.array(bilingual),
  /** What its settings change against the policy in force. */
  changes: z.array(z.object({ setting: z.string(), before: bilingual, after: bilingual })),
  comments: z.array(comment),
});
export type AllocationScenario = z.infer<typeof allocationScenario>;

const scenarioPath = z.strictObject({ scenario: z.uuid() });
const BODY = ['invalid-request', 'not-found', 'refused', 'too-large', 'unsupported-media-type'] as const;

export const allocationScenarioEndpoints = {
  readAllocationQuestion: {
    method: 'GET',
    path: '/api/allocation-question',
    permission: 'allocationRun:read',
    summary: 'Everything that a split of a year is computed from: evidence, split in force, policy in force.',
    query: z.strictObject({ ...programYearQuery.shape, scoringRun: z.uuid().optional() }),
    status: 200,
    response: allocationQuestion,
    problems: ['invalid-request', 'not-found'],
  },
  listAllocationScenarios: {
    method: 'GET',
    path: '/api/allocation-scenarios',
    permission: 'allocationRun:read',
    summary: 'Saved scenarios of one program and year, the newest first.',
    query: programYearQuery,
    status: 200,
    response: z.object({ ...pageState, scenarios: z.array(scenarioHead) }),
    problems: ['invalid-request'],
  },
  readAllocationScenario: {
    method: 'GET',
    path: '/api/allocation-scenarios/:scenario',
    permission: 'allocationRun:read',
    summary: 'One scenario with the split that the server computed for it, and its comments.',
    params: scenarioPath,
    status: 200,
    response: allocationScenario,
    problems: ['invalid-request', 'not-found'],
  },
  createAllocationScenario: {
    method: 'POST',
    path: '/api/allocation-scenarios',
    permission: 'allocation:write',
    summary:
      'Save a policy as a scenario: the server computes every amount. The same policy on the same evidence is one scenario.',
    query: programYearQuery,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80),
      settings: allocationSettings,
      /** The finalised result that it rests on; null: performance does not count. */
      scoringRun: z.uuid().nullable(),
    }),
    act: 'allocationScenario.create',
    idempotent: true,
    status: 201,
    /** `existing`: the same policy was saved before, and is answered under its name. */
    response: z.object({ scenario: allocationScenario, existing: z.boolean() }),
    problems: [...BODY, 'conflict'],
  },
  previewAllocationScenario: {
    method: 'POST',
    path: '/api/allocation-scenarios/preview',
    permission: 'allocation:write',
    summary:
      'What saving a policy would store: the server computes the split, keeps nothing, and names the scenario that is the same.',
    query: programYearQuery,
    body: z.strictObject({ settings: allocationSettings, scoringRun: z.uuid().nullable() }),
    status: 200,
    response: z.object({
      headline: bilingual,
      /** Of the evidence as it is now: what the page computed from may be older. */
      evidenceSha256: z.string(),
      existing: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    }),
    problems: BODY,
  },
  renameAllocationScenario: {
    method: 'PUT',
    path: '/api/allocation-scenarios/:scenario/name',
    permission: 'allocation:write',
    summary: 'Another name for a scenario; what it computes never changes.',
    params: scenarioPath,
    body: z.strictObject({ name: z.string().trim().min(1).max(80) }),
    act: 'allocationScenario.rename',
    status: 200,
    response: allocationScenario,
    problems: BODY,
  },
  commentAllocationScenario: {
    method: 'POST',
    path: '/api/allocation-scenarios/:scenario/comments',
    permission: 'allocation:comment',
    summary: 'A comment on a scenario, kept as it was written.',
    params: scenarioPath,
    body: z.strictObject({ text: z.string().trim().min(1).max(1000) }),
    act: 'allocationScenario.comment',
    idempotent: true,
    status: 201,
    response: allocationScenario,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type'],
  },
  withdrawAllocationScenario: {
    method: 'DELETE',
    path: '/api/allocation-scenarios/:scenario',
    permission: 'allocation:write',
    summary: 'Take a scenario off the list; its run stays. One that was submitted stays.',
    params: scenarioPath,
    act: 'allocationScenario.withdraw',
    status: 204,
    response: null,
    problems: ['invalid-request', 'not-found', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
