import type { PackPreview } from '@yuheng/shared/contract/score-packs';
import { NO_ENTRY, type ComputedScore } from '@yuheng/shared/domain/evaluating/entry-gaps';
import { boxAt } from '@yuheng/shared/domain/evaluating/pack-cells';
import { readRow } from '@yuheng/shared/domain/evaluating/pack-return';
import type { ScoreEntry } from '@yuheng/shared/domain/evaluating/score-entry';
import type { CompiledLeaf } from '@yuheng/shared/domain/scoring/compile-method';
import { nameOf } from '@yuheng/shared/domain/scoring/method';
import type { RoundMethod } from '../scoring/round-methods';
import type { ScoreAccess } from '../scoring/score-access.service';
import type { EntryRow, SheetRow } from '../scoring/score-entries.repository';
import type { ManifestRow } from './pack-layout';
import { beyondReach, cellOfBox, type ReadBoxes } from './read-pack-workbook';
import type { IssuedEntry } from './score-packs.repository';

type PreviewedRow = PackPreview['rows'][number];

/** A previewed row with what would be written, and over which version. */
export interface StoredRow extends PreviewedRow {
  readonly entry: ScoreEntry | null;
  readonly version: number;
}

/** What the rows that come back are held against. */
export interface Stored {
  readonly access: ScoreAccess;
  readonly method: RoundMethod;
  readonly issued: readonly IssuedEntry[];
  readonly entries: readonly EntryRow[];
  readonly sheets: ReadonlyMap<string, SheetRow>;
  readonly computed: (county: string) => Readonly<Record<string, ComputedScore>>;
  readonly countyName: (county: string) => string;
}

/** Whether the evaluator may still enter a row: assigned, declared without a conflict, and not submitted. */
function isOpen({ access, method, sheets }: Stored, { county, indicator }: ManifestRow): boolean {
  const assigned = access.assigned.find((one) => one.county === county);
  const section = method.sectionOfLeaf.get(indicator) ?? '';
  const isLocked = sheets.get(county)?.state === 'submitted';
  return assigned?.conflict === false && assigned.sections.includes(section) && !isLocked;
}

function compared(stored: Stored, row: ManifestRow, leaf: CompiledLeaf, boxes: ReadBoxes): StoredRow {
  const { county, indicator } = row;
  const of = <One extends { county: string; indicator: string }>(list: readonly One[]): One | undefined =>
    list.find((one) => one.county === county && one.indicator === indicator);
  const now = of(stored.entries);
  const { change, entry, refusals, before, after } = readRow(stored.method.compiled, {
    leaf,
    cells: boxes.cells,
    issued: of(stored.issued) ?? NO_ENTRY,
    issuedVersion: row.version,
    stored: now ?? NO_ENTRY,
    storedVersion: now?.version ?? 0,
    seen: row.seen,
    computed: stored.computed(county)[indicator] ?? null,
  });
  const previewed = {
    county,
    countyName: stored.countyName(county),
    indicator,
    indicatorName: nameOf(leaf.indicator),
    sheet: boxes.sheet,
    cell: boxes.cell,
    before,
    after,
    version: now?.version ?? 0,
  };
  if (boxes.troubles.length > 0) {
    return { ...previewed, change: 'refused', entry: null, errors: [...boxes.troubles] };
  }
  // What nobody wrote into is no matter, also where it could not be written any more.
  if (change !== 'same' && !isOpen(stored, row)) {
    return {
      ...previewed,
      change: 'refused',
      entry: null,
      errors: [{ cell: boxes.cell, text: beyondReach() }],
    };
  }
  const errors = refusals.map(({ pointer, detail }) => ({
    cell: cellOfBox(row, boxAt(leaf.indicator, pointer)),
    text: detail,
  }));
  return { ...previewed, change, entry, errors };
}

/** What each row of a workbook that came back would do, in the order of the pack. */
export function returnedRows(
  stored: Stored,
  rows: readonly ManifestRow[],
  boxes: readonly ReadBoxes[],
): readonly StoredRow[] {
  return rows.flatMap((row, index): StoredRow[] => {
    const leaf = stored.method.compiled.leafById.get(row.indicator);
    const read = boxes[index];
    return leaf && read ? [compared(stored, row, leaf, read)] : [];
  });
}
