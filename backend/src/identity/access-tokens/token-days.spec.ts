import { beijingDayOf, endOfBeijingDay, lastDayAllowed } from './token-days';

describe('the last day of a token', () => {
  it.each([
    ['2026-03-20T15:59:59.999Z', '2026-03-20'],
    ['2026-03-20T16:00:00Z', '2026-03-21'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('at %s it is %s in Beijing', (moment, day) => {
    expect(beijingDayOf(new Date(moment))).toBe(day);
  });

  it('is over at midnight in Beijing', () => {
    expect(endOfBeijingDay('2026-03-20').toISOString()).toBe('2026-03-20T16:00:00.000Z');
    expect(beijingDayOf(new Date(endOfBeijingDay('2028-02-29').getTime() - 1))).toBe('2028-02-29');
  });

  it('lies so many days from today, at most', () => {
    const now = new Date('2026-03-20T16:00:00Z');
    expect([lastDayAllowed(now, 1), lastDayAllowed(now, 180)]).toEqual(['2026-03-22', '2026-09-17']);
  });
});
