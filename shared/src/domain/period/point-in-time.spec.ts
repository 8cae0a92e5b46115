import { asOfFinalised, asOfMonthEnd, closedMonthEnd, closedMonthEnds } from './point-in-time';
import { isoDate, yearMonth } from './year-month';

const today = isoDate('2026-03-20');
const asked = (month: string, on = today) => closedMonthEnd(month, { year: 2025, today: on });
const pointerAndWords = (month: string) => {
  const outcome = asked(month);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer, detail }) => [pointer, detail.zh]);
};

describe('a closed month-end', () => {
  it('stands for the last day of the month, leap years included', () => {
    expect(asked('2025-06')).toEqual({ ok: true, value: '2025-06-30' });
    expect(closedMonthEnd('2024-02', { year: 2024, today })).toEqual({ ok: true, value: '2024-02-29' });
  });

  it('may lie in the year after, as the last months of a year are handed in then', () => {
    expect(asked('2026-02')).toEqual({ ok: true, value: '2026-02-28' });
  });

  it('is closed once its last day is over, not on that day', () => {
    expect(asked('2026-02', isoDate('2026-02-28')).ok).toBe(false);
    expect(asked('2026-02', isoDate('2026-03-01')).ok).toBe(true);
  });

  it('is refused at /asOf with what can be chosen instead', () => {
    expect(pointerAndWords('2026-03')).toEqual([
      ['/asOf', '2026年3月尚未结束，请选择2026年2月末或更早的时点。'],
    ]);
    expect(pointerAndWords('2024-12')).toEqual([
      ['/asOf', '2024年12月早于 2025 年度，当时没有该年度的数据，请选择 2025 年 1 月末及以后的时点。'],
    ]);
    expect(pointerAndWords('2025-13')).toHaveLength(1);
  });

  it('can be chosen from January of the year to the last month that is over, the latest first', () => {
    const months = closedMonthEnds(2025, today);
    expect([months[0], months.at(-1), months.length]).toEqual(['2026-02', '2025-01', 14]);
    expect(closedMonthEnds(2026, isoDate('2026-01-31'))).toEqual([]);
    expect(closedMonthEnds(2022, today)).toHaveLength(24);
  });

  it('is named on its page, and a finalised result with both of its days', () => {
    expect(asOfMonthEnd(yearMonth('2025-06')).zh).toMatch(/^按2025年6月末的数据：/);
    expect(asOfFinalised(isoDate('2025-02-28'), '2025-03-10').zh).toBe(
      '按定案时的数据：2025年3月10日定案，数据截至2025年2月28日，此后的更正均不计入',
    );
  });
});
