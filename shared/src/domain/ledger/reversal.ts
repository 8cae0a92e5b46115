import { fen } from '../money/fen';
import type { IsoDate, YearMonth } from '../period/year-month';
import { accepted, refusal, refused, type Outcome, type Refusal } from '../refusal';
import { closedTo } from './entry';
import type { LedgerEntry, Posting } from './ledger';

/** An act of the ledger with all of its lines, and what was done with them since. */
export interface PostedAct {
  readonly entries: readonly LedgerEntry[];
  /** Identities of entries that have a reversal. */
  readonly reversed: readonly string[];
  /** Identities of advances of which something is settled. */
  readonly settled: readonly string[];
}

/**
 * 红字冲销: every line of an act once more with the other sign, dated today; the lines themselves stay as they are. The last line
 * is taken back first, so that what rests on another one goes before it. Refused: a reversal of a reversal, a second one, an advance
 * that is settled, a closed month or year.
 * Example: an issue of 180,000 is taken back by an issue of −180,000 that names it.
 */
export function reversalOf(
  { entries, reversed, settled }: PostedAct,
  on: IsoDate,
  closedMonths: readonly YearMonth[],
): Outcome<readonly Posting[]> {
  const refusals: Refusal[] = [...new Set(entries.map(({ year }) => year))].flatMap((year) =>
    closedTo(closedMonths, { year, on }),
  );
  if (entries.some(({ kind }) => kind === 'reversal')) {
    refusals.push(
      refusal(
        '',
        '红字冲销记录不能再冲销；请按正确内容重新登记。',
        'A reversal is not reversed; enter it anew as it should be.',
      ),
    );
  }
  if (entries.some(({ id }) => reversed.includes(id))) {
    refusals.push(refusal('', '这笔记录已经红字冲销，不能重复冲销。', 'This entry is reversed already.'));
  }
  if (entries.some(({ id }) => settled.includes(id))) {
    refusals.push(
      refusal(
        '',
        '这笔垫付已经归垫；请先冲销归垫，再冲销垫付。',
        'This advance is settled: reverse its settlement first.',
      ),
    );
  }
  if (refusals.length > 0) return refused(refusals);
  return accepted(
    [...entries].reverse().map(({ id, group: _, ...entry }) => ({
      ...entry,
      kind: 'reversal',
      amount: fen(-entry.amount),
      on,
      reverses: id,
    })),
  );
}
