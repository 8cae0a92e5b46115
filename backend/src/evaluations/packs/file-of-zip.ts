import { takenOut } from '../../workbooks/zip-entries';
import type { ListedFile } from '../../workbooks/zip-directory';
import { unsealed } from './zip-cipher';

/** Why a file was not taken out of a zip. */
export type FileTrouble = 'unreadable' | 'tooManyBytes' | 'passwordWanted' | 'wrongPassword' | 'damaged';

const [DEFLATED, AES] = [8, 99];
const [AES_FIELD, AES_256] = [0x9901, 3];

/** How AES-256 was put over a file: by which method it was packed before; null: it is encrypted in another way. */
function methodUnder({ extra }: ListedFile): number | null {
  for (let at = 0; at + 11 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === AES_FIELD) {
      return extra[at + 8] === AES_256 ? extra.readUInt16LE(at + 9) : null;
    }
  }
  return null;
}

/** One file of a pack, also where somebody packed it anew with another program that encrypts with AES-256, or without a password. */
export async function fileOfZip(
  found: ListedFile,
  password: string | null,
  limit: number,
): Promise<Buffer | FileTrouble> {
  if (!found.isEncrypted) return takenOut(found.packed, found.method, limit);
  const method = found.method === AES ? methodUnder(found) : null;
  if (method === null || (method !== 0 && method !== DEFLATED)) return 'unreadable';
  if (password === null) return 'passwordWanted';
  const opened = await unsealed(found.packed, password);
  return typeof opened === 'string' ? opened : takenOut(opened, method, limit);
}
