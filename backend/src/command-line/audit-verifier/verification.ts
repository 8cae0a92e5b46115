import type { AuditProblem } from './audit-problem';

/** What `yuheng verify-audit` says about an export. */
export interface Verification {
  readonly valid: boolean;
  /** The numbers which the file covers, from the first to the last; 0 in an empty one. */
  readonly first: number;
  readonly last: number;
  /** How many entries could be read. */
  readonly count: number;
  /** By number, at most `MOST_PROBLEMS`; empty exactly when it is valid. */
  readonly problems: readonly AuditProblem[];
  /** Proved only against a sealed head: a chain whose end was cut off, or that was computed anew, fits itself. */
  readonly tail: 'proved' | 'not proved';
}

/** Enough for any real defect; a file that is no export at all must not fill the memory. */
export const MOST_PROBLEMS = 10_000;
