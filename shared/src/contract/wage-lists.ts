import * as z from 'zod';
import { WAGE_FIELDS } from '../domain/imports/wage-lists/wage-columns';
import type { Endpoint } from './endpoint';
import { importPreview } from './imports';
import { bilingual, instant, programId, yearMonth } from './values';

const county = z.string().min(1).max(40);
export const wageField = z.enum(WAGE_FIELDS);

const wageColumn = z.object({
  /** As the workbook letters it. */
  letter: z.string(),
  heading: z.string(),
  /** Null: not understood, and to be said before anything is read. */
  field: wageField.nullable(),
  by: z.enum(['alias', 'remembered']).nullable(),
  /** Who said it, and when; null where the heading speaks for itself. */
  rememberedBy: z.string().nullable(),
  rememberedAt: instant.nullable(),
});

const saidAtCell = z.object({ cell: z.string(), text: bilingual });

export const wageListPreview = z.object({
  table: z.string(),
  headingRow: z.int(),
  columns: z.array(wageColumn),
  /** What a list has to say and no column says. */
  missing: z.array(wageField),
  /** How many people's rows were read. */
  persons: z.int(),
  /** What was understood where a cell was not plain, and what to look at beside the roster; nothing of it stops. */
  remarks: z.array(saidAtCell),
  /** The first 200 of the wrong cells. */
  errors: z.array(saidAtCell),
  wrongCells: z.int(),
  /** What the spending sheet would take; null while the columns are not understood. */
  import: importPreview.nullable(),
  /** The uploaded workbook with a comment in each wrong cell, in base64: it is handed back and not kept, because people are named in it. */
  marked: z.string().nullable(),
});
export type WageListPreview = z.infer<typeof wageListPreview>;

export const wageListEndpoints = {
  previewWageList: {
    method: 'POST',
    path: '/api/wage-lists/:county/:month',
    permission: 'sheet:write',
    summary:
      'Read a county’s own wage list (.xlsx, field `file`) for its spending sheet of the month: which columns are understood, each wrong cell, and what the sheet would take. Taken over by `applySheetWorkbook`; no person of it is kept.',
    params: z.strictObject({ county, month: yearMonth }),
    query: z.strictObject({ program: programId }),
    upload: true,
    act: 'wageList.preview',
    status: 201,
    response: wageListPreview,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
  nameWageColumns: {
    method: 'PUT',
    path: '/api/wage-lists/:county/columns',
    permission: 'sheet:write',
    summary:
      'Say what columns of the county’s wage lists mean, by heading: remembered, with who said it and when, for every later list.',
    params: z.strictObject({ county }),
    body: z.strictObject({
      columns: z
        .array(z.strictObject({ heading: z.string().trim().min(1).max(100), field: wageField }))
        .min(1)
        .max(100),
    }),
    act: 'wageList.name',
    status: 200,
    response: z.object({ columns: z.array(z.object({ heading: z.string(), field: wageField })) }),
    problems: ['invalid-request', 'not-found', 'too-large', 'unsupported-media-type', 'refused'],
  },
} as const satisfies Record<string, Endpoint>;
