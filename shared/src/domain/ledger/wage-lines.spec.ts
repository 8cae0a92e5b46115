import { fen } from '../money/fen';
import { isoDate, yearMonth } from '../period/year-month';
import type { LedgerBalance, Posting } from './ledger';
import { saysTheSame, wageLines, wagesBeyondGrant } from './wage-lines';

const PAID = {
  month: yearMonth('2025-12'),
  paidOn: isoDate('2026-01-15'),
  cityGrant: fen(900),
  countyAdvance: fen(0),
  countyPart: fen(400),
};
const asEntries = (lines: readonly Posting[]) =>
  lines.map((line, id) => ({ ...line, id: `${id}`, group: 'g' }));
const balance = {
  issued: fen(1000),
  received: fen(1000),
  passedOn: fen(0),
  granted: fen(100),
  advanced: fen(0),
  returned: fen(0),
} satisfies LedgerBalance;

describe('the wage lines of an approved sheet', () => {
  it('are one a source that paid, of the year of the month worked, dated the day paid', () => {
    expect(wageLines(PAID, '演示科目')).toMatchObject([
      {
        year: 2025,
        source: 'cityGrant',
        amount: 900,
        on: '2026-01-15',
        monthWorked: '2025-12',
        subject: '演示科目',
      },
      { year: 2025, source: 'countyPart', amount: 400 },
    ]);
  });

  it('say the same only where every source, amount and day does', () => {
    const lines = wageLines(PAID, null);
    expect(saysTheSame(asEntries(lines), lines)).toBe(true);
    expect(saysTheSame([], lines)).toBe(false);
    expect(saysTheSame(asEntries(lines), wageLines({ ...PAID, cityGrant: fen(901) }, null))).toBe(false);
    expect(saysTheSame(asEntries(lines), wageLines({ ...PAID, paidOn: isoDate('2026-01-16') }, null))).toBe(
      false,
    );
    expect(saysTheSame(asEntries(lines), wageLines({ ...PAID, countyAdvance: fen(1) }, null))).toBe(false);
  });

  it('are refused where they take more from the grant than it has left', () => {
    expect(wagesBeyondGrant(PAID, balance).ok).toBe(true);
    expect(wagesBeyondGrant({ ...PAID, cityGrant: fen(901) }, balance).ok).toBe(false);
  });
});
