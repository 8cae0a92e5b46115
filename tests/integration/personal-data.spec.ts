import { RepetitionsRepository } from '@yuheng/backend/audit/repetitions.repository';
import { AuditTrail } from '@yuheng/backend/audit/audit-trail';
import { Clock } from '@yuheng/backend/clock/clock';
import { type KeyRing } from '@yuheng/backend/config/key-ring';
import { parseKeys } from '@yuheng/backend/config/keys';
import { Settings } from '@yuheng/backend/config/settings';
import { StartRefused } from '@yuheng/backend/config/start-refused';
import { createDataSource } from '@yuheng/backend/database/data-source';
import { registerKeys } from '@yuheng/backend/installation/register-keys';
import {
  CipherBroken,
  ColumnCipherService,
  ENCRYPTED_COLUMNS,
} from '@yuheng/backend/personal-data/column-cipher.service';
import { RotationService, type Rotation } from '@yuheng/backend/personal-data/rotation.service';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';
import { environmentOf, startServer, TEST_KEYS, type TestServer } from '../support/server';

const PHONE = ENCRYPTED_COLUMNS.phone;
const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const NEW_KEY = key('new');
const ring = (...entries: string[]): KeyRing => parseKeys(entries.join(','), 'YUHENG_KEYS');
/** More than two batches of a rotation. */
const ACCOUNTS = 1100;

