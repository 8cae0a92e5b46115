import { inflateRawSync } from 'node:zlib';
import { listedFiles } from './zip-directory';

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

const [STORED, DEFLATED] = [0, 8];

/** Takes out one content. What a zip says of its own sizes is not believed: zlib stops at the limit. */
export function takenOut(
  packed: Buffer,
  method: number,
  limit: number,
): Buffer | 'unreadable' | 'tooManyBytes' {
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
  const listed = listedFiles(zip, limits.entries);
  if (typeof listed === 'string') return listed;
  const entries: ZipEntry[] = [];
  let left = limits.bytes;
  for (const { name, isEncrypted, method, packed } of listed) {
    if (isEncrypted) return 'unreadable';
    const content = takenOut(packed, method, left);
    if (typeof content === 'string') return content;
    left -= content.length;
    entries.push({ name, content });
  }
  return entries;
}
