/** One file as the zip's own list at its end has it. */
export interface ListedFile {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** 0 stored, 8 deflated, 99 encrypted with AES. */
  readonly method: number;
  /** The bytes that stand in the zip. */
  readonly packed: Buffer;
  /** Fields of other makers: of AES how it is encrypted. */
  readonly extra: Buffer;
}

const [END, LISTED, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50];
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

function endOf(zip: Buffer): number | null {
  for (let at = zip.length - END_LENGTH; at >= Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT); at--) {
    if (zip.readUInt32LE(at) === END) return at;
  }
  return null;
}

const [UTF8, GB18030] = [new TextDecoder('utf-8', { fatal: true }), new TextDecoder('gb18030')];

/** Windows of a Chinese office packs names in its own code where it does not say UTF-8. */
function nameOf(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return GB18030.decode(bytes);
  }
}

function fileAt(zip: Buffer, at: number): ListedFile | null {
  if (zip.readUInt32LE(at) !== LISTED) return null;
  const local = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(local) !== LOCAL) return null;
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const names = at + 46 + zip.readUInt16LE(at + 28);
  return {
    name: nameOf(zip.subarray(at + 46, names)),
    isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
    method: zip.readUInt16LE(at + 10),
    packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
    extra: zip.subarray(names, names + zip.readUInt16LE(at + 30)),
  };
}

function filesOf(zip: Buffer, most: number): readonly ListedFile[] | 'unreadable' | 'tooManyEntries' {
  const end = endOf(zip);
  if (end === null) return 'unreadable';
  const count = zip.readUInt16LE(end + 10);
  if (count > most) return 'tooManyEntries';
  const files: ListedFile[] = [];
  for (let at = zip.readUInt32LE(end + 16); files.length < count;) {
    const file = fileAt(zip, at);
    if (!file) return 'unreadable';
    files.push(file);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** What a zip lists, nothing of it taken out yet. Zips of over 4 GB are `unreadable`, as nothing here needs them. */
export function listedFiles(
  zip: Buffer,
  most: number,
): readonly ListedFile[] | 'unreadable' | 'tooManyEntries' {
  try {
    return filesOf(zip, most);
  } catch (error) {
    // An offset that leads outside the file.
    if (String((error as { code?: string }).code).startsWith('ERR_')) return 'unreadable';
    throw error;
  }
}
