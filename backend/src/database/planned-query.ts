import type { Client } from 'pg';
import type { EntityManager } from 'typeorm';

/** The text is the same at every call: what differs is a value. */
export interface PlannedStatement {
  /** Of this text alone, on every connection. */
  readonly name: string;
  readonly text: string;
}

/**
 * The rows of a statement that a connection plans once and knows by its name from then on. For what every saved field asks:
 * planning it anew took longer than answering it.
 */
export async function plannedQuery<Row>(
  tx: EntityManager,
  statement: PlannedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = (await tx.queryRunner?.connect()) as Client | undefined;
  if (!client) throw new Error('A statement is asked outside a transaction.');
  const { rows } = await client.query<Row & object>({ ...statement, values: [...values] });
  return rows;
}
