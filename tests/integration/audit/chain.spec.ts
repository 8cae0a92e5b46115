import { Act } from '@yuheng/backend/audit/act';
import { AuditTrail } from '@yuheng/backend/audit/audit-trail';
import { NO_SCOPE, ownScope } from '@yuheng/backend/database/scope';
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { loadOf, textOfYear } from '../../api/requests';
import { startServer, type TestServer } from '../../support/server';
import { emptyTrail, entriesAfter, entriesAt, lastSeq } from './given-trail';
import { verifyAudit } from './verify-audit';

const CONTENT =
  '{"act":"test.act","actor":null,"address":null,"object":null,"outcome":"done","requestId":null,"roles":[]}';

describe('the chain of the trail', () => {
  let server: TestServer;
  let trail: AuditTrail;
  let officer: { accountId: string; username: string; roles: ['programOfficer'] };

  beforeAll(async () => {
    server = await startServer({ poolSize: 25 });
    trail = server.app.get(AuditTrail);
    const [row] = await server.sql<{ id: string }>(
      `select account_id as id from account where username = 'officer-1'`,
    );
    officer = { accountId: row?.id ?? '', username: 'officer-1', roles: ['programOfficer'] };
  });

  afterAll(() => server?.close());

  const act = (name = 'test.act') => new Act(name, officer, { id: 'a-request', address: '127.0.0.1' });
  const record = (work: () => Promise<unknown> = () => Promise.resolve(), name?: string) =>
    trail.record(act(name), ownScope(officer.accountId), work);

  describe('written by many at once', () => {
    it('has neither fork nor gap after 20 writers with 20 acts each, some of them undone', async () => {
      const before = await lastSeq(server);
      const writers = Array.from({ length: 20 }, async (_, writer) => {
        for (let turn = 0; turn < 20; turn += 1) {
          const isUndone = (writer + turn) % 5 === 0;
          const work = () => (isUndone ? Promise.reject(new Error('undone')) : Promise.resolve());
          await record(work).catch((error: Error) => expect(error.message).toBe('undone'));
        }
      });
      await Promise.all(writers);
      const chain = await entriesAfter(server, before);
      expect(chain.map(({ seq }) => seq)).toEqual(Array.from({ length: 320 }, (_, i) => before + 1 + i));
      expect(chain.slice(1).map(({ previous }) => previous)).toEqual(
        chain.slice(0, -1).map(({ hash }) => hash),
      );
      const times = chain.map(({ at }) => at.getTime());
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      const { text } = await server.request({ url: '/api/audit/export', as: 'audit-admin' });
      expect(await verifyAudit(text)).toMatchObject({ valid: true, problems: [] });
    });

    it('does not make others wait for an act that is long under way: it appends last', async () => {
      let finish = (): void => undefined;
      const long = record(() => new Promise<void>((resolve) => (finish = resolve)), 'test.import');
      const began = performance.now();
      for (let turn = 0; turn < 50; turn += 1) await record();
      const meanwhile = await lastSeq(server);
      finish();
      await long;
      // Held by the long act, the lock would never have been given: it ends only after the fifty.
      expect(performance.now() - began).toBeLessThan(20_000);
      const [last] = await entriesAfter(server, meanwhile);
      expect([last?.seq, last?.content.act]).toEqual([meanwhile + 1, 'test.import']);
    });

    it('never goes back in time, even when the clock does', async () => {
      await emptyTrail(server);
      const ahead = new Date(Date.now() + 3_600_000).toISOString();
      await entriesAt(server, [ahead]);
      await record();
      const [first, second] = await entriesAfter(server, 0);
      expect(second?.at.toISOString()).toBe(first?.at.toISOString());
      await emptyTrail(server);
    });

    it('begins with number 1 and 64 zeros, and hashes the canonical JSON of the six members', async () => {
      await emptyTrail(server);
      await record();
      const [entry] = await entriesAfter(server, 0);
      const { content, at } = entry ?? {};
      const text = JSON.stringify({
        algorithm: 'sha256',
        at: at?.toISOString(),
        chain: '530400',
        content: {
          act: 'test.act',
          actor: { account: officer.accountId, username: 'officer-1' },
          address: '127.0.0.1',
          object: null,
          outcome: 'done',
          requestId: 'a-request',
          roles: ['programOfficer'],
        },
        previous: '0'.repeat(64),
        seq: 1,
      });
      expect(content?.act).toBe('test.act');
      expect(entry?.hash).toBe(createHash('sha256').update(text).digest('hex'));
    });
  });

  describe('of one request', () => {
    it('takes one entry: a second one is refused before anything is done', async () => {
      const one = act();
      const work = jest.fn(() => Promise.resolve());
      await trail.record(one, ownScope(officer.accountId), work);
      await expect(trail.record(one, ownScope(officer.accountId), work)).rejects.toThrow('entry already');
      expect(work).toHaveBeenCalledTimes(1);
    });

    it('keeps neither act nor entry when the entry cannot be written', async () => {
      const text = textOfYear(2034);
      await server.sql(
        `alter table audit_entry add constraint power_cut check (act <> 'publication.load') not valid`,
      );
      const failed = await server.request(loadOf(text));
      await server.sql('alter table audit_entry drop constraint power_cut');
      expect(failed.status).toBe(500);
      expect(await server.sql('select 1 from publication where year = 2034')).toEqual([]);
      expect((await server.request(loadOf(text))).status).toBe(201);
    });

    it('stands by its digest where before or after are too long to read', async () => {
      const before = await lastSeq(server);
      const one = act();
      const long = 'x'.repeat(40_000);
      one.note({ after: { long } });
      await trail.record(one, ownScope(officer.accountId), () => Promise.resolve());
      const [entry] = await entriesAfter(server, before);
      const json = JSON.stringify({ long });
      expect(entry?.content.after).toEqual({
        sha256: createHash('sha256').update(json).digest('hex'),
        characters: json.length,
      });
    });
  });

  describe('is closed', () => {
    let app: Client;
    let owner: Client;

    beforeAll(async () => {
      app = new Client({ connectionString: server.database.appUrl });
      owner = new Client({ connectionString: server.database.ownerUrl });
      await Promise.all([app.connect(), owner.connect()]);
      await record();
    });

    afterAll(() => Promise.all([app.end(), owner.end()]));

    const DIRECT = ['audit_entry', 'audit_seal'].flatMap((table) => [
      `select * from ${table}`,
      `insert into ${table} select * from ${table}`,
      `update ${table} set hash = ''`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
      `alter table ${table} disable trigger all`,
      `drop table ${table} cascade`,
    ]);

    it.each(DIRECT)('to the application: %s', async (statement) => {
      await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    });

    it.each([
      `update audit_entry set hash = hash`,
      `delete from audit_entry`,
      `truncate audit_entry cascade`,
      `update audit_seal set hash = hash`,
      `delete from audit_seal`,
      `truncate audit_seal`,
    ])('to a slip of the owner: %s', async (statement) => {
      await owner.query(
        `insert into audit_seal select city_id, '2026-01-01', seq, hash, now() from audit_entry limit 1 on conflict do nothing`,
      );
      await expect(owner.query(statement)).rejects.toThrow('append-only');
    });

    it('to an entry in the name of another account than the one that acts, or of none', async () => {
      const as = (actor: unknown) =>
        JSON.stringify({
          act: 'test.act',
          actor,
          address: null,
          object: null,
          outcome: 'done',
          requestId: null,
          roles: [],
        });
      const append = async (account: string, content: string) => {
        await app.query('begin');
        await app.query(`select set_config('yuheng.account', $1, true)`, [account]);
        try {
          await app.query(`select append_audit('530400', 'sha256', $1)`, [content]);
        } finally {
          await app.query('rollback');
        }
      };
      const own = { account: officer.accountId, username: 'officer-1' };
      const other = { account: '00000000-0000-4000-8000-000000000000', username: 'leader' };
      await expect(append(officer.accountId, as(own))).resolves.toBeUndefined();
      for (const [account, actor] of [
        [officer.accountId, other],
        [officer.accountId, null],
        ['', own],
      ] as const)
        await expect(append(account, as(actor))).rejects.toThrow('names another account');
    });

    it('to an algorithm that nobody could check', async () => {
      await expect(app.query(`select append_audit('530400', 'md5', $1)`, [CONTENT])).rejects.toThrow(
        'ck_audit_entry__algorithm',
      );
    });

    it.each([
      [`act = 'other'`, 'act'],
      [`outcome = 'refused'`, 'outcome'],
      [`actor = 'leader'`, 'actor'],
      [`object_kind = 'account'`, 'object kind'],
      [`object_id = '1'`, 'object id'],
      [`request_id = 'other'`, 'request'],
      [`personal_data = true`, 'personal data'],
    ])('to a column that says something else than its content: %s', async (change) => {
      const [column, value] = change.split(' = ');
      const columns: Record<string, string> = {
        act: `'test.act'`,
        actor: 'null',
        outcome: `'done'`,
        object_kind: 'null',
        object_id: 'null',
        request_id: 'null',
        personal_data: 'false',
      };
      const insert = (values: Record<string, string>) =>
        server.sql(
          `insert into audit_entry (city_id, seq, at, algorithm, content, previous, hash, ${Object.keys(values).join(', ')})
           values ('elsewhere', 1, now(), 'sha256', $1, '', '', ${Object.values(values).join(', ')})`,
          [CONTENT],
        );
      await expect(insert({ ...columns, [column ?? '']: value ?? '' })).rejects.toThrow(
        'ck_audit_entry__derived',
      );
    });

    it('to whoever is nobody: seals are shown to accounts alone', async () => {
      expect((await app.query(`select * from audit_seals('530400', 10)`)).rows).toEqual([]);
    });
  });

  it('writes what the program itself does in nobody’s name', async () => {
    const before = await lastSeq(server);
    await trail.record(new Act('test.own', null, null), NO_SCOPE, () => Promise.resolve());
    const [entry] = await entriesAfter(server, before);
    expect(entry?.content).toEqual({
      act: 'test.own',
      actor: null,
      roles: [],
      object: null,
      outcome: 'done',
      requestId: null,
      address: null,
    });
  });
});
