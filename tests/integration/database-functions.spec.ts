import { createDataSource } from '@yuheng/backend/database/data-source';
import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { FUNCTIONS } from '../support/owner-functions';
import { startServer, type TestServer } from '../support/server';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('functions that act with the rights of their owner', () => {
  let server: TestServer;
  let app: Client;
  let leader: string;

  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> =>
    (await app.query(text, values)).rows[0] as Row;
  /** Opens a session as the application does: in the account's own scope. */
  const open = async (account: string, token: string, lifetime = '12 hours'): Promise<void> => {
    await app.query('begin');
    await app.query(`select set_config('yuheng.account', $1, true)`, [account]);
    await app.query(
      `insert into session (token_sha256, session_id, account_id, created_at, last_used_at, expires_at, address, user_agent,
         method, authenticated_at) values ($1, gen_random_uuid(), $2, now(), now(), now() + $3::interval, '', '', 'password', now())`,
      [token, account, lifetime],
    );
    await app.query('commit');
  };
  const asDuty = async (
    duty: string,
    text: string,
    values: unknown[] = [],
    end = 'rollback',
  ): Promise<unknown[]> => {
    await app.query('begin');
    try {
      await app.query(`select set_config('yuheng.duties', $1, true)`, [duty]);
      return (await app.query(text, values)).rows;
    } finally {
      await app.query(end);
    }
  };
  const sessionOf = async (token: string) =>
    (await app.query('select * from account_of_session($1)', [token])).rows as {
      username: string;
      counties: string[];
      stale: boolean;
    }[];

  beforeAll(async () => {
    server = await startServer();
    app = new Client({ connectionString: server.database.appUrl });
    await app.connect();
    leader = (await one<{ account_id: string }>(`select * from account_for_sign_in('leader')`)).account_id;
  });

  afterAll(async () => {
    await app?.end();
    await server?.close();
  });

  it('are these and no other, each with a fixed search_path, closed to the public', async () => {
    const found = await server.sql<{ name: string; path: string[]; open: boolean }>(
      `select p.proname as name, p.proconfig as path, has_function_privilege('public', p.oid, 'execute') as open
       from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1`,
    );
    expect(found).toEqual(
      FUNCTIONS.map((name) => ({ name, path: ['search_path=public, pg_temp'], open: false })),
    );
  });

  it('the application can make no table of its own that could stand in for one of theirs', async () => {
    await expect(app.query('create temp table account (username text)')).rejects.toThrow(/permission denied/);
    await expect(app.query('create table public.account_2 (username text)')).rejects.toThrow(
      /permission denied/,
    );
    await expect(app.query('create schema mine')).rejects.toThrow(/permission denied/);
  });

  it('account_for_sign_in finds an account by its exact name, unless it is disabled or waits for approval', async () => {
    expect(await one(`select * from account_for_sign_in('leader')`)).toMatchObject({
      username: 'leader',
      demonstration: true,
      second_factor_cipher: null,
    });
    expect(await one(`select * from account_for_sign_in('LEADER')`)).toBeUndefined();
    await server.sql(`update account set disabled_at = now() where username = 'inspector-2'`);
    await server.sql(`update account set approved_at = null where username = 'officer-2'`);
    expect(await one(`select * from account_for_sign_in('inspector-2')`)).toBeUndefined();
    expect(await one(`select * from account_for_sign_in('officer-2')`)).toBeUndefined();
  });

  it('first_administrator_link_works says so of a link that is there, unused and not too old', async () => {
    const works = async () =>
      (await one<{ works: boolean }>(`select first_administrator_link_works('link') as works`)).works;
    expect(await works()).toBe(false);
    await server.sql(
      `insert into one_time_link values ('link', 'firstAdministrator', now() + '1 hour', null)`,
    );
    expect(await works()).toBe(true);
    for (const change of ['used_at = now()', `used_at = null, expires_at = now() - interval '1 second'`]) {
      await server.sql(`update one_time_link set ${change}`);
      expect(await works()).toBe(false);
    }
  });

  it('account_of_open_id finds an account by the subject of its provider, unless it is disabled', async () => {
    await server.sql(`update account set open_id_subject = 'sub-1' where username in ('finance')`);
    expect(await one(`select username from account_of_open_id('sub-1')`)).toEqual({ username: 'finance' });
    expect(await one(`select username from account_of_open_id('sub-2')`)).toBeUndefined();
    await server.sql(`update account set disabled_at = now() where username = 'finance'`);
    expect(await one(`select username from account_of_open_id('sub-1')`)).toBeUndefined();
  });

  it('account_of_session and end_session find and end a session', async () => {
    await open(leader, sha256('one'));
    const [found] = await sessionOf(sha256('one'));
    expect(found?.username).toBe('leader');
    expect(found?.counties).toHaveLength(9);
    await app.query('select end_session($1)', [sha256('one')]);
    expect(await sessionOf(sha256('one'))).toEqual([]);
  });

  it('account_of_session knows no session that is too old, or idle for longer than the setting', async () => {
    await open(leader, sha256('old'), '-1 second');
    await open(leader, sha256('idle'));
    expect(await sessionOf(sha256('old'))).toEqual([]);
    expect(await sessionOf(sha256('idle'))).toHaveLength(1);
    const idleFor = (minutes: number) =>
      server.sql(`update session set last_used_at = now() - $2::interval where token_sha256 = $1`, [
        sha256('idle'),
        `${minutes} minutes`,
      ]);
    await idleFor(59);
    expect(await sessionOf(sha256('idle'))).toHaveLength(1);
    await idleFor(61);
    expect(await sessionOf(sha256('idle'))).toEqual([]);
    await server.sql(`update security_setting set content = content || '{"idleMinutes":90}'`);
    expect(await sessionOf(sha256('idle'))).toHaveLength(1);
    await server.sql(`update security_setting set content = content || '{"idleMinutes":60}'`);
  });

  it('account_of_access_token knows a token until it ends or is revoked, and touch_access_token its last use', async () => {
    await server.sql(
      `insert into access_token values (gen_random_uuid(), $1, 't', 'digest', array['overview:read'], now(), now() + interval '1 day')`,
      [leader],
    );
    const found = () => one(`select username, scopes, stale from account_of_access_token('digest')`);
    expect(await found()).toEqual({ username: 'leader', scopes: ['overview:read'], stale: true });
    await app.query(`select touch_access_token('digest')`);
    expect(await found()).toMatchObject({ stale: false });
    await server.sql(`update access_token set revoked_at = now()`);
    expect(await found()).toBeUndefined();
    await server.sql(`update access_token set revoked_at = null, expires_at = now() - interval '1 second'`);
    expect(await found()).toBeUndefined();
  });

  it('note_sign_in locks a name at the fifth failure, longer with each one after, and forgets with a success', async () => {
    const note = async (done: boolean) =>
      (await one<{ wait: number }>(`select note_sign_in('name', $1, 5, 1, 60) as wait`, [done])).wait;
    const lock = async () => (await one<{ wait: number }>(`select sign_in_lock('name') as wait`)).wait;
    const expire = () => server.sql(`update sign_in_failure set locked_until = now() - interval '1 second'`);
    for (let i = 0; i < 4; i += 1) expect([await note(false), await lock()]).toEqual([0, 0]);
    expect(await note(false)).toBe(0);
    expect(await lock()).toBe(60);
    // A right password that comes while the name is locked opens nothing, and tells nothing.
    expect(await note(true)).toBeGreaterThan(50);
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      await expire();
      await note(false);
      waits.push(await lock());
    }
    expect(waits).toEqual([120, 240, 480, 960, 1920, 3600, 3600, 3600]);
    await expire();
    expect(await note(true)).toBe(0);
    for (let i = 0; i < 4; i += 1) expect([await note(false), await lock()]).toEqual([0, 0]);
  });

  it('note_sign_in neither counts nor forgets for an attempt that is right so far, and says that its name is locked', async () => {
    const note = async (came: boolean | null) =>
      (await one<{ wait: number }>(`select note_sign_in('so-far', $1, 5, 1, 60) as wait`, [came])).wait;
    for (let i = 0; i < 8; i += 1) expect(await note(null)).toBe(0);
    for (let i = 0; i < 4; i += 1) await note(false);
    expect([await note(null), await note(false), await note(null)]).toEqual([0, 0, 60]);
  });

  it('own_hand_overs tells who left to who came, and to nobody else', async () => {
    const ids = await server.sql<{ account_id: string }>(
      `select account_id from account where username in ('finance', 'inspector', 'leader') order by username`,
    );
    const [from = '', to = '', by = ''] = ids.map(({ account_id }) => account_id);
    await server.sql(
      `insert into hand_over values (gen_random_uuid(), $1, $2, $3, '2026-03-20T00:00:00Z', '调离', '[]')`,
      [from, to, by],
    );
    const told = async (account: string) => {
      await app.query('begin');
      await app.query(`select set_config('yuheng.account', $1, true)`, [account]);
      const { rows } = await app.query('select handed_by, reason from own_hand_overs()');
      await app.query('rollback');
      return rows as unknown[];
    };
    expect(await told(to)).toEqual([{ handed_by: '演示·市财政经办人', reason: '调离' }]);
    expect([await told(from), await told(by), await told('')]).toEqual([[], [], []]);
  });

  it('note_sign_in counts every one of forty failures at one moment', async () => {
    const source = await createDataSource(server.database.appUrl, 20).initialize();
    await Promise.all(
      Array.from({ length: 40 }, () => source.query(`select note_sign_in('burst', false, 5, 1, 60)`)),
    );
    await source.destroy();
    expect(await server.sql(`select failures from sign_in_failure where username_sha256 = 'burst'`)).toEqual([
      { failures: 5 },
    ]);
  });

  it.each([
    'unlock_sign_in($1::text)',
    `set_credential($1::uuid, 'hash')`,
    'remove_second_factor($1::uuid)',
    'end_sessions_of($1::uuid)',
    'pending_of($1::uuid)',
    'move_assignments($1::uuid, $1::uuid)',
  ])('%s is refused to who does not administer accounts', async (call) => {
    await expect(app.query(`select ${call}`, [leader])).rejects.toThrow(/not an administrator of accounts/);
    await expect(asDuty('security', `select ${call}`, [leader])).rejects.toThrow(/not an administrator/);
    await expect(asDuty('audit', `select ${call}`, [leader])).rejects.toThrow(/not an administrator/);
    await asDuty('accounts', `select ${call}`, [leader]);
  });

  it.each(['has_second_factor', 'must_change_password'])(
    '%s tells nothing to who administers nothing',
    async (name) => {
      await server.sql(
        `insert into second_factor values ($1, 'c', now(), now(), null) on conflict do nothing`,
        [leader],
      );
      await server.sql(`update credential set must_change = true where account_id = $1`, [leader]);
      const told = async (duty: string) =>
        (await asDuty(duty, `select ${name}($1) as told`, [leader])) as { told: boolean | null }[];
      expect([await told('accounts'), await told('security')]).toEqual([[{ told: true }], [{ told: true }]]);
      expect((await told('audit'))[0]?.told).not.toBe(true);
      expect((await told(''))[0]?.told).not.toBe(true);
      await server.sql(`delete from second_factor`);
      await server.sql(`update credential set must_change = false`);
    },
  );

  it('locked_until tells who administers accounts until when a name is locked', async () => {
    await server.sql(`insert into sign_in_failure values ('locked', 5, now(), now() + interval '1 minute')`);
    const [told] = (await asDuty('accounts', `select locked_until('locked') as at`)) as { at: Date }[];
    expect(told?.at).toBeInstanceOf(Date);
    expect(await asDuty('audit', `select locked_until('locked') as at`)).toEqual([{ at: null }]);
    await asDuty('accounts', `select unlock_sign_in('locked')`, [], 'commit');
    expect(await server.sql(`select 1 from sign_in_failure where username_sha256 = 'locked'`)).toEqual([]);
  });

  it('pending_of and move_assignments see the whole city for their one question, and leave the scope as it was', async () => {
    const county = (await one<{ account_id: string }>(`select * from account_for_sign_in('county-hongta')`))
      .account_id;
    await app.query('begin');
    await app.query(`select set_config('yuheng.duties', 'accounts', true)`);
    const { pending } = await one<{ pending: { kind: string; county: string }[] }>(
      'select pending_of($1) as pending',
      [county],
    );
    const scope = await one(`select current_setting('yuheng.scope', true) as scope`);
    const rows = (await app.query('select 1 from inspection')).rowCount;
    await app.query('rollback');
    const open = await server.sql(
      `select 1 from inspection where county_id = 'hongta' and stage in ('open', 'submitted', 'returned', 'reopened')`,
    );
    expect(pending.filter(({ kind }) => kind === 'inspection')).toHaveLength(open.length);
    expect(open.length).toBeGreaterThan(0);
    expect(new Set(pending.map((item) => item.county))).toEqual(new Set(['hongta']));
    expect([scope, rows]).toEqual([{ scope: '' }, 0]);
  });

  it('once_a_day lets a task be done once a day', async () => {
    const claim = async (day: string) =>
      (await one<{ done: boolean }>(`select once_a_day('task', $1) as done`, [day])).done;
    expect([await claim('2026-03-20'), await claim('2026-03-20'), await claim('2026-03-21')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('account_of_session knows no session of an account that has been disabled', async () => {
    await open(leader, sha256('two'));
    await server.sql(`update account set disabled_at = now() where username = 'leader'`);
    expect(await sessionOf(sha256('two'))).toEqual([]);
    await server.sql(`update account set disabled_at = null where username = 'leader'`);
    expect(await sessionOf(sha256('two'))).toHaveLength(1);
  });

  it('touch_session moves the time of last use, and nothing of another session', async () => {
    for (const token of ['three', 'four']) await open(leader, sha256(token));
    await server.sql(`update session set last_used_at = now() - interval '5 minutes'`);
    expect((await sessionOf(sha256('three')))[0]?.stale).toBe(true);
    await app.query('select touch_session($1)', [sha256('three')]);
    const stale = [await sessionOf(sha256('three')), await sessionOf(sha256('four'))].map(
      ([row]) => row?.stale,
    );
    expect(stale).toEqual([false, true]);
  });

  it('demonstration_accounts lists demonstration accounts only, without anything secret', async () => {
    await server.sql(
      `insert into account (account_id, username, name, place_id, demonstration) values (gen_random_uuid(), 'real-person', '张三', '530400', false)`,
    );
    const rows = (await app.query('select * from demonstration_accounts()')).rows as Record<string, string>[];
    expect(rows.map((row) => row['username'])).not.toContain('real-person');
    expect(Object.keys(rows[0] ?? {})).toEqual(['username', 'role', 'place_id']);
  });

  it('account_names tells names only inside a business scope', async () => {
    expect(await one(`select * from account_names(array['leader'])`)).toBeUndefined();
    await app.query('begin');
    await app.query(`select set_config('yuheng.scope', 'hongta', true)`);
    expect(await one(`select * from account_names(array['leader'])`)).toEqual({
      username: 'leader',
      name: '演示·局领导',
    });
    await app.query('rollback');
  });

  it('make_first_administrator takes a link once, for the city, as system administrator', async () => {
    await server.sql(
      `insert into one_time_link values ($1, 'firstAdministrator', now() + interval '1 day', null)`,
      [sha256('link')],
    );
    const make = (username: string) =>
      one<{ made: boolean }>('select make_first_administrator($1, $2, $3, $4, $5) as made', [
        sha256('link'),
        randomUUID(),
        username,
        '李四',
        'hash',
      ]);
    expect([await make('admin-a'), await make('admin-b')]).toEqual([{ made: true }, { made: false }]);
    expect(
      await server.sql(
        `select a.username, a.place_id, a.demonstration, r.role from account a join account_role r using (account_id)
         where a.username like 'admin-%'`,
      ),
    ).toEqual([
      { username: 'admin-a', place_id: '530400', demonstration: false, role: 'systemAdministrator' },
    ]);
  });

  it('make_first_administrator takes no link that has expired', async () => {
    await server.sql(
      `insert into one_time_link values ($1, 'firstAdministrator', now() - interval '1 second', null)`,
      [sha256('late')],
    );
    const answer = await one('select make_first_administrator($1, $2, $3, $4, $5) as made', [
      sha256('late'),
      randomUUID(),
      'too-late',
      '王五',
      'hash',
    ]);
    expect(answer).toEqual({ made: false });
  });
});
