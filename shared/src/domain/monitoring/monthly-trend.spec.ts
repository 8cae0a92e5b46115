import { givenCountyYear } from '../metrics/given-county-year';
import { fen } from '../money/fen';
import { monthlyTrend } from './monthly-trend';

describe('the trend of the counties together', () => {
  it('sums persons over the counties and never averages their rates', () => {
    const small = givenCountyYear({
      posts: 15,
      months: { '2025-03': { personsOnPost: 14, cityPartDue: fen(1_400_000) } },
    });
    const large = givenCountyYear({ posts: 25 });
    const march = monthlyTrend([small, large], 2025)[2];
    // 39 of 40, where the mean of 14/15 and 25/25 would be 96.67.
    expect(march).toMatchObject({ month: '2025-03', onPostRate: '97.50', approved: true });
  });

  it('leaves a county without a report out of both sides of the rate', () => {
    const silent = givenCountyYear({ posts: 15, months: { '2025-03': { state: 'missing', stage: 'open' } } });
    expect(monthlyTrend([silent, givenCountyYear({ posts: 25 })], 2025)[2]?.onPostRate).toBe('100.00');
    expect(monthlyTrend([silent], 2025)[2]?.onPostRate).toBeNull();
  });

  it('is approved only when every sheet that was handed in is', () => {
    const waiting = givenCountyYear({ months: { '2025-03': { stage: 'submitted' } } });
    expect(monthlyTrend([waiting, givenCountyYear()], 2025)[2]?.approved).toBe(false);
    expect(monthlyTrend([waiting, givenCountyYear()], 2025)[3]?.approved).toBe(true);
  });

  it('counts failed items against the passed ones and leaves 不适用 out', () => {
    const sheet = {
      results: [
        { item: 'filing', conclusion: 'fail', carriedFrom: null },
        { item: 'earmarkedUse', conclusion: 'pass', carriedFrom: null },
        { item: 'moneyClock', conclusion: 'notApplicable', carriedFrom: null },
      ],
    } as const;
    expect(
      monthlyTrend([givenCountyYear({ sheets: { '2025-03': sheet } })], 2025)[2]?.inspectionPassRate,
    ).toBe('50.00');
  });

  it('has twelve months, those not due without a rate', () => {
    const trend = monthlyTrend([givenCountyYear({ asOf: '2025-03-20' })], 2025);
    expect(trend).toHaveLength(12);
    expect(trend[8]).toEqual({
      month: '2025-09',
      approved: false,
      onPostRate: null,
      wageTimeliness: null,
      inspectionPassRate: null,
    });
  });
});
