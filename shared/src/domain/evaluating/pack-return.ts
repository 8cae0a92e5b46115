import type { Refusal } from '../refusal';
import type { CompiledLeaf, CompiledMethod } from '../scoring/compile-method';
import { gapsOfEntry } from './entry-gaps';
import type { ComputedScore } from './entry-gaps';
import { cellsInLine, cellsOfEntry, entryOfCells } from './pack-cells';
import type { PackCells } from './pack-cells';
import type { ScoreEntry } from './score-entry';

/** One county and indicator of a pack that comes back. */
export interface ReturnedRow {
  readonly leaf: CompiledLeaf;
  /** What the boxes say now. */
  readonly cells: PackCells;
  /** What was stored when the pack was made, and its version; 0: nothing was entered. */
  readonly issued: ScoreEntry;
  readonly issuedVersion: number;
  /** What is stored now. */
  readonly stored: ScoreEntry;
  readonly storedVersion: number;
  /** The computed score when the pack was made, and as it is now. */
  readonly seen: string | null;
  readonly computed: ComputedScore | null;
}

/**
 * same: nothing was written, or what is stored already. new, changed: it can be taken over. conflict: it was written both
 * off line and on the server since the pack was made. refused: it cannot be taken over as it stands.
 */
export type RowChange = 'new' | 'changed' | 'conflict' | 'same' | 'refused';

export interface ReadRow {
  readonly change: RowChange;
  /** Null where there is nothing to take over. */
  readonly entry: ScoreEntry | null;
  readonly refusals: readonly Refusal[];
  /** Both sides in one line. */
  readonly before: string;
  readonly after: string;
}

const alike = (one: PackCells, other: PackCells): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What a row that comes back would do. A box that says what it said when the pack was made leaves what is stored as it is, also
 * where that has moved since; one that says what is stored is the same. A row that is taken over is complete: a mark below full
 * needs its remark, as at the submission, because who works off line hears of it only here. Refusals point from `/value`,
 * `/second` and `/remarks`.
 */
export function readRow(method: CompiledMethod, row: ReturnedRow): ReadRow {
  const { leaf, cells, issued, stored, seen } = row;
  const { indicator } = leaf;
  const read = entryOfCells(indicator, cells, seen);
  const given = read.ok ? cellsOfEntry(indicator, read.value, seen) : cells;
  const now = cellsOfEntry(indicator, stored, seen);
  const before = cellsInLine(now);
  const after = cellsInLine(given);
  if (alike(given, cellsOfEntry(indicator, issued, seen)) || alike(given, now)) {
    return { change: 'same', entry: null, refusals: [], before, after: before };
  }
  const refusals = read.ok ? gapsOfEntry(method, leaf, read.value, row.computed) : read.refusals;
  if (!read.ok || refusals.length > 0) return { change: 'refused', entry: null, refusals, before, after };
  const moved = row.storedVersion !== row.issuedVersion;
  const change = moved ? 'conflict' : row.storedVersion === 0 ? 'new' : 'changed';
  return { change, entry: read.value, refusals: [], before, after };
}
