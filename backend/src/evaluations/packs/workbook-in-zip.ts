import { takenOut } from '../../workbooks/zip-entries';
import { listedFiles, type ListedFile } from '../../workbooks/zip-directory';
import { unsealed } from './zip-cipher';

/** Why no workbook was taken out of a zip. */
export type PackTrouble =
  | 'unreadable'
  | 'tooManyEntries'
  | 'tooManyBytes'
  | 'noWorkbook'
  | 'passwordWanted'
  | 'wrongPassword'
  | 'damaged';

const [DEFLATED, AES] = [8, 99];
const [AES_FIELD, AES_256] = [0x9901, 3];
const MOST_FILES = 2_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** How AES-256 was put over a file: by which method it was packed before; null: it is encrypted in another way. */
function methodUnder({ extra }: ListedFile): number | null {
  for (let at = 0; at + 11 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === AES_FIELD) {
      return extra[at + 8] === AES_256 ? extra.readUInt16LE(at + 9) : null;
    }
  }
  return null;
}

const depthOf = ({ name }: ListedFile): number => name.split('/').length;

/** Whether a zip is itself a workbook and not one that holds it. */
export function isWorkbook(zip: Buffer): boolean {
  const files = listedFiles(zip, MOST_FILES);
  return typeof files !== 'string' && files.some(({ name }) => name === '[Content_Types].xml');
}

/**
 * The workbook of a pack that was sent back whole: the one highest up in its folders, also where somebody packed it anew with
 * another program that encrypts with AES-256, or without a password. A content ends at 64 MB and not at the memory.
 */
export async function workbookInZip(zip: Buffer, password: string | null): Promise<Buffer | PackTrouble> {
  const files = listedFiles(zip, MOST_FILES);
  if (typeof files === 'string') return files;
  const [found] = files
    .filter(({ name }) => /\.xlsx$/i.test(name))
    .sort((one, other) => depthOf(one) - depthOf(other));
  if (!found) return 'noWorkbook';
  if (!found.isEncrypted) return takenOut(found.packed, found.method, MOST_BYTES);
  const method = found.method === AES ? methodUnder(found) : null;
  if (method === null || (method !== 0 && method !== DEFLATED)) return 'unreadable';
  if (password === null) return 'passwordWanted';
  const opened = await unsealed(found.packed, password);
  return typeof opened === 'string' ? opened : takenOut(opened, method, MOST_BYTES);
}
