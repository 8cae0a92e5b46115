import { inflateRawSync } from 'node:zlib';

/** A file in a zip, by the zip's own list at its end. */
export interface ZipEntry {
  readonly name: string;
  /** Its content, taken out; at most as many bytes as are left of the limit. */
  readonly content: Buffer;
}

export interface ZipLimits {
  readonly entries: number;
  /** Of all contents together, taken out. */
  readonly bytes: number;
}

/** Why a zip was not taken out: not one, cut off or of a form that workbooks do not have; or more than allowed. */
export type ZipTrouble = 'unreadable' | 'tooManyEntries' | 'tooManyBytes';

const [END, LISTED, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const [STORED, DEFLATED] = [0, 8];
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

function endOf(zip: Buffer): number | null {
  for (let at = zip.length - END_LENGTH; at >= Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT); at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  return null;
}

/** Takes out one content. What a zip says of its own sizes is not believed: zlib stops at the limit. */
function contentAt(zip: Buffer, listed: number, limit: number): Buffer | ZipTrouble {
  const local = zip.readUInt32LE(listed + 42);
  if (zip.readUInt32LE(local) !== LOCAL) return 'unreadable';
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(listed + 20));
  const method = zip.readUInt16LE(listed + 10);
  if (method === STORED) return packed.length > limit ? 'tooManyBytes' : packed;
  if (method !== DEFLATED) return 'unreadable';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooManyBytes' : 'unreadable';
  }
}

/**
 * The files of a zip, taken out within the limits, or why not: a zip bomb ends at the limit and not at the memory.
 * Encrypted files, other methods than deflate and zips of over 4 GB are `unreadable`, as no workbook needs them.
 */
export function zipEntries(zip: Buffer, limits: ZipLimits): readonly ZipEntry[] | ZipTrouble {
  try {
    return entriesOf(zip, limits);
  } catch (error) {
    // An offset that leads outside the file.
    if (String((error as { code?: string }).code).startsWith('ERR_')) return 'unreadable';
    throw error;
  }
}

function entriesOf(zip: Buffer, limits: ZipLimits): readonly ZipEntry[] | ZipTrouble {
  const end = endOf(zip);
  if (end === null) return 'unreadable';
  const count = zip.readUInt16LE(end + 10);
  if (count > limits.entries) return 'tooManyEntries';
  const entries: ZipEntry[] = [];
  let left = limits.bytes;
  for (let at = zip.readUInt32LE(end + 16); entries.length < count;) {
    const encrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
    if (zip.readUInt32LE(at) !== LISTED || encrypted) return 'unreadable';
    const nameLength = zip.readUInt16LE(at + 28);
    const content = contentAt(zip, at, left);
    if (typeof content === 'string') return content;
    left -= content.length;
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), content });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}
