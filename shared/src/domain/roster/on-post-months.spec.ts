import fc from 'fast-check';
import { isoDate, yearMonth } from '../period/year-month';
import { onPostYear, personsInMonth } from './on-post-months';
import { ON_POST_RULES } from './on-post-rule';
import type { PostPeriod } from './post-period';

const person = (from: string, until: string | null = null): PostPeriod[] => [
  { from: isoDate(from), until: until === null ? null : isoDate(until) },
];

describe('person-months on post', () => {
  it('count by the last day of the month whoever is on post then, by any day whoever was on post at all', () => {
    const persons = [
      person('2025-01-01', '2025-06-29'),
      person('2025-06-30'),
      person('2025-06-02', '2025-06-02'),
    ];
    const june = yearMonth('2025-06');
    expect(ON_POST_RULES.map((rule) => [rule, personsInMonth(persons, june, rule)])).toEqual([
      ['lastDay', 1],
      ['anyDay', 3],
    ]);
  });

  it('of 11 persons on 12 posts in two months are 22 of 24, a rate of 91.67 percent', () => {
    const persons = Array.from({ length: 11 }, () => person('2024-01-01'));
    const year = onPostYear(persons, { year: 2026, posts: 12, rule: 'lastDay', asOf: isoDate('2026-03-20') });
    expect(year).toMatchObject({ onPostMonths: 22, approvedMonths: 24, rate: '91.67' });
    expect(year.months.map(({ month, onPost, vacant }) => [month, onPost, vacant])).toEqual([
      ['2026-01', 11, 1],
      ['2026-02', 11, 1],
    ]);
  });

  it('count a month from its last day on and not before', () => {
    const monthsOn = (day: string): number =>
      onPostYear([], { year: 2026, posts: 1, rule: 'lastDay', asOf: isoDate(day) }).months.length;
    expect([monthsOn('2026-03-30'), monthsOn('2026-03-31'), monthsOn('2025-12-31')]).toEqual([2, 3, 0]);
  });

  it('beyond the posts are said and never cut off', () => {
    const year = onPostYear([person('2024-01-01'), person('2024-01-01')], {
      ...{ year: 2025, posts: 1, rule: 'lastDay', asOf: isoDate('2025-01-31') },
    });
    expect(year).toMatchObject({ months: [{ onPost: 2, vacant: 0, beyondPosts: 1 }], rate: '200.00' });
  });

  it('have no rate where no posts were approved or no month is over', () => {
    const rateOf = (posts: number | null, asOf: string): string | null =>
      onPostYear([person('2024-01-01')], { year: 2025, posts, rule: 'lastDay', asOf: isoDate(asOf) }).rate;
    expect([rateOf(null, '2025-12-31'), rateOf(0, '2025-12-31'), rateOf(1, '2025-01-30')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are by the last day never more than by any day', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2025-06-${String(day).padStart(2, '0')}`);
    const persons = fc.array(
      fc.tuple(days, days).map(([a, b]) => (a < b ? person(a, b) : person(b, null))),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(persons, (several) => {
        const [last, any] = ON_POST_RULES.map((rule) => personsInMonth(several, yearMonth('2025-06'), rule));
        expect(last).toBeLessThanOrEqual(any ?? -1);
      }),
    );
  });
});
