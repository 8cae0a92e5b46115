import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { sealed } from './zip-cipher';

/** A file to be packed; a folder that is to be there has a name that ends with "/" and no content. */
export interface PackedFile {
  readonly name: string;
  readonly content: Buffer;
}

const [LOCAL, LISTED, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** The version of the format that knows AES, the names in UTF-8 with encrypted content, and the method that means AES. */
const [NEEDED, UTF8_ENCRYPTED, UTF8, AES, STORED] = [51, 0x0801, 0x0800, 99, 0];
/** AE-2 (no checksum of the plain content beside the authentication code), by "AE", AES-256, deflated before. */
const AES_EXTRA = Buffer.from([0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0]);
/** 1980-01-01: when a file was packed is nobody's business; the pack itself says when it was made. */
const FIRST_DAY = 0x21;

const deflated = promisify(deflateRaw);

/** What the head of a file and its line in the list have in common. */
function commonPart(name: Buffer, packedBytes: number, plainBytes: number, isFolder: boolean): Buffer {
  const common = Buffer.alloc(26);
  common.writeUInt16LE(isFolder ? 20 : NEEDED, 0);
  common.writeUInt16LE(isFolder ? UTF8 : UTF8_ENCRYPTED, 2);
  common.writeUInt16LE(isFolder ? STORED : AES, 4);
  common.writeUInt16LE(FIRST_DAY, 8);
  common.writeUInt32LE(packedBytes, 14);
  common.writeUInt32LE(plainBytes, 18);
  common.writeUInt16LE(name.length, 22);
  common.writeUInt16LE(isFolder ? 0 : AES_EXTRA.length, 24);
  return common;
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

function listed(common: Buffer, name: Buffer, extra: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([uint32(LISTED), common.subarray(0, 2), common, rest, name, extra]);
}

function end(count: number, bytes: number, offset: number): Buffer {
  const last = Buffer.alloc(22);
  last.writeUInt32LE(END, 0);
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(bytes, 12);
  last.writeUInt32LE(offset, 16);
  return last;
}

/**
 * A zip whose files are encrypted with AES-256 (WinZip's AE-2, APPNOTE 7.2 and "AES Encryption Information"), which 7-Zip,
 * WinRAR, Bandizip and WPS open with the password. Made piece by piece as the files come, so that no pack is ever whole in
 * memory. The names of files are not encrypted by this format: they must say nothing of anybody. At most 65,535 files, 4 GB.
 */
export async function* encryptedZip(
  files: AsyncIterable<PackedFile>,
  password: string,
): AsyncGenerator<Buffer> {
  const list: Buffer[] = [];
  let offset = 0;
  for await (const { name, content } of files) {
    const isFolder = name.endsWith('/');
    const packed = isFolder ? [] : await sealed(await deflated(content), password);
    const bytes = packed.reduce((sum, { length }) => sum + length, 0);
    const written = Buffer.from(name);
    const extra = isFolder ? Buffer.alloc(0) : AES_EXTRA;
    const common = commonPart(written, bytes, content.length, isFolder);
    const head = Buffer.concat([uint32(LOCAL), common, written, extra]);
    list.push(listed(common, written, extra, offset));
    offset += head.length + bytes;
    yield head;
    yield* packed;
  }
  const lines = Buffer.concat(list);
  yield lines;
  yield end(list.length, lines.length, offset);
}
