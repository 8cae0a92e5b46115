import type { AuditRecord } from './audit.repository';

/** What the head of an export says of it. */
export interface ExportHead {
  readonly chain: string;
  readonly exported: { readonly at: string; readonly by: string; readonly watermark: string };
}

/** The numbers of the entries of an export, both included. */
export interface ExportRange {
  readonly first: number;
  readonly last: number;
}

/** Reads the next entries: those after a number, in order; fewer than were asked for at the end. */
export type ReadRecords = (after: number) => Promise<readonly AuditRecord[]>;

export const exportFileName = (chain: string, { first, last }: ExportRange): string =>
  `yuheng-audit-${chain}-${first}-${last}.json`;

/**
 * The file that `yuheng verify-audit` reads, piece by piece: one JSON document of the form `yuheng-audit-1`, its head in
 * the first line and each entry in a line of its own. An entry stands as it was hashed, with its hash as the last member.
 * No more than one read of entries is held at a time.
 */
export async function* exportText(
  head: ExportHead,
  { first, last }: ExportRange,
  read: ReadRecords,
): AsyncGenerator<string, void, void> {
  const document = JSON.stringify({ format: 'yuheng-audit-1', ...head, entries: [] });
  yield `${document.slice(0, -']}'.length)}\n`;
  let after = first - 1;
  while (after < last) {
    const records = await read(after);
    const lines = records.map((one) => `${entryOf(one)}${one.seq === last ? '' : ','}\n`);
    const end = records.at(-1)?.seq;
    if (end === undefined) throw new Error(`The trail ends before entry ${last}, which it had a moment ago.`);
    after = end;
    yield lines.join('');
  }
  yield ']}\n';
}

const entryOf = ({ record, hash }: AuditRecord): string =>
  `${record.slice(0, -'}'.length)},"hash":${JSON.stringify(hash)}}`;
