import { isoDate, yearMonth } from '../period/year-month';
import { covers, isOnPost, overlap, type PostPeriod, touches } from './post-period';

const period = (from: string, until: string | null): PostPeriod => ({
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
});

describe('a period on post', () => {
  it.each([
    ['2025-05-31', false],
    ['2025-06-01', true],
    ['2025-06-30', true],
    ['2025-07-01', false],
  ])('from 1 to 30 June covers %s: %s', (day, expected) =>
    expect(covers(period('2025-06-01', '2025-06-30'), isoDate(day))).toBe(expected),
  );

  it('without an end covers every day from its first one on', () => {
    expect(covers(period('2025-06-01', null), isoDate('2099-12-31'))).toBe(true);
    expect(
      isOnPost([period('2024-01-01', '2024-02-29'), period('2025-06-01', null)], isoDate('2024-03-01')),
    ).toBe(false);
  });

  it.each([
    ['2025-05', false],
    ['2025-06', true],
    ['2025-07', true],
    ['2025-08', false],
  ])('from 30 June to 1 July touches %s: %s', (month, expected) =>
    expect(touches(period('2025-06-30', '2025-07-01'), yearMonth(month))).toBe(expected),
  );

  it.each([
    ['2025-07-01', null, false],
    ['2025-06-30', null, true],
    ['2024-01-01', '2025-05-31', false],
    ['2024-01-01', '2025-06-01', true],
    ['2024-01-01', null, true],
  ])('of June shares a day with %s to %s: %s, seen from either side', (from, until, expected) => {
    const june = period('2025-06-01', '2025-06-30');
    expect([overlap(june, period(from, until)), overlap(period(from, until), june)]).toEqual([
      expected,
      expected,
    ]);
  });
});
