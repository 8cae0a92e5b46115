import * as z from 'zod';
import { addMonths, isYearMonth } from '../domain/period/year-month';
import type { Endpoint } from './endpoint';
import { evidence } from './evidence';
import { sheetItem, sheetKind } from './sheet-templates';
import { bilingual, isoDate, pageState, programId, stage, valueState, yearMonth } from './values';

export const sheetConclusion = z.enum(['pass', 'fail']);
export const sheetAct = z.enum([
  'open',
  'check',
  'submit',
  'return',
  'approve',
  'reopen',
  'confirmUnchanged',
]);
/** How an inspection is made: 线上核查, or 现场督查 with its 督查计划编号. */
export const inspectionCheck = z.object({
  mode: z.enum(['online', 'visit']),
  visitPlan: z.string().nullable(),
});

const reason = z.string().trim().min(1).max(500);
const version = z.int();

/** What is said of one item, `reason` being its note, what was found or why it does not apply; the current one is the highest version. */
const valueContent = {
  state: z.enum(['reported', 'notApplicable']),
  value: z.string().nullable(),
  conclusion: sheetConclusion.nullable(),
  reason: z.string().nullable(),
  evidence: z.array(evidence),
};
const storedValue = z.object({ ...valueContent, version, by: z.string(), at: z.iso.datetime() });
/** What was said in another month: the last month's value, or a conclusion carried until its period begins again. */
const earlierValue = z.object({
  month: z.string(),
  state: valueContent.state,
  value: z.string().nullable(),
  conclusion: sheetConclusion.nullable(),
});

/** What a check says of a sheet or of one of its items. An error stops the submission, a warning and a hint nothing. */
const remark = z.object({
  severity: z.enum(['error', 'warning', 'hint']),
  items: z.array(z.string()),
  text: bilingual,
});

const standing = {
  stage,
  /** Late and missing come from dates and content, never from a click. */
  state: valueState,
  dueOn: z.string(),
  /** Of the first full submission: late stays late. */
  submittedOn: z.string().nullable(),
  approvedOn: z.string().nullable(),
  /** Items of this month that are answered, and items that this month asks. */
  filled: z.int(),
  asked: z.int(),
  passed: z.int(),
  failed: z.int(),
  notApplicable: z.int(),
  /** 本月无变化，确认 */
  unchanged: z.boolean(),
  version,
};

const gridSheet = z.object({ month: z.string(), ...standing });

export const sheetGrid = z.object({
  program: programId,
  kind: sheetKind,
  from: z.string(),
  to: z.string(),
  asOf: z.string(),
  demonstration: pageState.demonstration,
  /** Months without a sheet are left out: none was opened. */
  counties: z.array(z.object({ id: z.string(), name: z.string(), sheets: z.array(gridSheet) })),
});
export type SheetGrid = z.infer<typeof sheetGrid>;

const event = z.object({
  act: sheetAct,
  /** Null: the program itself, which opens the month. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
  reason: z.string().nullable(),
  /** What the act `check` says. */
  check: inspectionCheck.nullable(),
});

export const sheet = z.object({
  program: programId,
  kind: sheetKind,
  county: z.string(),
  countyName: z.string(),
  month: z.string(),
  asOf: z.string(),
  demonstration: z.boolean(),
  ...standing,
  submittedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  reopenedReason: z.string().nullable(),
  /** The last day of a reopening; after it the sheet is approved again. */
  reopenedUntil: z.string().nullable(),
  templateVersion: z.int(),
  /** Of an inspection; null: nobody has said it yet. */
  check: inspectionCheck.nullable(),
  items: z.array(
    z.object({
      ...sheetItem.shape,
      name: bilingual,
      criteria: bilingual.optional(),
      basis: bilingual.optional(),
      unit: bilingual.optional(),
      /** Whether this month asks it; what is not asked is carried. */
      asked: z.boolean(),
      current: storedValue.nullable(),
      lastMonth: earlierValue.nullable(),
      carried: earlierValue.nullable(),
      /** What the program knows of it already: not asked, only confirmed. */
      suggested: z.string().nullable(),
    }),
  ),
  openFindings: z.array(
    z.object({ month: z.string(), item: z.string(), summary: z.string(), deadline: z.string() }),
  ),
  remarks: z.array(remark),
  events: z.array(event),
  /** What the reader may do with the sheet now; `write` is each item. */
  acts: z.array(z.enum(['write', 'confirmUnchanged', 'submit', 'return', 'approve', 'reopen'])),
});
export type Sheet = z.infer<typeof sheet>;

/** What a saved item answers: its version for the next change, and what moved. */
export const savedItem = z.object({
  item: z.string(),
  current: storedValue,
  remarks: z.array(remark),
  filled: z.int(),
  asked: z.int(),
});

