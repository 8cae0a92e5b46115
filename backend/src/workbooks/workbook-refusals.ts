import { accepted, refusal, refused } from '@yuheng/shared/domain/refusal';
import type { Outcome, Refusal } from '@yuheng/shared/domain/refusal';
import { columnNumber } from './column-number';
import { zipEntries } from './zip-entries';
import type { ZipEntry, ZipTrouble } from './zip-entries';

/** A wage list of 10,000 rows has some 10 MB of text in its zip; a hundred times that is no list of a county. */
const LIMITS = { entries: 500, bytes: 64 * 1024 * 1024 };
const MOST_CELLS = 400_000;
const MOST_MERGED = 20_000;
const [LAST_ROW, LAST_COLUMN] = [1_048_576, 16_384];

const AT_FILE = '/file';

const ZIP_TROUBLES: Readonly<Record<ZipTrouble, Refusal>> = {
  unreadable: refusal(
    AT_FILE,
    '工作簿不完整或已加密，无法读取；请用 Excel 或 WPS 打开后取消密码，另存为 .xlsx 再上传。',
    'The workbook is incomplete or encrypted. Open it, remove the password, save it as .xlsx and upload it again.',
  ),
  tooManyEntries: refusal(
    AT_FILE,
    '工作簿内含的文件过多，未予读取；请只保留要上报的工作表后另存再上传。',
    'The workbook holds too many files and was not read. Keep only the sheet to report, save and upload it again.',
  ),
  tooManyBytes: refusal(
    AT_FILE,
    '工作簿展开后超过 64 MB，未予读取；请删去图片和多余的行、列后另存再上传。',
    'Unpacked the workbook has over 64 MB and was not read. Remove pictures and needless rows and columns and try again.',
  ),
};

const NO_WORKBOOK = refusal(
  AT_FILE,
  '这不是 .xlsx 工作簿；请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”后再上传。',
  'This is no .xlsx workbook: save it as an Excel workbook (.xlsx) and upload it again.',
);
const MACROS = refusal(
  AT_FILE,
  '工作簿含有宏，未予读取；请另存为不含宏的“Excel 工作簿（.xlsx）”后再上传。',
  'The workbook holds macros and was not read: save it as an Excel workbook without macros (.xlsx).',
);
const LINKS = refusal(
  AT_FILE,
  '工作簿引用了其他文件的数据，未予读取；请在“数据—编辑链接”中断开链接，粘贴为数值后再上传。',
  'The workbook takes data from other files and was not read: break the links, paste values and upload it again.',
);
const TOO_MANY_CELLS = refusal(
  AT_FILE,
  '工作簿的单元格超过 40 万个，未予读取；请删去多余的行、列后另存再上传。',
  'The workbook has over 400,000 cells and was not read. Remove needless rows and columns and try again.',
);
const TOO_MANY_MERGED = refusal(
  AT_FILE,
  '工作簿的合并单元格过多，未予读取；请取消不必要的合并后再上传。',
  'The workbook has too many merged cells and was not read. Split those that are not needed and try again.',
);

/** How many cells a range takes in, "A1:C2" is 6; null where it is none or leads off the sheet. */
function cellsIn(range: string): number | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})$/.exec(range);
  if (!match) return null;
  const [, left = '', top, right = '', bottom] = match;
  const [columns, rows] = [columnNumber(right) - columnNumber(left) + 1, Number(bottom) - Number(top) + 1];
  const within = Number(bottom) <= LAST_ROW && columnNumber(right) <= LAST_COLUMN;
  return within && columns > 0 && rows > 0 ? columns * rows : null;
}

function sizeOfSheet(xml: string): { readonly cells: number; readonly merged: number } {
  let [cells, merged] = [0, 0];
  for (const found of xml.matchAll(/<(?:\w+:)?(?:c[\s/>]|mergeCell\s[^<>]*?ref="([^"]*)")/g)) {
    if (found[1] === undefined) cells += 1;
    else merged += cellsIn(found[1]) ?? Infinity;
  }
  return { cells, merged };
}

/** What Excel and WPS call a part that holds a program: VBA, the old macro sheets, ActiveX, embedded programs. */
const MACRO_PART =
  /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/|ctrlProps\/|embeddings\/)/i;

/** Named ranges, which are opened cell by cell: a name for a whole sheet would fill the memory. */
const cellsOfNames = (xml: string): number =>
  [...xml.matchAll(/\$([A-Z]{1,3})\$(\d{1,7}):\$([A-Z]{1,3})\$(\d{1,7})/g)].reduce(
    (sum, [, left, top, right, bottom]) => sum + (cellsIn(`${left}${top}:${right}${bottom}`) ?? Infinity),
    0,
  );

function contentRefusal(given: readonly ZipEntry[]): Refusal | null {
  const entries = given.map(({ name, content }) => ({ name: name.replace(/^\/+/, ''), content }));
  const types = entries.find(({ name }) => name === '[Content_Types].xml')?.content.toString('utf8');
  if (types === undefined || !entries.some(({ name }) => name === 'xl/workbook.xml')) return NO_WORKBOOK;
  if (entries.some(({ name }) => MACRO_PART.test(name)) || /macroEnabled|vbaProject/i.test(types))
    return MACROS;
  if (
    entries.some(({ name }) =>
      /(?:^|\/)(?:externalLinks|queryTables)\/|(?:^|\/)connections\.xml$/i.test(name),
    )
  )
    return LINKS;
  let [cells, merged] = [0, 0];
  for (const { name, content } of entries) {
    if (name === 'xl/workbook.xml') cells += cellsOfNames(content.toString('utf8'));
    if (!/^xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const found = sizeOfSheet(content.toString('utf8'));
    cells += found.cells;
    merged += found.merged;
  }
  return cells > MOST_CELLS ? TOO_MANY_CELLS : merged > MOST_MERGED ? TOO_MANY_MERGED : null;
}

/**
 * The files of a workbook that may be opened, or why it is not even opened, and what to do. Looked at before any parser of
 * workbooks sees it: unpacked size and number of files (zip bombs), passwords, macros, data of other files, more cells or merged cells
 * than a county's list can have.
 */
export function soundEntries(bytes: Buffer): Outcome<readonly ZipEntry[]> {
  const entries = zipEntries(bytes, LIMITS);
  const found = typeof entries === 'string' ? ZIP_TROUBLES[entries] : contentRefusal(entries);
  return typeof entries === 'string' || found ? refused(found ? [found] : []) : accepted(entries);
}
