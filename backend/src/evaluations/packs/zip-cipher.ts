import { createCipheriv, createHmac, pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** WinZip's AES in its strongest form: AES-256, a salt of 16 bytes, 2 bytes that tell a wrong password, 10 of the check. */
const SALT_BYTES = 16;
const [CHECK_BYTES, TAG_BYTES] = [2, 10];
const KEY_BYTES = 32;
/** Fixed by the format; it is the length of the password that makes guessing long. */
const ROUNDS = 1000;
const BLOCK = 16;
const BLOCKS_AT_ONCE = 65_536;

const derived = promisify(pbkdf2);

interface Keys {
  readonly cipher: Buffer;
  readonly signature: Buffer;
  readonly check: Buffer;
}

async function keysOf(password: string, salt: Buffer): Promise<Keys> {
  const all = await derived(password.normalize('NFC'), salt, ROUNDS, 2 * KEY_BYTES + CHECK_BYTES, 'sha1');
  return {
    cipher: all.subarray(0, KEY_BYTES),
    signature: all.subarray(KEY_BYTES, 2 * KEY_BYTES),
    check: all.subarray(2 * KEY_BYTES),
  };
}

/**
 * AES in counter mode as the format counts: from 1, the lowest byte first, which no counter mode of the library does.
 * Only counters go through the cipher's single blocks. Encrypts and decrypts alike.
 */
function counted(content: Buffer, key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(content.length);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  for (let from = 0, block = 1; from < content.length; from += BLOCKS_AT_ONCE * BLOCK) {
    const length = Math.min(BLOCKS_AT_ONCE * BLOCK, content.length - from);
    const counters = Buffer.alloc(Math.ceil(length / BLOCK) * BLOCK);
    for (let at = 0; at < counters.length; at += BLOCK) counters.writeUInt32LE(block++, at);
    const stream = cipher.update(counters);
    for (let at = 0; at < length; at++) result[from + at] = (content[from + at] ?? 0) ^ (stream[at] ?? 0);
  }
  return result;
}

const tagOf = (encrypted: Buffer, key: Buffer): Buffer =>
  createHmac('sha1', key).update(encrypted).digest().subarray(0, TAG_BYTES);

/** Under a salt of its own: salt, check of the password, content and its authentication code, as they stand in the zip. */
export async function sealed(content: Buffer, password: string): Promise<readonly Buffer[]> {
  const salt = randomBytes(SALT_BYTES);
  const { cipher, signature, check } = await keysOf(password, salt);
  const encrypted = counted(content, cipher);
  return [salt, check, encrypted, tagOf(encrypted, signature)];
}

/** What `sealed` sealed; or that the password is another one, or that somebody changed or cut off the bytes. */
export async function unsealed(
  bytes: Buffer,
  password: string,
): Promise<Buffer | 'wrongPassword' | 'damaged'> {
  const start = SALT_BYTES + CHECK_BYTES;
  if (bytes.length < start + TAG_BYTES) return 'damaged';
  const { cipher, signature, check } = await keysOf(password, bytes.subarray(0, SALT_BYTES));
  if (!timingSafeEqual(check, bytes.subarray(SALT_BYTES, start))) return 'wrongPassword';
  const encrypted = bytes.subarray(start, bytes.length - TAG_BYTES);
  const isWhole = timingSafeEqual(tagOf(encrypted, signature), bytes.subarray(bytes.length - TAG_BYTES));
  return isWhole ? counted(encrypted, cipher) : 'damaged';
}
