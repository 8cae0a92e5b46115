import * as z from 'zod';
import type { Endpoint } from './endpoint';
import { XLSX } from './media-types';
import { sheetKind } from './sheet-templates';
import { bilingual, programId, yearMonth } from './values';

const sheetKey = z.strictObject({ kind: sheetKind, county: z.string().max(40), month: yearMonth });
const importKey = z.strictObject({ ...sheetKey.shape, import: z.uuid() });
const ofProgram = z.strictObject({ program: programId });

/** What a workbook says of one item of its sheet, beside what is stored. */
const previewedItem = z.object({
  item: z.string(),
  name: bilingual,
  /** The row of the item in the workbook. */
  row: z.int(),
  /** `same` is what the cells said when the workbook was downloaded, and what nobody wrote into them. */
  change: z.enum(['new', 'changed', 'same', 'error']),
  /** As pages and workbooks print it; empty where nothing is said. */
  before: z.string(),
  after: z.string(),
  /** Where a cell cannot be taken: which one, why, and what to do. */
  errors: z.array(z.object({ cell: z.string(), text: bilingual })),
});

export const importPreview = z.object({
  id: z.uuid(),
  fileName: z.string(),
  sha256: z.string(),
  items: z.array(previewedItem),
  /** How many items are new or changed, and how many cells are wrong; with one wrong cell nothing is taken. */
  changes: z.int(),
  errors: z.int(),
  /** Null: not taken yet. */
  appliedAt: z.iso.datetime().nullable(),
});
export type ImportPreview = z.infer<typeof importPreview>;

export const importEndpoints = {
  downloadSheetWorkbook: {
    method: 'GET',
    path: '/api/sheets/:kind/:county/:month/workbook',
    permission: 'sheet:read',
    summary: 'The sheet as an Excel workbook to be filled in, with what is said already (.xlsx).',
    params: sheetKey,
    query: ofProgram,
    status: 200,
    response: null,
    files: [XLSX],
    problems: ['invalid-request', 'not-found'],
  },
  previewSheetWorkbook: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/workbook',
    permission: 'sheet:write',
    summary:
      'Read a filled workbook (.xlsx, field `file`) and say of each item whether it is new, changed, the same or wrong; the sheet stays as it is.',
    params: sheetKey,
    query: ofProgram,
    upload: true,
    act: 'sheetImport.preview',
    status: 201,
    response: importPreview,
    problems: ['invalid-request', 'not-found', 'conflict', 'too-large', 'unsupported-media-type', 'refused'],
  },
  applySheetWorkbook: {
    method: 'POST',
    path: '/api/sheets/:kind/:county/:month/workbook/:import/application',
    permission: 'sheet:write',
    summary: 'Take over what a previewed workbook says: all of it or nothing.',
    params: importKey,
    query: ofProgram,
    act: 'sheetImport.apply',
    idempotent: true,
    status: 200,
    response: importPreview,
    problems: ['invalid-request', 'not-found', 'conflict', 'refused'],
  },
  downloadImportResult: {
    method: 'GET',
    path: '/api/sheets/:kind/:county/:month/workbook/:import/result',
    permission: 'sheet:read',
    summary: 'The uploaded workbook again, with a comment in each wrong cell (.xlsx).',
    params: importKey,
    query: ofProgram,
    status: 200,
    response: null,
    files: [XLSX],
    problems: ['invalid-request', 'not-found'],
  },
} as const satisfies Record<string, Endpoint>;