const sheetKey = z.strictObject({ kind: sheetKind, county: z.string().max(40), month: yearMonth });
const itemKey = z.strictObject({ ...sheetKey.shape, item: z.string().max(40) });
const ofProgram = z.strictObject({ program: programId });
const ACT = [
  'invalid-request',
  'not-found',
  'conflict',
  'refused',
  'too-large',
  'unsupported-media-type',
] as const;
/** An act without a body has nothing that could be too large. */
const BARE_ACT = ['invalid-request', 'not-found', 'conflict', 'refused'] as const;

export const sheetEndpoints = {
  listSheets: {
    method: 'GET',
    path: '/api/sheets',
    permission: 'sheet:read',
    summary: 'The county × month grid of one kind of sheet, at most 36 months.',
    query: z
      .strictObject({ program: programId, kind: sheetKind, from: yearMonth, to: yearMonth })
      .refine(({ from, to }) => !isYearMonth(from) || (from <= to && to < addMonths(from, 36)), {
        path: ['to'],
        message:
          '应不早于起始月份，且不超过 36 个月 / must not lie before the first month, and at most 36 months are shown',
      }),
    status: 200,
    response: sheetGrid,
    problems: ['invalid-request'],
  },
  readSheet: {
    method: 'GET',
    path: '/api/sheets/:kind/:county/:month',
    permission: 'sheet:read',
    summary:
      'One sheet: its items with what is said now, last month and carried, its checks and who did what.',
    params: sheetKey,
    query: ofProgram,
    status: 200,
    response: sheet,
    problems: ['invalid-request', 'not-found'],
  },
  saveSheetItem: {
    method: 'PUT',
    path: '/api/sheets/:kind/:county/:month/items/:item',
    permission: 'sheet:write',
    summary:
      'Say something of one item: a new version; If-Match names the one that it replaces, "0" for none.',
    params: itemKey,
    query: ofProgram,
    body: z.strictObject({
      state: valueContent.state,
      value: z.string().max(2000).nullable().optional(),
      conclusion: sheetConclusion.nullable().optional(),
      reason: z.string().trim().max(500).nullable().optional(),
      evidence: z.array(evidence).max(10).optional(),
    }),
    act: 'sheet.write',
    precondition: 'version',
    status: 200,
    response: savedItem,
    problems: ACT,
  },
  readSheetItemHistory: {
    method: 'GET',
    path: '/api/sheets/:kind/:county/:month/items/:item/history',
    permission: 'sheet:read',
    summary: 'Every version of one item, the newest first.',
    params: itemKey,
    query: ofProgram,
    status: 200,
    response: z.object({ item: z.string(), versions: z.array(storedValue) }),
    problems: ['invalid-request', 'not-found'],
  },
  setInspectionCheck: {
    method: 'PUT',
    path: '/api/sheets/:kind/:county/:month/check',
    permission: 'sheet:write',
    summary:
      'Say how an inspection is made: on line, or by a planned visit with the number of its plan (督查计划编号).',
    params: sheetKey,
    query: ofProgram,
    body: z.strictObject({
      mode: inspectionCheck.shape.mode,
      visitPlan: z.string().max(200).nullable().optional(),
    }),
    act: 'sheet.check',
    precondition: 'version',
    status: 200,
    response: sheet,
    problems: ACT,
  },
  confirmSheetUnchanged: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/confirmation',
    permission: 'sheet:write',
    summary:
      'Confirm that nothing changed (本月无变化，确认): what last month said is said again and submitted, in one named act.',
    params: sheetKey,
    query: ofProgram,
    act: 'sheet.confirmUnchanged',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: sheet,
    problems: BARE_ACT,
  },
  submitSheet: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/submission',
    permission: 'sheet:write',
    summary: 'Submit a sheet; what its checks call an error is refused with a pointer to each item.',
    params: sheetKey,
    query: ofProgram,
    act: 'sheet.submit',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: sheet,
    problems: BARE_ACT,
  },
  returnSheet: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/return',
    permission: 'sheet:approve',
    summary: 'Return a submitted sheet with the reason.',
    params: sheetKey,
    query: ofProgram,
    body: z.strictObject({ reason }),
    act: 'sheet.return',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: sheet,
    problems: ACT,
  },
  approveSheet: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/approval',
    permission: 'sheet:approve',
    summary: 'Approve a submitted sheet, which locks it; never by who wrote or submitted any of it.',
    params: sheetKey,
    query: ofProgram,
    act: 'sheet.approve',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: sheet,
    problems: BARE_ACT,
  },
  reopenSheet: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/reopening',
    permission: 'sheet:reopen',
    summary: 'Open an approved sheet again, named, reasoned and with its last day.',
    params: sheetKey,
    query: ofProgram,
    body: z.strictObject({ reason, until: isoDate }),
    act: 'sheet.reopen',
    precondition: 'version',
    idempotent: true,
    status: 200,
    response: sheet,
    problems: ACT,
  },
} as const satisfies Record<string, Endpoint>;
