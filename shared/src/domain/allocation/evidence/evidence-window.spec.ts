import { isoDate } from '../../period/year-month';
import { outsideTheWindow, yearMovedBy } from './evidence-window';

const finalised = (on: string | null, year = 2025) => ({
  kind: 'financeEvaluation' as const,
  year,
  finalisedOn: on === null ? null : isoDate(on),
});

describe('the evidence window', () => {
  it('a result of N finalised by 15 March N+1 moves N+1, a day later N+2', () => {
    expect(yearMovedBy(2025, '2026-03-15')).toBe(2026);
    expect(yearMovedBy(2025, '2026-03-16')).toBe(2027);
    expect(yearMovedBy(2025, '2025-12-31')).toBe(2026);
  });

  it('says nothing of a result that can move the year', () => {
    expect(outsideTheWindow(finalised('2026-03-15'), 2026)).toBeNull();
    expect(outsideTheWindow(finalised('2026-03-16'), 2027)).toBeNull();
  });

  it('says when a later result was finalised and which year it moves instead', () => {
    expect(outsideTheWindow(finalised('2026-03-16'), 2026)).toEqual({
      zh: '2025年度财政评价于2026年3月16日定案，按证据窗口（次年3月15日前定案的用于次年）用于2027年的分配，不用于2026年。',
      en: 'The finance re-check of 2025, finalised on 2026-03-16, is evidence for 2027 (finalised by 15 March it would move the year after the evaluated one), not for 2026.',
    });
  });

  it('says of an evaluation in work that it is not finalised', () => {
    expect(outsideTheWindow(finalised(null), 2026)?.zh).toBe(
      '2025年度财政评价尚未定案，不用于2026年的资金分配测算。',
    );
  });
});
