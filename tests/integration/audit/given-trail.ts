import type { AuditContent } from '@yuheng/shared/contract/audit';
import type { TestServer } from '../../support/server';

export interface StoredEntry {
  readonly seq: number;
  readonly at: Date;
  readonly algorithm: string;
  readonly content: AuditContent;
  readonly previous: string;
  readonly hash: string;
}

/** The entries after a number, in order, as they really stand in the database. */
export const entriesAfter = (server: TestServer, seq: number): Promise<StoredEntry[]> =>
  server.sql<StoredEntry>(
    `select seq::int, at, algorithm, content::jsonb as content, previous, hash from audit_entry
     where seq > $1 order by seq`,
    [seq],
  );

export async function lastSeq(server: TestServer): Promise<number> {
  const [row] = await server.sql<{ last: number }>(
    'select coalesce(max(seq), 0)::int as last from audit_entry',
  );
  return row?.last ?? 0;
}

/** A trail without entries and seals: the superuser switches off the triggers that forbid it. */
export async function emptyTrail(server: TestServer): Promise<void> {
  for (const table of ['audit_entry', 'audit_seal'])
    await server.sql(`alter table ${table} disable trigger user`);
  await server.sql('truncate audit_entry, audit_seal');
  for (const table of ['audit_entry', 'audit_seal'])
    await server.sql(`alter table ${table} enable trigger user`);
}

/** Sound entries of the program itself at these moments, none before the one that stands in front of it. */
export async function entriesAt(server: TestServer, moments: readonly string[]): Promise<void> {
  for (const at of moments) {
    await server.sql(
      `with n as (select coalesce(max(seq), 0) + 1 as seq,
                         coalesce((array_agg(hash order by seq desc))[1], repeat('0', 64)) as previous from audit_entry),
            made as (select n.*, $2::text as content, audit_record('sha256', $1::timestamptz, '530400', $2, n.previous, n.seq) as record from n)
       insert into audit_entry (city_id, seq, at, algorithm, content, previous, hash, act, outcome, personal_data)
       select '530400', seq, $1::timestamptz, 'sha256', content, previous, encode(sha256(convert_to(record, 'UTF8')), 'hex'),
              'test.act', 'done', false from made`,
      [
        at,
        '{"act":"test.act","actor":null,"address":null,"object":null,"outcome":"done","requestId":null,"roles":[]}',
      ],
    );
  }
}
