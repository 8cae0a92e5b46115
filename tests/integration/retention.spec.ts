import { RetentionService } from '@yuheng/backend/personal-data/retention.service';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { keepRows } from '../support/put-back';
import { startServer, type TestServer } from '../support/server';

const NOTHING = {
  telephones: 0,
  secondFactors: 0,
  recoveryCodes: 0,
  sessions: 0,
  accessTokens: 0,
  oneTimeLinks: 0,
  signInFailures: 0,
  assistants: 0,
};

const EMPTIED = [
  'account_contact',
  'recovery_code',
  'second_factor',
  'session',
  'access_token',
  'one_time_link',
  'sign_in_failure',
];

describe('what is erased when its time is over', () => {
  let server: TestServer;

  let putBack: () => Promise<void>;

  beforeAll(async () => {
    server = await startServer();
    // Rows that the demonstration or its installation brought along are not what is counted here.
    for (const table of EMPTIED) await server.sql(`delete from ${table}`);
    putBack = await keepRows(server, [...EMPTIED, 'account', 'security_setting', 'audit_entry']);
  });

  afterEach(() => putBack());
  afterAll(() => server?.close());

  const run = () => server.app.get(RetentionService).eraseExpired();
  const entries = () =>
    server.sql<{ content: { after: unknown; actor: unknown } }>(
      `select content::jsonb as content from audit_entry where act = 'personalData.erase' order by seq`,
    );
  const count = async (table: string): Promise<number> =>
    (await server.sql<{ rows: number }>(`select count(*)::int as rows from ${table}`))[0]?.rows ?? -1;

  /** An account with a telephone, a second factor and two recovery codes, disabled so long ago (null: in use). */
  async function account(disabledFor: string | null): Promise<string> {
    const id = randomUUID();
    await server.sql(
      `insert into account (account_id, username, name, place_id, demonstration, approved_at, disabled_at)
       values ($1::uuid, $1::text, '张三', '530400', false, now(), now() - $2::interval)`,
      [id, disabledFor],
    );
    await server.sql(`insert into account_contact values ($1, 'cipher', 'hash')`, [id]);
    await server.sql(
      `insert into second_factor (account_id, secret_cipher, begun_at, confirmed_at) values ($1, 'cipher', now(), now())`,
      [id],
    );
    for (const code of ['one', 'two'])
      await server.sql(`insert into recovery_code (account_id, code_sha256) values ($1, $2)`, [id, code]);
    return id;
  }

  it('is telephone and second factor of accounts disabled for longer than the setting, and of no other', async () => {
    await account('24 months 1 day');
    const [later, inUse] = [await account('23 months 29 days'), await account(null)];
    expect(await run()).toEqual({ ...NOTHING, telephones: 1, secondFactors: 1, recoveryCodes: 2 });
    for (const table of ['account_contact', 'second_factor']) {
      const left = await server.sql<{ account_id: string }>(`select account_id from ${table}`);
      expect(left.map(({ account_id }) => account_id).sort()).toEqual([later, inUse].sort());
    }
  });

  it('follows the setting of the city', async () => {
    await account('7 months');
    expect(await run()).toEqual(NOTHING);
    await server.sql(`update security_setting set content = jsonb_set(content, '{retentionMonths}', '6')`);
    expect(await run()).toMatchObject({ telephones: 1, secondFactors: 1 });
  });

  it('keeps the account itself, whose name stands in documents and in the trail', async () => {
    const id = await account('10 years');
    await run();
    expect(await server.sql('select 1 from account where account_id = $1', [id])).toHaveLength(1);
  });

  it('is a session, a token or a link that has been over for more than 30 days', async () => {
    const id = await account(null);
    for (const [name, ended] of [
      ['over', '31 days'],
      ['lately', '29 days'],
      ['open', '-1 day'],
    ]) {
      await server.sql(
        `insert into session (token_sha256, session_id, account_id, created_at, last_used_at, authenticated_at, expires_at, address, user_agent, method)
         values ($1, gen_random_uuid(), $2, now(), now(), now(), now() - $3::interval, '', '', 'password')`,
        [name, id, ended],
      );
      await server.sql(
        `insert into access_token (token_id, account_id, name, token_sha256, scopes, created_at, expires_at)
         values (gen_random_uuid(), $2, $1::text, $1::text, '{overview:read}', now(), now() - $3::interval)`,
        [name, id, ended],
      );
      await server.sql(
        `insert into one_time_link (token_sha256, purpose, expires_at) values ($1, 'firstAdministrator', now() - $2::interval)`,
        [name, ended],
      );
    }
    // Good for a long time yet, but revoked and used long ago.
    await server.sql(
      `insert into access_token (token_id, account_id, name, token_sha256, scopes, created_at, expires_at, revoked_at)
       values (gen_random_uuid(), $1, 'revoked', 'revoked', '{overview:read}', now(), now() + interval '1 year', now() - interval '31 days')`,
      [id],
    );
    await server.sql(
      `insert into one_time_link (token_sha256, purpose, expires_at, used_at)
       values ('used', 'firstAdministrator', now() + interval '1 day', now() - interval '31 days')`,
    );
    expect(await run()).toEqual({ ...NOTHING, sessions: 1, accessTokens: 2, oneTimeLinks: 2 });
    for (const table of ['session', 'access_token', 'one_time_link']) {
      const left = await server.sql<{ token_sha256: string }>(`select token_sha256 from ${table} order by 1`);
      expect(left.map(({ token_sha256 }) => token_sha256)).toEqual(['lately', 'open']);
    }
  });

  it('is a count of failed sign-ins that has been idle for a day and locks nobody', async () => {
    await server.sql(
      `insert into sign_in_failure (username_sha256, failures, last_at, locked_until) values
       ('idle', 3, now() - interval '25 hours', null), ('unlocked', 9, now() - interval '25 hours', now() - interval '24 hours'),
       ('locked', 9, now() - interval '25 hours', now() + interval '1 hour'), ('fresh', 1, now() - interval '23 hours', null)`,
    );
    expect(await run()).toEqual({ ...NOTHING, signInFailures: 2 });
    expect(await server.sql('select username_sha256 as name from sign_in_failure order by 1')).toEqual([
      { name: 'fresh' },
      { name: 'locked' },
    ]);
  });

  it('leaves one entry with counts alone, and a run that found nothing leaves none', async () => {
    const id = await account('3 years');
    const before = await count('audit_entry');
    const erased = await run();
    expect(await run()).toEqual(NOTHING);
    const written = await entries();
    expect(written.map(({ content }) => [content.actor, content.after])).toEqual([[null, erased]]);
    expect(JSON.stringify(written)).not.toContain(id);
    expect(await count('audit_entry')).toBe(before + 1);
  });

  it('of two runs at one moment is erased and entered once', async () => {
    await account('3 years');
    const both = await Promise.all([run(), run()]);
    expect(both.map(({ telephones }) => telephones).sort()).toEqual([0, 1]);
    expect(await entries()).toHaveLength(1);
  });

  it('is kept when its entry cannot be written', async () => {
    await account('3 years');
    await server.sql(
      `alter table audit_entry add constraint power_cut check (act <> 'personalData.erase') not valid`,
    );
    await expect(run()).rejects.toThrow('power_cut');
    await server.sql('alter table audit_entry drop constraint power_cut');
    expect([await count('account_contact'), await count('second_factor')]).toEqual([1, 1]);
  });

  it('is never the trail, which not even the owner of the tables can shorten', async () => {
    await server.sql(`update security_setting set content = jsonb_set(content, '{retentionMonths}', '6')`);
    const owner = new Client({ connectionString: server.database.ownerUrl });
    await owner.connect();
    for (const statement of ['delete from audit_entry', 'truncate audit_entry cascade'])
      await expect(owner.query(statement)).rejects.toThrow('append-only');
    await owner.end();
    const before = await count('audit_entry');
    expect(before).toBeGreaterThan(0);
    await run();
    expect(await count('audit_entry')).toBe(before);
  });

  it('cannot be removed before its time by the application itself', async () => {
    await account('23 months');
    const app = new Client({ connectionString: server.database.appUrl });
    await app.connect();
    const { assistants, ...ofAccounts } = NOTHING;
    expect((await app.query('select erase_expired() as erased')).rows).toEqual([{ erased: ofAccounts }]);
    expect((await app.query('select erase_assistants() as erased')).rows).toEqual([{ erased: assistants }]);
    for (const table of ['account_contact', 'second_factor'])
      expect((await app.query(`delete from ${table}`)).rowCount).toBe(0);
    await app.end();
    expect(await count('account_contact')).toBe(1);
  });
});
