import type { CheckedEntry } from './checked-entry';
import type { AuditProblemKind } from './audit-problem';
import { MOST_PROBLEMS } from './verification';

/** How a defect is written down once its number is known. */
export type WriteDown = (entry: number, kind: AuditProblemKind) => void;

/**
 * What stands in the file between two entries whose numbers can be relied on: lines that cannot be read, entries whose
 * changed content may include their number, entries of other chains. Each takes one place; the next entry that can be
 * relied on tells which.
 */
export class WaitingEntries {
  private size = 0;
  private readonly problems: { readonly offset: number; readonly kind: AuditProblemKind }[] = [];
  /** The number that the first would have by what they state of themselves. */
  private statedFirst: number | null = null;
  private last: CheckedEntry | null = null;

  get count(): number {
    return this.size;
  }

  /** @param kind null for what continues a defect that is written down already */
  add(kind: AuditProblemKind | null, entry: CheckedEntry | null): void {
    if (kind !== null && this.problems.length < MOST_PROBLEMS)
      this.problems.push({ offset: this.size, kind });
    if (entry) this.statedFirst ??= Math.max(1, entry.seq - this.size);
    this.last = entry;
    this.size += 1;
  }

  /** Whether the last of them is what an entry names as the one before it. */
  endWith(previous: string): boolean {
    return this.last !== null && (this.last.stated === previous || this.last.computed === previous);
  }

  /** The number of the first by their own word, 1 without any. */
  ownFirst(): number {
    return this.statedFirst ?? 1;
  }

  /** Writes their defects down, numbered on from `first` but none above `highest`, and is empty again. */
  settle(first: number, highest: number, record: WriteDown): void {
    for (const { offset, kind } of this.problems)
      record(Math.max(1, Math.min(first + offset, highest)), kind);
    this.problems.length = 0;
    this.size = 0;
    this.statedFirst = null;
    this.last = null;
  }
}
