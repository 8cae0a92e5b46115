import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, chown, link, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyRing, type GivenKey } from './key-ring';
import { StartRefused } from './start-refused';

const FILE = 'keys';
const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/;
const BASE64 = /^[A-Za-z0-9+/]{43}=?$/;
/** Of the first key, when the program makes it itself. */
const FIRST_ID = 'key-1';

export interface KeySources {
  /** YUHENG_KEYS, or null. */
  readonly keys: string | null;
  /** YUHENG_DATA: holds the file `keys` when YUHENG_KEYS is not set; null: there is no such folder. */
  readonly dataFolder: string | null;
}

/**
 * The keys of personal data, from YUHENG_KEYS or else from the file `keys` of the data folder, which the first start
 * makes (32 random bytes, mode 0600) and says so. Of several first starts at one moment one makes it, and all read it.
 * @throws StartRefused that names the place and the entry, never a key.
 */
export async function readKeys(
  { keys, dataFolder }: KeySources,
  log: (line: string) => void,
): Promise<KeyRing> {
  if (keys !== null) return parseKeys(keys, 'YUHENG_KEYS');
  if (dataFolder === null) {
    throw new StartRefused(
      '未设置个人信息加密密钥：请设置 YUHENG_KEYS（标识:密钥，密钥可用 openssl rand -base64 32 生成） / No key for personal data: set YUHENG_KEYS to id:key, with a key made by openssl rand -base64 32.',
    );
  }
  const file = join(dataFolder, FILE);
  try {
    if (await makeFile(dataFolder, file)) {
      log(`已生成个人信息加密密钥，请与数据库分开备份；丢失后已加密的内容无法恢复：${file}`);
      log(
        `a key for personal data was made; keep a copy apart from the database, without it what is encrypted is lost: ${file}`,
      );
    }
    return parseKeys(await readClosed(file), file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    throw new StartRefused(
      `密钥文件 ${file} 无法读写（${code}）：请检查其所有者和权限，或改用 YUHENG_KEYS / The key file ${file} cannot be read or made (${code}): check its owner and mode, or set YUHENG_KEYS.`,
    );
  }
}

/**
 * Reads `id:base64,id:base64…`, entries parted by commas or line ends; the first key writes, all of them read.
 * @param place what the refusals call the text: the variable or the file
 * @throws StartRefused that names the place, the number of the entry and, where it has one, its id.
 */
export function parseKeys(text: string, place: string): KeyRing {
  const entries = text
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 0) {
    throw new StartRefused(`${place} 中没有密钥 / ${place} holds no key. ${HOW.zh} / ${HOW.en}`);
  }
  const keys = entries.map((entry, at) => parseEntry(entry, { place, number: at + 1 }));
  for (const [at, { id, secret }] of keys.entries()) {
    const earlier = keys.slice(0, at);
    const where = { place, number: at + 1, id };
    if (earlier.some((one) => one.id === id)) refuse(where, '标识重复', 'its id is there already');
    if (earlier.some((one) => one.secret.equals(secret))) {
      refuse(where, '与前面的密钥相同', 'it is the same key as an earlier one');
    }
  }
  return new KeyRing(keys);
}

interface Entry {
  readonly place: string;
  readonly number: number;
  readonly id?: string;
}

const HOW = {
  zh: '每项应为“标识:密钥”，标识由字母、数字和连字符组成，密钥为 32 字节的 Base64 文本（openssl rand -base64 32）',
  en: 'an entry is id:key, the id of letters, digits and hyphens, the key 32 bytes in base64 (openssl rand -base64 32).',
};

function refuse({ place, number, id }: Entry, zh: string, en: string): never {
  const [nameZh, nameEn] = id === undefined ? ['', ''] : [`（${id}）`, ` (${id})`];
  throw new StartRefused(
    `${place} 第 ${number} 项${nameZh}${zh}。${HOW.zh} / ${place}, entry ${number}${nameEn}: ${en}; ${HOW.en}`,
  );
}

function parseEntry(entry: string, where: Entry): GivenKey {
  const colon = entry.indexOf(':');
  const id = entry.slice(0, Math.max(colon, 0));
  // Without a colon, or with one in a strange place, the whole entry may be a key: nothing of it is repeated.
  if (!ID.test(id)) refuse(where, '没有可用的标识', 'it has no usable id');
  const base64 = entry.slice(colon + 1);
  const secret = Buffer.from(base64, 'base64');
  if (!BASE64.test(base64) || secret.toString('base64').replace('=', '') !== base64.replace('=', '')) {
    refuse({ ...where, id }, '的密钥不是 32 字节的 Base64 文本', 'its key is not 32 bytes in base64');
  }
  if (new Set(secret).size < 8) {
    refuse({ ...where, id }, '的密钥不是随机生成的', 'its key was not drawn at random');
  }
  return { id, secret };
}

/** Makes the file unless it is there: written whole under another name, then linked, which only one start can do. */
async function makeFile(folder: string, file: string): Promise<boolean> {
  if (await exists(file)) return false;
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${FIRST_ID}:${randomBytes(32).toString('base64')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await giveToOwnerOf(folder, draft);
    return await linkOnce(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

const linkOnce = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** Root may start the data folder of an ordinary account once; that account must be able to start it again. */
async function giveToOwnerOf(folder: string, file: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(folder);
  await chown(file, uid, gid);
}

/** Takes other accounts' rights to the file away, should a copy or a restore have given them any. */
async function readClosed(file: string): Promise<string> {
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600);
  return readFile(file, 'utf8');
}
