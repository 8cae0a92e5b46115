import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { programId, yearMonth } from './values';

/** 督查表, 支出, 工作量: what is gathered of a county every month. */
export const sheetKind = z.enum(['inspection', 'spending', 'workload']);

const itemId = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9]{1,39}$/,
    '应以小写字母开头，由 2 至 40 个字母或数字组成 / 2 to 40 letters or digits, beginning with a small letter',
  );
const printed = z.string().trim().min(1).max(500);
const printedInBoth = z.strictObject({ zh: printed, en: printed });
const reason = z.string().trim().min(1).max(500);

/** One question of a sheet. Numbers are decimal texts, money whole fen, dates ISO days. */
export const sheetItem = z.strictObject({
  id: itemId,
  name: printedInBoth,
  criteria: printedInBoth.optional(),
  /** The document or setting that the item rests on. */
  basis: printedInBoth.optional(),
  answer: z.enum(['conclusion', 'count', 'money', 'date', 'text']),
  unit: printedInBoth.optional(),
  /** In the unit in which the figure is stored: fen for money. */
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  frequency: z.enum(['monthly', 'quarterly', 'yearly', 'once']),
  required: z.boolean(),
  /** What happened in the month itself cannot be said again by a confirmation of no change. */
  eachMonth: z.boolean().optional(),
});

const times = z.int().min(-1_000_000).max(1_000_000).optional();
const term = z.union([
  z.strictObject({ item: itemId, times }),
  z.strictObject({ lastMonth: itemId, times }),
  z.strictObject({ known: z.enum(['approvedPosts']), times }),
  z.strictObject({ sheet: sheetKind, figure: itemId, times }),
]);
const ruleHead = { id: itemId, severity: z.enum(['error', 'warning']), advice: printedInBoth };
const terms = z.array(term).min(1).max(40);

/** A rule over the values of one sheet, and of those beside it, as data of its template. */
export const sheetRule = z.discriminatedUnion('kind', [
  z.strictObject({ ...ruleHead, kind: z.literal('equals'), left: terms, right: terms }),
  z.strictObject({ ...ruleHead, kind: z.literal('atMost'), left: terms, right: terms }),
  z.strictObject({ ...ruleHead, kind: z.literal('requiredWhen'), item: itemId, when: itemId }),
  z.strictObject({ ...ruleHead, kind: z.literal('notBefore'), item: itemId, other: itemId }),
]);

export const sheetTemplate = z.object({
  program: programId,
  kind: sheetKind,
  version: z.int(),
  /** The first month that is asked by this version. */
  validFrom: z.string(),
  items: z.array(sheetItem),
  rules: z.array(sheetRule),
  reason: z.string(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const sheetTemplateEndpoints = {
  listSheetTemplates: {
    method: 'GET',
    path: '/api/sheet-templates',
    permission: 'sheetTemplate:read',
    summary:
      'Every version of the template of a kind of sheet, the newest first, and what the other kinds ask in their latest version.',
    query: z.strictObject({ program: programId, kind: sheetKind }),
    status: 200,
    response: z.object({
      templates: z.array(sheetTemplate),
      others: z.array(z.object({ kind: sheetKind, items: z.array(sheetItem) })),
    }),
    problems: ['invalid-request'],
  },
  publishSheetTemplate: {
    method: 'PUT',
    path: '/api/sheet-templates/:kind',
    permission: 'sheetTemplate:publish',
    summary: 'A new version of a template from a month on; If-Match names the newest version, "0" for none.',
    params: z.strictObject({ kind: sheetKind }),
    query: z.strictObject({ program: programId }),
    body: z.strictObject({
      validFrom: yearMonth,
      items: z.array(sheetItem).min(1).max(40),
      rules: z.array(sheetRule).max(60),
      reason,
    }),
    act: 'sheetTemplate.publish',
    precondition: 'version',
    status: 200,
    response: sheetTemplate,
    problems: ['invalid-request', 'conflict', 'refused', 'too-large', 'unsupported-media-type'],
  },
} as const satisfies Record<string, Endpoint>;
