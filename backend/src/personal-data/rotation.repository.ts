import type { EntityManager } from 'typeorm';
import type { EncryptedColumn } from './column-cipher.service';

/** One encrypted value as it is stored. */
export interface StoredValue {
  readonly row: string;
  readonly stored: string;
}

export interface NewValue extends StoredValue {
  /** null where the column has no hash beside it. */
  readonly hash: string | null;
}

/** Where the encrypted columns and the check values of their keys are. Names of columns come from our own list alone. */
export class RotationRepository {
  /**
   * The next values whose text does not begin with the prefix, in the order of their rows, locked until the transaction
   * ends: what a server writes meanwhile either came before and is seen, or waits and comes after.
   */
  former(
    tx: EntityManager,
    { table, column, rowKey }: EncryptedColumn,
    { prefix, after, most }: { prefix: string; after: string | null; most: number },
  ): Promise<StoredValue[]> {
    return tx.query(
      `select ${rowKey}::text as row, ${column} as stored from ${table}
       where left(${column}, length($1)) <> $1 and ($2::text is null or ${rowKey}::text > $2)
       order by ${rowKey}::text limit $3 for update`,
      [prefix, after, most],
    );
  }

  async replace(tx: EntityManager, column: EncryptedColumn, values: readonly NewValue[]): Promise<void> {
    const { table, rowKey, hashColumn } = column;
    await tx.query(
      `update ${table} t set ${column.column} = n.stored${hashColumn === null ? '' : `, ${hashColumn} = n.hash`}
       from unnest($1::text[], $2::text[], $3::text[]) as n (row, stored, hash) where t.${rowKey}::text = n.row`,
      [values.map(({ row }) => row), values.map(({ stored }) => stored), values.map(({ hash }) => hash)],
    );
  }

  async countFormer(tx: EntityManager, { table, column }: EncryptedColumn, prefix: string): Promise<number> {
    const [{ count }] = await tx.query<[{ count: number }]>(
      `select count(*)::int as count from ${table} where left(${column}, length($1)) <> $1`,
      [prefix],
    );
    return count;
  }

  /** Every county: tables whose policies bind their owner too are rotated in the scope of all of them. */
  async counties(tx: EntityManager): Promise<readonly string[]> {
    const rows: { id: string }[] = await tx.query(`select place_id as id from place where kind = 'county'`);
    return rows.map(({ id }) => id);
  }

  async cityId(tx: EntityManager): Promise<string> {
    const [{ city }] = await tx.query<[{ city: string }]>('select city_id as city from installation');
    return city;
  }

  /** By key id, the check values of the keys that the database holds data under; locked until the transaction ends. */
  async knownKeys(tx: EntityManager): Promise<Readonly<Record<string, string>>> {
    const [{ known }] = await tx.query<[{ known: Record<string, string> }]>(
      'select key_checks as known from installation for update',
    );
    return known;
  }

  async forgetKeys(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query('update installation set key_checks = key_checks - $1::text[]', [ids]);
  }
}
