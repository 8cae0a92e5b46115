import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { startServer, type TestServer } from '../../support/server';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('what the dashboards ask with the rights of the owner', () => {
  let server: TestServer;
  let app: Client;

  const one = async <Row>(text: string, values: unknown[] = []): Promise<Row> =>
    (await app.query(text, values)).rows[0] as Row;

  beforeAll(async () => {
    server = await startServer();
    app = new Client({ connectionString: server.database.appUrl });
    await app.connect();
  });

  afterAll(async () => {
    await app?.end();
    await server?.close();
  });

  it('persons_in_charge names those of the places in scope, and nobody who may not sign in', async () => {
    const named = async (scope: string, city = '') => {
      await app.query('begin');
      await app.query(`select set_config('yuheng.scope', $1, true), set_config('yuheng.city', $2, true)`, [
        scope,
        city,
      ]);
      const { rows } = await app.query('select * from persons_in_charge()');
      await app.query('rollback');
      return rows as { place_id: string; role: string; name: string }[];
    };
    expect(await named('')).toEqual([]);
    expect(await named('hongta')).toEqual([
      { place_id: 'hongta', role: 'countyFinance', name: '演示·县级财政经办人' },
      { place_id: 'hongta', role: 'countyOfficer', name: '演示·县级经办人' },
    ]);
    expect((await named('hongta', '530400')).filter(({ role }) => role === 'inspector')).toHaveLength(2);
    await server.sql(`update account set disabled_at = now() where username = 'county-hongta'`);
    expect((await named('hongta')).map(({ role }) => role)).toEqual(['countyFinance']);
    await server.sql(`update account set disabled_at = null where username = 'county-hongta'`);
  });

  it('a code of the wall opens its program while it works, and leaves the scope of its transaction as it was', async () => {
    await server.sql(
      `insert into wall_link values ('530400', gen_random_uuid(), '大厅', 'mediation', $1, now() + interval '1 hour', 'officer-1', now())`,
      [sha256('of the wall')],
    );
    await app.query('begin');
    const [found, none] = [
      await one<{ program_id: string }>('select * from wall_link_of_token($1)', [sha256('of the wall')]),
      await one('select * from wall_link_of_token($1)', [sha256('another')]),
    ];
    const left = await one<{ links: number; city: string }>(
      `select (select count(*)::int from wall_link) as links, current_setting('yuheng.city', true) as city`,
    );
    await app.query('rollback');
    expect([found.program_id, none, left]).toEqual(['mediation', undefined, { links: 0, city: '' }]);
  });

  it('the mark of changes is the number of the newest entry of the trail, and says nothing else', async () => {
    const mark = async (): Promise<string> =>
      (await one<{ mark: string }>(`select change_mark('530400')::text as mark`)).mark;
    const [{ newest }] = (await server.sql<{ newest: string }>(
      `select coalesce(max(seq), 0)::text as newest from audit_entry`,
    )) as [{ newest: string }];
    expect([
      await mark(),
      (await one<{ mark: string }>(`select change_mark('none')::text as mark`)).mark,
    ]).toEqual([newest, '0']);
  });
});
