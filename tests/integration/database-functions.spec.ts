import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startServer, type TestServer } from '../support/server';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every SECURITY DEFINER function, with what its test below is about. */
const FUNCTIONS = [
  'account_for_sign_in',
  'account_names',
  'account_of_session',
  'demonstration_accounts',
  'end_session',
  'make_first_administrator',
  'open_session',
  'touch_session',
];

describe('functions that act with the rights of their owner', () => {
  let server: TestServer;
  let app: Client;
  let leader: string;

  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> =>
    (await app.query(text, values)).rows[0] as Row;
  const sessionOf = async (token: string, idle = '60 minutes') =>
    (await app.query('select * from account_of_session($1, $2)', [token, idle])).rows as {
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

  it('account_for_sign_in finds an account by its exact name, unless it is disabled', async () => {
    expect(await one(`select * from account_for_sign_in('leader')`)).toMatchObject({
      roles: ['leader'],
      place_id: '530400',
    });
    expect(await one(`select * from account_for_sign_in('LEADER')`)).toBeUndefined();
    await server.sql(`update account set disabled_at = now() where username = 'inspector-2'`);
    expect(await one(`select * from account_for_sign_in('inspector-2')`)).toBeUndefined();
  });

  it('open_session, account_of_session and end_session begin, find and end a session', async () => {
    await app.query('select open_session($1, $2, $3)', [leader, sha256('one'), '12 hours']);
    const [found] = await sessionOf(sha256('one'));
    expect(found?.username).toBe('leader');
    expect(found?.counties).toHaveLength(9);
    await app.query('select end_session($1)', [sha256('one')]);
    expect(await sessionOf(sha256('one'))).toEqual([]);
  });

  it('open_session clears away sessions that are over', async () => {
    await app.query('select open_session($1, $2, $3)', [leader, sha256('old'), '-1 second']);
    await app.query('select open_session($1, $2, $3)', [leader, sha256('new'), '12 hours']);
    expect(await server.sql('select 1 from session where token_sha256 = $1', [sha256('old')])).toEqual([]);
  });

  it('account_of_session knows no session of an account that has been disabled', async () => {
    await app.query('select open_session($1, $2, $3)', [leader, sha256('two'), '12 hours']);
    await server.sql(`update account set disabled_at = now() where username = 'leader'`);
    expect(await sessionOf(sha256('two'))).toEqual([]);
    await server.sql(`update account set disabled_at = null where username = 'leader'`);
    expect(await sessionOf(sha256('two'))).toHaveLength(1);
  });

  it('touch_session moves the time of last use, and nothing of another session', async () => {
    for (const token of ['three', 'four'])
      await app.query('select open_session($1, $2, $3)', [leader, sha256(token), '12 hours']);
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
      `insert into account values (gen_random_uuid(), 'real-person', '张三', 'hash', '530400', false, null)`,
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
