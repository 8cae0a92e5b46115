import type { TestServer } from './server';

/** What the trail says of an act on an object, in order. */
export async function trailOf(
  server: TestServer,
  act: string,
  object: string,
): Promise<Record<string, unknown>[]> {
  const rows = await server.sql<{ content: string }>(
    'select content from audit_entry where act = $1 and object_id = $2 order by seq',
    [act, object],
  );
  return rows.map(({ content }) => JSON.parse(content) as Record<string, unknown>);
}
