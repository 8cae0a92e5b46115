import { newWorkbook } from '@yuheng/backend/workbooks/new-workbook';
import type { PackPreview } from '@yuheng/shared/contract/score-packs';
import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { formOf, type TestAnswer, type TestServer } from '../../support/server';
import { ROUND } from './score-requests';

export const PASSWORD = '带回玉溪 2026 pack';
export const PACKS = `/api/evaluations/${ROUND}/packs`;

export type Workbook = Awaited<ReturnType<typeof newWorkbook>>;

/** What is written into the boxes of one county and indicator. */
export interface Written {
  readonly sheet?: '打分' | '系统计算';
  readonly county: string;
  readonly indicator: string;
  readonly value?: string | number | null | { formula: string };
  readonly second?: string | number;
  /** 扣分点, 事实, 依据, 佐证页码 */
  readonly remark?: readonly [string, string, string, string];
}

export const REMARK: Written['remark'] = ['台账不完整', '缺3个月记录', '评分标准第二条', '第3页'];

export const makePack = (server: TestServer, as: string, password = PASSWORD): Promise<TestAnswer> =>
  server.request({ method: 'POST', url: PACKS, as, body: { password } });

/** What an independent reader of zips finds in a pack, folders with the content null. */
export async function unpacked(
  zip: Buffer,
  password = PASSWORD,
): Promise<ReadonlyMap<string, Buffer | null>> {
  const reader = new ZipReader(new BlobReader(new Blob([new Uint8Array(zip)])), {
    password,
    useWebWorkers: false,
  });
  const found = new Map<string, Buffer | null>();
  for (const entry of await reader.getEntries()) {
    found.set(
      entry.filename,
      entry.directory ? null : Buffer.from(await entry.getData(new Uint8ArrayWriter())),
    );
  }
  await reader.close();
  return found;
}

export async function workbookOf(zip: Buffer, password = PASSWORD): Promise<Buffer> {
  const found = (await unpacked(zip, password)).get('打分工作簿.xlsx');
  if (!found) throw new Error('The pack holds no workbook.');
  return found;
}

export async function opened(bytes: Buffer): Promise<Workbook> {
  const workbook = await newWorkbook();
  await workbook.xlsx.load(bytes as never);
  return workbook;
}

/** The row of a county and indicator as the workbook names them. */
export function rowOf(workbook: Workbook, { sheet = '打分', county, indicator }: Written): number {
  const table = workbook.getWorksheet(sheet);
  for (let row = 4; row <= (table?.rowCount ?? 0); row++) {
    const [one, other] = [table?.getCell(row, 1).value, table?.getCell(row, 2).value];
    if (one === county && other === indicator && table?.getCell(row, 1).isMerged === false) return row;
  }
  throw new Error(`The workbook has no ${county} · ${indicator}.`);
}

/** The workbook as an evaluator saves it after typing. */
export async function typed(bytes: Buffer, rows: readonly Written[]): Promise<Buffer> {
  const workbook = await opened(bytes);
  for (const one of rows) {
    const table = workbook.getWorksheet(one.sheet ?? '打分');
    const row = rowOf(workbook, one);
    if (one.value !== undefined && table) table.getCell(row, 6).value = one.value;
    if (one.second !== undefined && table) table.getCell(row, 7).value = one.second;
    (one.remark ?? []).forEach((text, index) => {
      if (table) table.getCell(row, 8 + index).value = text;
    });
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export const bringBack = (
  server: TestServer,
  as: string,
  bytes: Buffer,
  more: { readonly password?: string; readonly url?: string } = {},
): Promise<TestAnswer> =>
  server.request({
    method: 'POST',
    url: more.url ?? `${PACKS}/previews`,
    as,
    ...formOf(bytes, {
      name: '打分工作簿.xlsx',
      ...(more.password === undefined ? {} : { fields: { password: more.password } }),
    }),
  });

export const apply = (
  server: TestServer,
  as: string,
  { id }: Pick<PackPreview, 'id'>,
  choices: readonly object[] = [],
): Promise<TestAnswer> =>
  server.request({ method: 'POST', url: `${PACKS}/previews/${id}/application`, as, body: { choices } });
