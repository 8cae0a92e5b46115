import { fen } from '@yuheng/shared/domain/money/fen';
import type { CountyYearFacts, WageMonth } from '@yuheng/shared/domain/metrics/facts';
import { isoDate, yearMonth } from '@yuheng/shared/domain/period/year-month';
import { timelineOf } from './timeline';

const record = { kind: 'movement', county: 'hongta', id: '1' } as const;
const wages = (
  month: string,
  paidOn: string | null,
  advance = 0,
  settledOn: string | null = null,
): WageMonth =>
  ({
    month: yearMonth(month),
    paidOn: paidOn && isoDate(paidOn),
    cityPartPaid: fen(500),
    countyAdvance: fen(advance),
    advanceSettledOn: settledOn && isoDate(settledOn),
  }) as WageMonth;
const facts = (some: Partial<CountyYearFacts>): CountyYearFacts =>
  ({ movements: [], wageMonths: [], filings: [], ...some }) as unknown as CountyYearFacts;

describe('the way of the money through a year', () => {
  it('stands in the order of the days, whatever the order of the records', () => {
    const events = timelineOf(
      facts({
        movements: [
          { record, stage: 'receipt', date: isoDate('2025-04-21'), amount: fen(900), documentNumber: null },
          { record, stage: 'issue', date: isoDate('2025-04-15'), amount: fen(900), documentNumber: '12号' },
        ],
        wageMonths: [wages('2025-05', '2025-06-10'), wages('2025-01', '2025-02-10', 500, '2025-05-19')],
      }),
    );
    expect(events.map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2025-02-10 advance',
      '2025-04-15 issue',
      '2025-04-21 receipt',
      '2025-05-19 settlement',
      '2025-06-10 wages',
    ]);
    expect(events[1]).toMatchObject({ fen: 900, documentNumber: '12号' });
  });

  it('tells advances that were settled on one day as one settlement of their sum', () => {
    const settled = timelineOf(
      facts({
        wageMonths: [
          wages('2025-01', null, 300, '2025-05-19'),
          wages('2025-02', null, 200, '2025-05-19'),
          wages('2025-03', null, 100, '2025-05-20'),
        ],
      }),
    );
    expect(settled.map(({ date, fen: amount, text }) => [date, amount, text.zh])).toEqual([
      ['2025-05-19', 500, '归垫 2025-01、2025-02 垫付资金'],
      ['2025-05-20', 100, '归垫 2025-03 垫付资金'],
    ]);
  });

  it('says nothing of what has not happened', () => {
    expect(timelineOf(facts({ wageMonths: [wages('2025-01', null)] }))).toEqual([]);
  });
});
