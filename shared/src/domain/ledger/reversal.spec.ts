import { fen } from '../money/fen';
import { isoDate, yearMonth } from '../period/year-month';
import type { LedgerEntry } from './ledger';
import { reversalOf } from './reversal';

const entry = (changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  id: 'a',
  group: 'g',
  year: 2026,
  link: 'issue',
  source: 'cityGrant',
  kind: 'ordinary',
  amount: fen(18_000_000),
  on: isoDate('2026-03-02'),
  documentNumber: '1',
  subject: null,
  monthWorked: null,
  reverses: null,
  settles: null,
  ...changes,
});
const TODAY = isoDate('2026-03-20');
const posted = (entries: readonly LedgerEntry[]) => ({ entries, reversed: [], settled: [] });
const whyNot = (...of: Parameters<typeof reversalOf>): number => {
  const outcome = reversalOf(...of);
  return outcome.ok ? 0 : outcome.refusals.length;
};

describe('a reversal', () => {
  it('says every line of an act once more with the other sign, the last one first, dated today', () => {
    const outcome = reversalOf(posted([entry(), entry({ id: 'b', link: 'receipt' })]), TODAY, []);
    expect(outcome.ok && outcome.value).toMatchObject([
      { link: 'receipt', kind: 'reversal', amount: -18_000_000, on: TODAY, reverses: 'b' },
      { link: 'issue', kind: 'reversal', amount: -18_000_000, on: TODAY, reverses: 'a' },
    ]);
  });

  it('is refused of a reversal, of what is reversed already, and of an advance that is settled', () => {
    expect(whyNot(posted([entry({ kind: 'reversal', reverses: 'x' })]), TODAY, [])).toBe(1);
    expect(whyNot({ entries: [entry()], reversed: ['a'], settled: [] }, TODAY, [])).toBe(1);
    expect(whyNot({ entries: [entry()], reversed: [], settled: ['a'] }, TODAY, [])).toBe(1);
  });

  it('corrects a closed month from an open one, and nothing of a closed year', () => {
    expect(whyNot(posted([entry({ on: isoDate('2026-02-02') })]), TODAY, [yearMonth('2026-02')])).toBe(0);
    expect(whyNot(posted([entry()]), TODAY, [yearMonth('2026-03')])).toBe(1);
    expect(whyNot(posted([entry({ year: 2025 })]), TODAY, [yearMonth('2025-12')])).toBe(1);
  });
});
