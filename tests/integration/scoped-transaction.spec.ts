import { createDataSource } from '@yuheng/backend/database/data-source';
import { NO_SCOPE, type Scope } from '@yuheng/backend/database/scope';
import { DatabaseUnavailable, scoped } from '@yuheng/backend/database/scoped-transaction';
import type { DataSource, EntityManager } from 'typeorm';
import { startServer, type TestServer } from '../support/server';

const NOBODY = '00000000-0000-4000-8000-000000000001';
const HONGTA: Scope = { ...NO_SCOPE, counties: ['hongta'], account: NOBODY, duties: ['accounts', 'audit'] };
const YIMEN: Scope = { ...NO_SCOPE, counties: ['yimen'] };
const COUNTIES = 'hongta jiangchuan chengjiang tonghai huaning yimen eshan xinping yuanjiang'.split(' ');

describe('a scoped transaction', () => {
  let server: TestServer;
  /** One connection: whatever a transaction leaves behind, the next borrower finds. */
  let single: DataSource;

  beforeAll(async () => {
    server = await startServer();
  });

  beforeEach(async () => {
    single = await createDataSource(server.database.appUrl, 1).initialize();
  });

  afterEach(() => single.destroy());
  afterAll(() => server?.close());

  const seen = async (tx: { query: EntityManager['query'] }): Promise<string[]> =>
    (await tx.query<{ id: string }[]>('select distinct county_id as id from inspection order by 1')).map(
      ({ id }) => id,
    );
  const settings = (source: DataSource) =>
    source.query(`select nullif(current_setting('yuheng.scope', true), '') as scope,
      nullif(current_setting('yuheng.city', true), '') as city,
      nullif(current_setting('yuheng.account', true), '') as account,
      nullif(current_setting('yuheng.duties', true), '') as duties`);
  const CLEAN = [{ scope: null, city: null, account: null, duties: null }];
  const killBackend = async (pid: number): Promise<void> => {
    await server.sql('select pg_terminate_backend($1)', [pid]);
  };
  const pidOf = async (tx: { query: EntityManager['query'] }): Promise<number> =>
    (await tx.query<{ pid: number }[]>('select pg_backend_pid() as pid'))[0]?.pid ?? 0;

  it('sees its own counties and, after it, the connection carries nothing', async () => {
    expect(await scoped(single, HONGTA, seen)).toEqual(['hongta']);
    expect(await settings(single)).toEqual(CLEAN);
    expect(await seen(single)).toEqual([]);
    expect(await scoped(single, YIMEN, seen)).toEqual(['yimen']);
    expect(await scoped(single, NO_SCOPE, seen)).toEqual([]);
  });

  const WAYS_TO_FAIL: [string, (tx: EntityManager) => Promise<unknown>, RegExp][] = [
    ['a refusal', () => Promise.reject(new Error('refused')), /refused/],
    ['an SQL error', (tx) => tx.query('select no_such_column from inspection'), /no_such_column/],
    [
      'a statement that takes too long',
      async (tx) => {
        await tx.query(`set local statement_timeout = '50ms'`);
        await tx.query('select pg_sleep(5)');
      },
      /statement timeout/,
    ],
    [
      'a swallowed SQL error, which makes PostgreSQL turn the commit into a rollback',
      (tx) => tx.query('select 1 / 0').catch(() => undefined),
      /swallowed/,
    ],
  ];

  it.each(WAYS_TO_FAIL)('after %s the same connection carries nothing', async (_, work, message) => {
    let pid = 0;
    const failed = scoped(single, HONGTA, async (tx) => {
      pid = await pidOf(tx);
      expect(await seen(tx)).toEqual(['hongta']);
      await work(tx);
    });
    await expect(failed).rejects.toThrow(message);
    expect(await pidOf(single)).toBe(pid);
    expect(await settings(single)).toEqual(CLEAN);
    expect(await seen(single)).toEqual([]);
  });

  it('after a query that was cancelled from outside the connection carries nothing', async () => {
    const cancelled = scoped(single, HONGTA, async (tx) => {
      const pid = await pidOf(tx);
      setTimeout(() => void server.sql('select pg_cancel_backend($1)', [pid]), 100);
      await tx.query('select pg_sleep(10)');
    });
    await expect(cancelled).rejects.toThrow(/canceling statement due to user request/);
    expect(await settings(single)).toEqual(CLEAN);
  });

  it('after a client that went away in the middle of its request the connection carries nothing', async () => {
    await server.sql('begin');
    await server.sql('lock table wage_month in access exclusive mode');
    const address = await listening();
    const cookie = await server.cookieOf('county-yimen');
    const controller = new AbortController();
    const left = fetch(`${address}/api/overview?program=assistants&year=2025`, {
      headers: { cookie },
      signal: controller.signal,
    }).catch((error: Error) => error.name);
    await untilWaiting();
    controller.abort();
    expect(await left).toBe('AbortError');
    await server.sql('rollback');
    const settled = await Promise.all(Array.from({ length: 10 }, () => settings(server.source)));
    expect(settled).toEqual(Array(10).fill(CLEAN));
  });

  it('keeps nothing of what was written before a swallowed error', async () => {
    const write = scoped(single, HONGTA, async (tx) => {
      await tx.query(`update program_post set source = 'half done' where county_id = 'hongta'`);
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(write).rejects.toThrow(/nothing was kept/);
    expect(await server.sql(`select 1 from program_post where source = 'half done'`)).toEqual([]);
  });

  it.each(['while it waits for a query', 'between two queries'])(
    'a connection that is killed %s is DatabaseUnavailable, and the pool recovers',
    async (when) => {
      const killed = scoped(single, HONGTA, async (tx) => {
        const pid = await pidOf(tx);
        if (when === 'between two queries') await killBackend(pid);
        else setTimeout(() => void killBackend(pid), 100);
        await tx.query('select pg_sleep(10)');
      });
      await expect(killed).rejects.toBeInstanceOf(DatabaseUnavailable);
      expect(await scoped(single, YIMEN, seen)).toEqual(['yimen']);
      expect(await settings(single)).toEqual(CLEAN);
    },
  );

  it('a killed connection is 503 for the request on it, and the next request is served', async () => {
    const as = 'county-hongta';
    const url = '/api/overview?program=assistants&year=2025';
    await server.cookieOf(as);
    await server.sql('begin');
    await server.sql('lock table wage_month in access exclusive mode');
    const waiting = server.request({ url, as });
    await untilWaiting();
    await server.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and usename = 'yuheng_app' and wait_event_type = 'Lock'`,
    );
    const answer = await waiting;
    await server.sql('rollback');
    expect([answer.status, answer.json()['type']]).toEqual([503, '/problems/unavailable']);
    expect((await server.request({ url, as })).status).toBe(200);
  });

  it('idle connections that were all killed cost nobody more than a 503', async () => {
    const url = '/api/counties';
    const before = await server.request({ url, as: 'leader' });
    await server.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'yuheng_app'`,
    );
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => server.request({ url, as: 'leader' })),
    );
    expect(answers.filter(({ status }) => ![200, 503].includes(status))).toEqual([]);
    expect((await server.request({ url, as: 'leader' })).text).toBe(before.text);
  });

  it('64 requests of nine counties and the city at one moment: nobody sees a foreign row', async () => {
    const askers = Array.from({ length: 64 }, (_, i) => COUNTIES[i % 10] ?? null);
    for (const county of COUNTIES) await server.cookieOf(`county-${county}`);
    const answers = await Promise.all(
      askers.map((county, i) =>
        server.request({
          url: `/api/${i % 2 === 0 ? 'inspections' : 'funds'}?program=assistants&year=2025`,
          as: county ? `county-${county}` : 'leader',
        }),
      ),
    );
    answers.forEach((answer, i) => {
      const ids = answer.json<{ counties: { id: string }[] }>().counties.map(({ id }) => id);
      expect(ids).toEqual(askers[i] ? [askers[i]] : COUNTIES);
    });
  });

  it('640 transactions of one county each, some of them failing, on ten connections: none foreign', async () => {
    const source = await createDataSource(server.database.appUrl, 10).initialize();
    const work = async (i: number): Promise<string[] | null> => {
      const county = COUNTIES[i % 9] ?? '';
      return scoped(source, { ...NO_SCOPE, counties: [county] }, async (tx) => {
        const ids = await seen(tx);
        if (i % 7 === 0) await tx.query('select broken');
        return ids;
      }).catch(() => null);
    };
    const results = await Promise.all(Array.from({ length: 640 }, (_, i) => work(i)));
    await source.destroy();
    expect(results).toEqual(results.map((_, i) => (i % 7 === 0 ? null : [COUNTIES[i % 9]])));
  });

  async function listening(): Promise<string> {
    await server.app.listen(0, '127.0.0.1');
    return `http://127.0.0.1:${(server.app.getHttpServer().address() as { port: number }).port}`;
  }

  async function untilWaiting(): Promise<void> {
    for (;;) {
      const rows = await server.sql(
        `select 1 from pg_stat_activity where datname = current_database() and usename = 'yuheng_app' and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
    }
  }
});
