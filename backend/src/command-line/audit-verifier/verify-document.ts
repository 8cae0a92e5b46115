import type { AuditExport } from './audit-export';
import { ChainCheck, type ChainExpectation } from './chain-check';
import { checkedEntry } from './checked-entry';
import type { Verification } from './verification';

/** Checks an export that is in memory: what its entries say, however they were spelled. */
export function verifyDocument(
  { chain, entries }: AuditExport,
  head: ChainExpectation['head'],
): Verification {
  const check = new ChainCheck({ chain, head });
  for (const value of entries) {
    const entry = checkedEntry(value);
    if (entry) check.entry(entry);
    else check.unreadable();
  }
  return check.finish();
}