describe('personal data in the database', () => {
  let server: TestServer;
  const cipher = new ColumnCipherService(ring(TEST_KEYS));

  const numberOf = (at: number): string => `138${String(20_000_000 + at)}`;

  /** Accounts with a telephone number and a second factor each, as a server with the test key writes them. */
  async function fill(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID()).sort();
    await server.sql('truncate account_contact, second_factor');
    await server.sql(
      `insert into account (account_id, username, name, place_id, demonstration, approved_at)
       select id::uuid, id, '张三', '530400', false, now() from unnest($1::text[]) as id`,
      [ids],
    );
    const phones = ids.map((id, at) => cipher.encrypt(numberOf(at), PHONE, id));
    const hashes = ids.map((_, at) => cipher.hash(numberOf(at), PHONE));
    const secrets = ids.map((id, at) => cipher.encrypt(`SECRET${at}`, ENCRYPTED_COLUMNS.secondFactor, id));
    await server.sql(
      `insert into account_contact (account_id, phone_cipher, phone_hash)
       select * from unnest($1::uuid[], $2::text[], $3::text[])`,
      [ids, phones, hashes],
    );
    await server.sql(
      `insert into second_factor (account_id, secret_cipher, begun_at) select id, secret, now() from unnest($1::uuid[], $2::text[]) as t (id, secret)`,
      [ids, secrets],
    );
    return ids;
  }

  const contacts = () =>
    server.sql<{ id: string; phone: string; hash: string }>(
      'select account_id as id, phone_cipher as phone, phone_hash as hash from account_contact order by 1',
    );
  const under = async (id: string): Promise<number> =>
    (await contacts()).filter(({ phone }) => phone.startsWith(`y1.${id}.`)).length;
  const knownKeys = async (): Promise<string[]> => {
    const [row] = await server.sql<{ ids: string[] }>(
      'select array(select jsonb_object_keys(key_checks) order by 1) as ids from installation',
    );
    return row?.ids ?? [];
  };
  const rotations = () =>
    server.sql<{ actor: string | null; content: { after: Record<string, unknown>; object: unknown } }>(
      `select actor, content::jsonb as content from audit_entry where act = 'personalData.rotateKeys' order by seq`,
    );

  /** What `npm run rotate-keys` does, in this process. */
  async function rotate(keys: KeyRing, say: (line: string) => void = () => undefined): Promise<Rotation> {
    const source = await createDataSource(server.database.ownerUrl, 2).initialize();
    try {
      const settings = new Settings(environmentOf(), new Clock(null), true, server.installation.cityId);
      const trail = new AuditTrail(source, settings, new RepetitionsRepository());
      return await new RotationService(source, trail, keys).rotate(say);
    } finally {
      await source.destroy();
    }
  }

  beforeEach(async () => {
    server = await startServer();
  });

  afterEach(() => server?.close());

  it('stands in the columns of one list, which names every cipher column of the schema', async () => {
    const columns = await server.sql<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and column_name like '%\\_cipher' order by 1, 2`,
    );
    const listed = Object.values(ENCRYPTED_COLUMNS).map(({ table, column }) => ({ table, column }));
    expect(columns).toEqual(listed);
  });

  it('cannot be read by whoever reads the tables', async () => {
    await fill(50);
    const [row] = await server.sql<{ text: string }>(
      `select (select string_agg(to_jsonb(c)::text, ',') from account_contact c)
           || (select string_agg(to_jsonb(s)::text, ',') from second_factor s) as text`,
    );
    for (let at = 0; at < 50; at += 1) {
      for (const secret of [numberOf(at), numberOf(at).slice(3), `SECRET${at}`]) {
        for (const form of [
          secret,
          Buffer.from(secret).toString('hex'),
          Buffer.from(secret).toString('base64url'),
        ])
          expect(row?.text).not.toContain(form);
      }
    }
  });

  it('of two accounts with one number has two cipher texts and one hash, by which both are found', async () => {
    const [one = '', other = ''] = await fill(3);
    const same = numberOf(0);
    await server.sql('update account_contact set phone_cipher = $2, phone_hash = $3 where account_id = $1', [
      other,
      cipher.encrypt(same, PHONE, other),
      cipher.hash(same, PHONE),
    ]);
    const found = await server.sql<{ id: string; phone: string }>(
      'select account_id as id, phone_cipher as phone from account_contact where phone_hash = any($1) order by 1',
      [cipher.hashes(same, PHONE)],
    );
    expect(found.map(({ id }) => id)).toEqual([one, other]);
    expect(found[0]?.phone).not.toBe(found[1]?.phone);
    for (const { id, phone } of found) expect(cipher.decrypt(phone, PHONE, id)).toBe(same);
  });

  it('exchanged between two rows by somebody who can write the table does not open', async () => {
    const [one = '', other = ''] = await fill(2);
    await server.sql(
      `update account_contact c set phone_cipher = o.phone_cipher from account_contact o where o.account_id <> c.account_id`,
    );
    const rows = await contacts();
    expect(rows.map(({ id }) => id)).toEqual([one, other]);
    for (const { id, phone } of rows) expect(() => cipher.decrypt(phone, PHONE, id)).toThrow(CipherBroken);
  });

  it('under a key that a start does not have refuses that start, until a rotation has freed it', async () => {
    await fill(3);
    const start = (...entries: string[]) => registerKeys(server.database.ownerUrl, ring(...entries));
    await expect(start(NEW_KEY)).rejects.toThrow(StartRefused);
    await expect(start(NEW_KEY)).rejects.toThrow('密钥“test”');
    await expect(start(NEW_KEY, key('test'))).rejects.toThrow('不是数据库加密时所用的那一把');
    expect(await knownKeys()).toEqual(['test']);
    await start(NEW_KEY, TEST_KEYS);
    expect(await knownKeys()).toEqual(['new', 'test']);
    await rotate(ring(NEW_KEY, TEST_KEYS));
    expect(await knownKeys()).toEqual(['new']);
    await start(NEW_KEY);
    await expect(start(TEST_KEYS)).rejects.toThrow('密钥“new”');
  });

  it('is not rotated to a key that no server has been started with, nor without the former key', async () => {
    await fill(3);
    await expect(rotate(ring(NEW_KEY, TEST_KEYS))).rejects.toThrow(/密钥“new”尚未启用/);
    await expect(rotate(ring(NEW_KEY))).rejects.toThrow(StartRefused);
    expect([await under('test'), await rotations()]).toEqual([3, []]);
  });

  it('is rotated wholly: the same numbers under the new key, found by the new hash, with one entry of counts', async () => {
    const ids = await fill(ACCOUNTS);
    await registerKeys(server.database.ownerUrl, ring(NEW_KEY, TEST_KEYS));
    const lines: string[] = [];
    const rotation = await rotate(ring(NEW_KEY, TEST_KEYS), (line) => lines.push(line));
    const values = {
      'account_contact.phone_cipher': ACCOUNTS,
      'assistant.card_cipher': 0,
      'assistant.identity_cipher': 0,
      'second_factor.secret_cipher': ACCOUNTS,
    };
    expect(rotation).toEqual({ values, broken: [], forgotten: ['test'] });
    expect(lines.filter((line) => line.startsWith('account_contact'))).toEqual([
      'account_contact.phone_cipher: 500',
      'account_contact.phone_cipher: 1000',
      'account_contact.phone_cipher: 1100',
    ]);
    const renewed = new ColumnCipherService(ring(NEW_KEY));
    for (const [at, { id, phone, hash }] of (await contacts()).entries()) {
      expect(id).toBe(ids[at]);
      expect(renewed.decrypt(phone, PHONE, id)).toBe(numberOf(at));
      expect(hash).toBe(renewed.hash(numberOf(at), PHONE));
    }
    const entries = await rotations();
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      actor: null,
      content: {
        object: { kind: 'encryptionKey', id: 'new' },
        after: { values, broken: 0, left: 0, forgotten: ['test'] },
      },
    });
    expect(JSON.stringify(entries)).not.toMatch(/138\d{8}|y1\./);
  });

  it('cut off between two batches has done the first wholly; the next run does the rest', async () => {
    await fill(ACCOUNTS);
    const keys = ring(NEW_KEY, TEST_KEYS);
    await registerKeys(server.database.ownerUrl, keys);
    const cut = rotate(keys, () => {
      throw new Error('power cut');
    });
    await expect(cut).rejects.toThrow('power cut');
    expect([await under('new'), await under('test')]).toEqual([500, 600]);
    expect([await knownKeys(), await rotations()]).toEqual([['new', 'test'], []]);
    const both = new ColumnCipherService(keys);
    for (const [at, { id, phone, hash }] of (await contacts()).entries()) {
      expect(both.decrypt(phone, PHONE, id)).toBe(numberOf(at));
      expect(both.hashes(numberOf(at), PHONE)).toContain(hash);
    }
    const { values, forgotten } = await rotate(keys);
    expect([values['account_contact.phone_cipher'], forgotten]).toEqual([600, ['test']]);
    expect(await under('new')).toBe(ACCOUNTS);
  });

  it('is rotated beside a server that writes: what people change meanwhile is kept, under the new key', async () => {
    const ids = await fill(ACCOUNTS);
    const keys = ring(NEW_KEY, TEST_KEYS);
    await registerKeys(server.database.ownerUrl, keys);
    const serving = new ColumnCipherService(keys);
    const changed = ids.filter((_, at) => at % 50 === 7);
    const change = async (id: string): Promise<void> => {
      const number = `139${String(30_000_000 + ids.indexOf(id))}`;
      await server.sql(
        'update account_contact set phone_cipher = $2, phone_hash = $3 where account_id = $1',
        [id, serving.encrypt(number, PHONE, id), serving.hash(number, PHONE)],
      );
    };
    const people = (async () => {
      for (const id of changed) await change(id);
    })();
    const [rotation] = await Promise.all([rotate(keys), people]);
    expect(rotation.forgotten).toEqual(['test']);
    for (const [at, { id, phone, hash }] of (await contacts()).entries()) {
      const number = changed.includes(id) ? `139${String(30_000_000 + at)}` : numberOf(at);
      expect(serving.decrypt(phone, PHONE, id)).toBe(number);
      expect(hash).toBe(new ColumnCipherService(ring(NEW_KEY)).hash(number, PHONE));
    }
  });

  it('waits for somebody who is changing a number, and never puts the former one back', async () => {
    const ids = await fill(ACCOUNTS);
    const keys = ring(NEW_KEY, TEST_KEYS);
    await registerKeys(server.database.ownerUrl, keys);
    const [id = '', number] = [ids[700], '13900000700'];
    const person = new Client({ connectionString: server.database.adminUrl });
    await person.connect();
    await person.query('begin');
    // Written by a server that does not know the new key yet, and not committed.
    await person.query(
      'update account_contact set phone_cipher = $2, phone_hash = $3 where account_id = $1',
      [id, cipher.encrypt(number, PHONE, id), cipher.hash(number, PHONE)],
    );
    const lines: string[] = [];
    const rotated = rotate(keys, (line) => lines.push(line));
    const waiting = `select 1 from pg_locks where not granted`;
    while ((await server.sql(waiting)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lines).toEqual(['account_contact.phone_cipher: 500']);
    await person.query('commit');
    await person.end();
    expect((await rotated).forgotten).toEqual(['test']);
    const stored = (await contacts()).find((one) => one.id === id);
    expect(new ColumnCipherService(ring(NEW_KEY)).decrypt(stored?.phone ?? '', PHONE, id)).toBe(number);
  });

  it('that does not open is left as it was, named, and keeps its key from being forgotten', async () => {
    const [one = '', other = ''] = await fill(3);
    await server.sql(
      'update account_contact set phone_cipher = left(phone_cipher, -1) where account_id = $1',
      [other],
    );
    const keys = ring(NEW_KEY, TEST_KEYS);
    await registerKeys(server.database.ownerUrl, keys);
    const before = (await contacts())[1];
    const rotation = await rotate(keys);
    expect(rotation.broken).toHaveLength(1);
    expect(rotation.broken[0]).toMatch(new RegExp(`^account_contact.phone_cipher of ${other} does not open`));
    expect(rotation.values['account_contact.phone_cipher']).toBe(2);
    expect([rotation.forgotten, await knownKeys()]).toEqual([[], ['new', 'test']]);
    const after = await contacts();
    expect(after[1]).toEqual(before);
    expect(after[0]?.phone).toMatch(/^y1\.new\./);
    expect(after[0]?.id).toBe(one);
  });

  describe('by the command', () => {
    const commands: ChildProcess[] = [];
    const checkout = path.resolve(__dirname, '..', '..');

    function command(keys: string): {
      child: ChildProcess;
      output: () => string;
      ended: Promise<number | null>;
    } {
      const child = spawn(process.execPath, [path.join(checkout, 'backend/dist/rotate-keys.js')], {
        env: { PATH: process.env.PATH, DATABASE_OWNER_URL: server.database.ownerUrl, YUHENG_KEYS: keys },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      commands.push(child);
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream?.on('data', (chunk: Buffer) => (output += String(chunk)));
      return { child, output: () => output, ended: new Promise((resolve) => child.once('close', resolve)) };
    }

    afterEach(() => {
      for (const child of commands.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
    });

    it('killed in the middle of a batch keeps the batches before it, and run again says what it did', async () => {
      const ids = await fill(ACCOUNTS);
      await registerKeys(server.database.ownerUrl, ring(NEW_KEY, TEST_KEYS));
      const holder = new Client({ connectionString: server.database.adminUrl });
      await holder.connect();
      // Somebody holds a row of the second batch, so that the command stands still in the middle of it.
      await holder.query('begin');
      await holder.query('select from account_contact where account_id = $1 for update', [ids[700]]);
      const first = command(`${NEW_KEY},${TEST_KEYS}`);
      while (!first.output().includes('account_contact.phone_cipher: 500')) {
        if (first.child.exitCode !== null) throw new Error(`it ended: ${first.output()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      first.child.kill('SIGKILL');
      await first.ended;
      await holder.query('rollback');
      await holder.end();
      // The killed command's connection ends a moment later; its batch must have been rolled back by then.
      while (
        (
          await server.sql(
            `select 1 from pg_locks where relation = 'account_contact'::regclass and mode = 'RowShareLock'`,
          )
        ).length > 0
      )
        await new Promise((resolve) => setTimeout(resolve, 20));
      expect([await under('new'), await under('test')]).toEqual([500, 600]);

      const second = command(`${NEW_KEY},${TEST_KEYS}`);
      expect(await second.ended).toBe(0);
      expect(second.output()).toContain(
        'account_contact.phone_cipher：已改用新密钥 600 条 · 600 now under the new key',
      );
      expect(second.output()).toContain('keys that can go now: test');
      expect(second.output()).not.toContain(NEW_KEY.slice(4));
      expect([await under('new'), (await rotations()).length]).toEqual([ACCOUNTS, 1]);
    });

    it('refuses in words, without a stack, what it cannot do', async () => {
      const refused = command(`${NEW_KEY},${TEST_KEYS}`);
      expect(await refused.ended).toBe(1);
      expect(refused.output()).toMatch(/^密钥“new”尚未启用.*\n.*not in use yet.*\n$/);
    });
  });
});
