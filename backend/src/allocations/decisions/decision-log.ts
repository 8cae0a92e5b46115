import type { DecisionEntry } from '@yuheng/shared/domain/allocation/deciding/decision';

/** An entry with the names of its persons and the moments of their acts. */
export interface EntryRow extends DecisionEntry {
  readonly enteredByName: string;
  readonly enteredAt: string;
  readonly checkedByName: string | null;
  readonly checkedAt: string | null;
  readonly checkReason: string | null;
}
