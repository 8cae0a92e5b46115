import type { TestServer } from './server';

/**
 * Keeps what stands in some tables now. @returns what puts them back as they were, past every trigger: a few milliseconds,
 * where a server and a database of its own would cost each test a second. Name every table that the tests write.
 */
export async function keepRows(server: TestServer, tables: readonly string[]): Promise<() => Promise<void>> {
  await server.sql('create schema kept');
  for (const table of tables) await server.sql(`create table kept.${table} as table ${table}`);
  const statements = tables.map((table) => `delete from ${table}; insert into ${table} table kept.${table};`);
  return async () => {
    await server.sql(`do $$ begin
      perform set_config('session_replication_role', 'replica', true);
      ${statements.join('\n')}
    end $$`);
  };
}
