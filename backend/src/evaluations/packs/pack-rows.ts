import type { ScoreDesk } from '@yuheng/shared/contract/score-sheets';
import { NO_ENTRY } from '@yuheng/shared/domain/evaluating/entry-gaps';
import { markedBy, type MarkedBy, type ScoreEntry } from '@yuheng/shared/domain/evaluating/score-entry';
import type { CompiledLeaf, CompiledMethod } from '@yuheng/shared/domain/scoring/compile-method';
import { FIRST_ROW } from './pack-layout';

export type DeskCounty = ScoreDesk['counties'][number];

/** One county and indicator in the workbook. */
export interface PackRow {
  readonly by: MarkedBy;
  readonly row: number;
  readonly county: DeskCounty;
  readonly leaf: CompiledLeaf;
  readonly entry: ScoreEntry;
  readonly version: number;
  readonly seen: string | null;
  /** The county's sheet was submitted: it is shown and not written into. */
  readonly isLocked: boolean;
}

/** The rows of one indicator below its heading, in official order of the counties. */
export interface PackBlock {
  readonly by: MarkedBy;
  readonly leaf: CompiledLeaf;
  readonly headingRow: number;
  readonly rows: readonly PackRow[];
}

/** One indicator across the counties, then the next: the direction in which the workspace is typed, too. */
export function packBlocks({ counties }: ScoreDesk, { leaves }: CompiledMethod): readonly PackBlock[] {
  const next: Record<MarkedBy, number> = { people: FIRST_ROW, program: FIRST_ROW };
  return leaves.flatMap((leaf): PackBlock[] => {
    const asked = counties.filter((county) => county.asked.includes(leaf.id));
    if (asked.length === 0) return [];
    const by = markedBy(leaf.indicator);
    const headingRow = next[by];
    next[by] += asked.length + 1;
    const rows = asked.map((county, index): PackRow => {
      const stored = county.entries.find(({ indicator }) => indicator === leaf.id);
      return {
        by,
        row: headingRow + 1 + index,
        county,
        leaf,
        entry: stored ?? NO_ENTRY,
        version: stored?.version ?? 0,
        seen: county.computed[leaf.id]?.score ?? null,
        isLocked: county.sheet.state === 'submitted',
      };
    });
    return [{ by, leaf, headingRow, rows }];
  });
}
