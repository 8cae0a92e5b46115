import type { EndpointName } from '@yuheng/shared/contract/endpoints';
import { formOf, type TestRequest } from '../../support/server';
import {
  type Build,
  type EndpointCase,
  get,
  type Given,
  post,
  type ProblemCase,
  UNKNOWN_ID,
} from '../requests';

const OF = '?program=assistants';
/** Still to be filled in, and one that is submitted. */
const OPEN = '/api/sheets/inspection/huaning/2026-02';
const SUBMITTED = '/api/sheets/inspection/eshan/2026-02';

/** Imports that stand there: one that can be taken over, one that was, one with errors; and one each of two counties. */
const [READY, TAKEN, WRONG] = ['1', '2', '3'].map(
  (digit) => `00000000-0000-4000-8000-00000000000${digit}`,
) as [string, string, string];
const OF_COUNTIES: Readonly<Record<string, string>> = {
  hongta: '00000000-0000-4000-8000-000000000004',
  jiangchuan: '00000000-0000-4000-8000-000000000005',
};

export const importResultOf = (county: string): string =>
  `/api/sheets/inspection/${county}/2025-02/workbook/${OF_COUNTIES[county] ?? UNKNOWN_ID}/result${OF}`;

/** Kept for ever, so that nothing takes them away again. */
async function imports({ server }: Given): Promise<void> {
  const rows = [
    [READY, 'huaning', '2026-02', 0, null],
    [TAKEN, 'huaning', '2026-02', 0, 'inspector'],
    [WRONG, 'huaning', '2026-02', 2, null],
    [OF_COUNTIES['hongta'], 'hongta', '2025-02', 0, null],
    [OF_COUNTIES['jiangchuan'], 'jiangchuan', '2025-02', 0, null],
  ];
  for (const row of rows) {
    await server.sql(
      `insert into sheet_import (city_id, county_id, import_id, program_id, kind, month, file_name, sha256, items, changes,
         errors, result, uploaded_by, uploaded_at, applied_by, applied_at)
       values ('530400', $2, $1, 'assistants', 'inspection', $3, '督查表.xlsx', repeat('0', 64), '[]', '[]', $4, 'PK',
         'inspector', now(), $5, case when $5::text is null then null else now() end)
       on conflict do nothing`,
      row,
    );
  }
}

let workbook: Buffer = Buffer.alloc(0);
/** The workbook of a sheet as the inspector downloads it. */
const downloaded =
  (sheet: string) =>
  async ({ server }: Given): Promise<void> => {
    workbook = (await server.request({ url: `${sheet}/workbook${OF}`, as: 'inspector' })).bytes;
  };

const upload = (sheet: string, bytes?: Buffer): Build => {
  const url = `${sheet}/workbook${OF}`;
  return () => ({
    method: 'POST',
    url,
    as: 'inspector',
    ...formOf(bytes ?? workbook, { name: '督查表.xlsx' }),
  });
};
const form = (more: Parameters<typeof formOf>[1]): TestRequest => ({
  method: 'POST',
  url: `${OPEN}/workbook${OF}`,
  as: 'inspector',
  ...formOf('x', more),
});
const take = (id: string): Build => post(`${OPEN}/workbook/${id}/application${OF}`, undefined, 'inspector');

const noProgram = (url: string): ProblemCase => ({
  why: 'no program is named',
  request: get(url, 'inspector'),
  pointers: ['/program'],
});
/** A zip without anything in it. */
const EMPTY_ZIP = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);

export const IMPORT_CASES = {
  downloadSheetWorkbook: {
    happy: get(`${OPEN}/workbook${OF}`),
    problems: {
      'invalid-request': [noProgram(`${OPEN}/workbook`)],
      'not-found': [
        {
          why: 'no such sheet was opened',
          request: get(`/api/sheets/inspection/huaning/2031-02/workbook${OF}`),
        },
      ],
    },
  },
  previewSheetWorkbook: {
    happy: upload(OPEN),
    arrange: downloaded(OPEN),
    problems: {
      'invalid-request': [
        {
          why: 'the file stands in another field',
          request: () => form({ field: 'datei' }),
          pointers: ['/file', '/datei'],
        },
        {
          why: 'the form has a field more',
          request: () => form({ fields: { extra: '1' } }),
          pointers: ['/extra'],
        },
      ],
      'not-found': [
        {
          why: 'no such sheet was opened',
          request: upload('/api/sheets/inspection/huaning/2031-02'),
          arrange: downloaded(OPEN),
        },
      ],
      conflict: [
        { why: 'the sheet is submitted', request: upload(SUBMITTED), arrange: downloaded(SUBMITTED) },
      ],
      'too-large': [{ why: 'the file is over 20 MB', request: upload(OPEN, Buffer.alloc(21 * 1024 * 1024)) }],
      'unsupported-media-type': [
        { why: 'the file is text', request: upload(OPEN, Buffer.from('县,人数')) },
        { why: 'the body is JSON', request: post(`${OPEN}/workbook${OF}`, { file: 'x' }, 'inspector') },
      ],
      refused: [
        { why: 'the file is no workbook', request: upload(OPEN, EMPTY_ZIP) },
        { why: 'the workbook is of another sheet', request: upload(OPEN), arrange: downloaded(SUBMITTED) },
      ],
    },
  },
  applySheetWorkbook: {
    happy: take(READY),
    arrange: imports,
    problems: {
      'invalid-request': [{ why: 'the id is none', request: take('x'), pointers: ['/import'] }],
      'not-found': [{ why: 'nothing such was uploaded', request: take(UNKNOWN_ID) }],
      conflict: [{ why: 'it was taken over already', request: take(TAKEN), arrange: imports }],
      refused: [{ why: 'the workbook has errors', request: take(WRONG), arrange: imports }],
    },
  },
  downloadImportResult: {
    happy: get(importResultOf('hongta')),
    arrange: imports,
    problems: {
      'invalid-request': [noProgram(importResultOf('hongta').replace(OF, ''))],
      'not-found': [{ why: 'nothing such was uploaded', request: get(importResultOf('no-such-county')) }],
    },
  },
} satisfies Partial<Record<EndpointName, EndpointCase>>;
