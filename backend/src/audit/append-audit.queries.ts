import type { EntityManager } from 'typeorm';

/** What an entry is made of: the database gives it its number, its time, the hash of the one before it and its own. */
export interface NewEntry {
  readonly chain: string;
  readonly algorithm: 'sha256' | 'sm3';
  /** Canonical JSON. */
  readonly content: string;
}

/** Appends an entry to its chain, as the last statement of a transaction: from here to COMMIT no other can append. */
export const appendAudit = (tx: EntityManager, { chain, algorithm, content }: NewEntry): Promise<unknown> =>
  tx.query('select append_audit($1, $2, $3)', [chain, algorithm, content]);
