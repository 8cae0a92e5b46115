import { listedFiles, type ListedFile } from '../../workbooks/zip-directory';
import { fileOfZip, type FileTrouble } from './file-of-zip';

/** Why no workbook was taken out of a zip. */
export type PackTrouble = FileTrouble | 'tooManyEntries' | 'noWorkbook';

export const MOST_FILES = 2_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** How far down in its folders a file lies. */
export const depthOf = ({ name }: ListedFile): number => name.split('/').length;

/** Whether a zip is itself a workbook and not one that holds it. */
export function isWorkbook(zip: Buffer): boolean {
  const files = listedFiles(zip, MOST_FILES);
  return typeof files !== 'string' && files.some(({ name }) => name === '[Content_Types].xml');
}

/**
 * The workbook of a pack that was sent back whole: the one highest up in its folders. A content ends at 64 MB and not at the
 * memory.
 */
export async function workbookInZip(zip: Buffer, password: string | null): Promise<Buffer | PackTrouble> {
  const files = listedFiles(zip, MOST_FILES);
  if (typeof files === 'string') return files;
  const [found] = files
    .filter(({ name }) => /\.xlsx$/i.test(name))
    .sort((one, other) => depthOf(one) - depthOf(other));
  return found ? fileOfZip(found, password, MOST_BYTES) : 'noWorkbook';
}
