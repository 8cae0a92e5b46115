import type { TestServer } from '../../support/server';

/** Fingerprints of all rows, by table. */
export type StoredRows = ReadonlyMap<string, ReadonlySet<string>>;

export async function readStoredRows({ sql }: Pick<TestServer, 'sql'>): Promise<StoredRows> {
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const read = async (name: string): Promise<[string, ReadonlySet<string>]> => {
    const rows = await sql<{ print: string }>(`select md5(t::text) as print from ${name} t`);
    return [name, new Set(rows.map(({ print }) => print))];
  };
  const entries: [string, ReadonlySet<string>][] = [];
  for (const { name } of tables) entries.push(await read(name));
  return new Map(entries);
}

export interface Change {
  readonly table: string;
  readonly added: number;
  readonly removed: number;
}

/** Tables that are not as they were; a row that was changed counts as one removed and one added. */
export function changesBetween(before: StoredRows, after: StoredRows): Change[] {
  const missing = (from: ReadonlySet<string>, to: ReadonlySet<string>): number =>
    [...from].filter((one) => !to.has(one)).length;
  return [...after]
    .map(([table, rows]) => {
      const old = before.get(table) ?? new Set<string>();
      return { table, added: missing(rows, old), removed: missing(old, rows) };
    })
    .filter(({ added, removed }) => added + removed > 0);
}
