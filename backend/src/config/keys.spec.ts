import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseKeys, readKeys } from './keys';
import { StartRefused } from './start-refused';

const [ONE, TWO] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')] as const;

const refusalOf = (text: string): string => {
  try {
    parseKeys(text, 'YUHENG_KEYS');
  } catch (error) {
    expect(error).toBeInstanceOf(StartRefused);
    return (error as Error).message;
  }
  throw new Error('not refused');
};

describe('YUHENG_KEYS', () => {
  it('is read as entries parted by commas or lines; the first one writes', () => {
    for (const text of [
      `2027:${ONE},2026:${TWO}`,
      ` 2027:${ONE} ,\n2026:${TWO}\n`,
      `2027:${ONE}\r\n2026:${TWO}`,
    ]) {
      const ring = parseKeys(text, 'YUHENG_KEYS');
      expect(ring.all.map(({ id }) => id)).toEqual(['2027', '2026']);
      expect(ring.first.id).toBe('2027');
    }
  });

  it('takes a key with or without its last =', () => {
    expect(parseKeys(`a:${ONE.replace('=', '')}`, '').first.check).toBe(
      parseKeys(`a:${ONE}`, '').first.check,
    );
  });

  it.each([
    ['nothing but commas', ', ,', /没有密钥.*holds no key/],
    ['an entry without an id', ONE, /第 1 项没有可用的标识.*entry 1: it has no usable id/],
    ['an empty id', `:${ONE}`, /第 1 项没有可用的标识/],
    ['an id with a space', `my key:${ONE}`, /第 1 项没有可用的标识/],
    ['key and id exchanged', `${ONE}:a`, /第 1 项没有可用的标识/],
    [
      'a second entry that is too short',
      `a:${ONE},b:${TWO.slice(4)}`,
      /第 2 项（b）的密钥不是 32 字节.*entry 2 \(b\): its key is not 32 bytes/,
    ],
    ['a key that is too long', `a:${randomBytes(33).toString('base64')}`, /第 1 项（a）的密钥不是 32 字节/],
    ['a key in hex', `a:${randomBytes(32).toString('hex')}`, /第 1 项（a）的密钥不是 32 字节/],
    [
      'base64 with a stray character',
      `a:${ONE.slice(0, 20)}!${ONE.slice(21)}`,
      /第 1 项（a）的密钥不是 32 字节/,
    ],
    ['bits that are left over', `a:${'A'.repeat(42)}B=`, /第 1 项（a）的密钥不是 32 字节/],
    [
      'a key that nobody drew',
      `a:${Buffer.alloc(32, 1).toString('base64')}`,
      /第 1 项（a）的密钥不是随机生成的/,
    ],
    [
      'an id given twice',
      `a:${ONE},a:${TWO}`,
      /第 2 项（a）标识重复.*entry 2 \(a\): its id is there already/,
    ],
    [
      'a key given twice',
      `a:${ONE},b:${ONE}`,
      /第 2 项（b）与前面的密钥相同.*entry 2 \(b\): it is the same key/,
    ],
  ])('%s is refused by its entry, and the key is not printed', (_, text, said) => {
    const message = refusalOf(text);
    expect(message).toMatch(said);
    expect(message).toContain('YUHENG_KEYS');
    for (const key of text.split(/[,:]/).filter((part) => part.trim().length > 6))
      expect(message).not.toContain(key);
  });
});

describe('the file of keys', () => {
  let folder: string;
  let said: string[];
  const file = (): string => path.join(folder, 'keys');
  const read = (keys: string | null = null) =>
    readKeys({ keys, dataFolder: folder }, (line) => said.push(line));
  const checkOf = async (keys: string | null = null): Promise<string> => (await read(keys)).first.check;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yuheng-keys-'));
    said = [];
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made at the first start, closed to others and said; the next start reads it and says nothing', async () => {
    const first = await checkOf();
    expect(said.join('\n')).toContain(file());
    expect(said.join('\n')).not.toContain(readFileSync(file(), 'utf8').trim().slice(6));
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
    said = [];
    expect(await checkOf()).toBe(first);
    expect([said, readdirSync(folder)]).toEqual([[], ['keys']]);
  });

  it('of twenty first starts at one moment one makes it, and all have its key', async () => {
    const checks = await Promise.all(Array.from({ length: 20 }, () => checkOf()));
    expect(new Set(checks).size).toBe(1);
    expect(said.filter((line) => line.includes('a key for personal data was made'))).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['keys']);
  });

  it('is neither made nor read when YUHENG_KEYS is set', async () => {
    writeFileSync(file(), 'nonsense');
    expect(await checkOf(`a:${ONE}`)).toBe(parseKeys(`a:${ONE}`, '').first.check);
    rmSync(file());
    await read(`a:${ONE}`);
    expect(existsSync(file())).toBe(false);
  });

  it('may hold a new key above the old one', async () => {
    writeFileSync(file(), `new:${ONE}\nold:${TWO}\n`);
    expect((await read()).all.map(({ id }) => id)).toEqual(['new', 'old']);
  });

  it('is closed to others again when a copy had opened it', async () => {
    await read();
    chmodSync(file(), 0o644);
    await read();
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('that is empty or damaged refuses the start by its name, and is not made anew', async () => {
    for (const text of ['', `old:${TWO.slice(4)}`]) {
      writeFileSync(file(), text);
      await expect(read()).rejects.toThrow(StartRefused);
      await expect(read()).rejects.toThrow(file());
      expect(readFileSync(file(), 'utf8')).toBe(text);
    }
  });

  it('that cannot be made refuses the start by its name', async () => {
    const nowhere = path.join(folder, 'not-there');
    const refused = readKeys({ keys: null, dataFolder: nowhere }, () => undefined);
    await expect(refused).rejects.toThrow(StartRefused);
    await expect(refused).rejects.toThrow(/not-there.keys 无法读写（ENOENT）/);
  });

  it('without YUHENG_KEYS and without a folder refuses the start, saying what to set', async () => {
    const refused = readKeys({ keys: null, dataFolder: null }, () => undefined);
    await expect(refused).rejects.toThrow(StartRefused);
    await expect(refused).rejects.toThrow(/请设置 YUHENG_KEYS.*set YUHENG_KEYS/);
  });
});
