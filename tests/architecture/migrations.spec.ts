import { createDataSource, migrations } from '@yuheng/backend/database/data-source';
import { migrate } from '@yuheng/backend/database/migrate';
import { type Client } from 'pg';
import { testDatabase, withClient, type TestDatabase } from '../support/test-database';

/** All migrations back and forth take seconds where several suites share two cores. */
jest.setTimeout(60_000);

/** Everything that a migration can leave behind, from the catalogs. */
const SCHEMA = `
  select 'table ' || relname || ' rls ' || relrowsecurity || relforcerowsecurity as thing
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  union all select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || coalesce(column_default, '')
    from information_schema.columns where table_schema = 'public'
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || cmd || coalesce(qual, '') || coalesce(with_check, '')
    from pg_policies where schemaname = 'public'
  union all select 'function ' || oid::regprocedure || ' ' || prosecdef || ' ' || md5(prosrc)
    from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'trigger ' || tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
  order by 1`;

describe('the migrations', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });

  afterAll(() => database?.drop());

  const schema = async (): Promise<string[]> => {
    let things: string[] = [];
    await withClient(database.adminUrl, async (client: Client) => {
      things = ((await client.query(SCHEMA)).rows as { thing: string }[]).map(({ thing }) => thing);
    });
    return things;
  };

  it('leave nothing that the entities would still have changed', async () => {
    const source = await createDataSource(database.ownerUrl, 1).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('give every constraint a name of ours', async () => {
    const named = (await schema()).filter(
      (thing) => thing.startsWith('constraint ') && !thing.includes('migrations'),
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((thing) => !/^constraint \w+ (?:pk|fk|uq|ck)_\w+ /.test(thing))).toEqual([]);
  });

  it('can all be undone to an empty schema, and be run again to the same one', async () => {
    const before = await schema();
    const source = await createDataSource(database.ownerUrl, 2).initialize();
    for (const _ of migrations) await source.undoLastMigration();
    await source.destroy();
    const left = (await schema()).filter((thing) => !/\bmigrations\b|PK_/.test(thing));
    expect(left).toEqual([]);
    const ran = await migrate(database.ownerUrl, 'yuheng_app');
    expect(ran).toHaveLength(migrations.length);
    expect(await schema()).toEqual(before);
  });

  it('run again, do nothing; run by two servers at once, run once', async () => {
    expect(await migrate(database.ownerUrl, 'yuheng_app')).toEqual([]);
    const source = await createDataSource(database.ownerUrl, 1).initialize();
    await source.undoLastMigration();
    await source.destroy();
    const both = await Promise.all([
      migrate(database.ownerUrl, 'yuheng_app'),
      migrate(database.ownerUrl, 'yuheng_app'),
    ]);
    expect(both.map((names) => names.length).sort()).toEqual([0, 1]);
  });
});
