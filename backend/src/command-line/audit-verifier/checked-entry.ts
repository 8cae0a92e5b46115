import { hash } from 'node:crypto';
import { isAuditEntry } from './audit-entry';
import { canonicalText } from './canonical-text';

/** An entry with the hash that its content has, beside the one it states. */
export interface CheckedEntry {
  readonly seq: number;
  readonly chain: string;
  readonly previous: string;
  readonly stated: string;
  readonly computed: string;
  /** How the program writes this entry into an export, without the comma behind it. */
  readonly written: string;
}

/** Computes the hash of an entry anew; null for what has not the form of an entry. */
export function checkedEntry(value: unknown): CheckedEntry | null {
  if (!isAuditEntry(value)) return null;
  const { hash: stated, ...hashed } = value;
  const { seq, chain, previous, algorithm } = hashed;
  let text: string;
  try {
    text = canonicalText(hashed);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const computed = hash(algorithm, text, 'hex');
  return { seq, chain, previous, stated, computed, written: `${text.slice(0, -1)},"hash":"${stated}"}` };
}
