import fc from 'fast-check';
import { addDays, daysBetween, isoDate, type IsoDate } from '../period/year-month';
import { isOnPost, type PostPeriod } from './post-period';
import { vacanciesOf } from './vacancies';

const person = (from: string, until: string | null = null): PostPeriod[] => [
  { from: isoDate(from), until: until === null ? null : isoDate(until) },
];
const of2025 = (posts: number) => ({ from: isoDate('2025-01-01'), until: isoDate('2025-12-31'), posts });

describe('vacancies', () => {
  it('run from the day after the one who leaves to the day before the one who comes', () => {
    const persons = [person('2024-01-01'), person('2024-01-01', '2025-05-31'), person('2025-09-01')];
    expect(vacanciesOf(persons, of2025(2), isoDate('2026-03-20'))).toEqual([
      { from: '2025-06-01', until: '2025-08-31', posts: 1 },
    ]);
  });

  it('begin anew where the number of empty posts changes', () => {
    const persons = [person('2024-01-01', '2025-03-31'), person('2024-01-01', '2025-06-30')];
    expect(vacanciesOf(persons, of2025(2), isoDate('2026-03-20'))).toEqual([
      { from: '2025-04-01', until: '2025-06-30', posts: 1 },
      { from: '2025-07-01', until: '2025-12-31', posts: 2 },
    ]);
  });

  it('that last are open, and nothing is said of days to come', () => {
    const persons = [person('2024-01-01', '2025-03-31')];
    expect(vacanciesOf(persons, of2025(1), isoDate('2025-05-10'))).toEqual([
      { from: '2025-04-01', until: null, posts: 1 },
    ]);
    expect(vacanciesOf(persons, of2025(1), isoDate('2024-12-31'))).toEqual([]);
  });

  it('are none where one follows the other at once, nor where there are more persons than posts', () => {
    const persons = [person('2024-01-01', '2025-05-31'), person('2025-06-01'), person('2025-07-01')];
    expect(vacanciesOf(persons, of2025(1), isoDate('2026-03-20'))).toEqual([]);
  });

  it('say of each day exactly how many posts are empty', () => {
    const days = fc.nat(364).map((count) => addDays(isoDate('2025-01-01'), count));
    const persons = fc.array(
      fc
        .tuple(days, fc.option(fc.nat(100)))
        .map(([from, length]): PostPeriod[] => [
          { from, until: length === null ? null : addDays(from, length) },
        ]),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(persons, fc.nat(6), days, days, (several, posts, asOf, day) => {
        fc.pre(daysBetween(day, asOf) >= 0);
        const found = vacanciesOf(several, of2025(posts), asOf).filter(
          ({ from, until }) => from <= day && day <= (until ?? ('9999-12-31' as IsoDate)),
        );
        const empty = Math.max(0, posts - several.filter((periods) => isOnPost(periods, day)).length);
        expect(found.map((one) => one.posts)).toEqual(empty === 0 ? [] : [empty]);
      }),
    );
  });
});
