import fc from 'fast-check';
import { addDays, isoDate } from '../period/year-month';
import type { PostPeriod } from './post-period';
import { covers } from './post-period';
import { readPostPeriods } from './read-post-periods';

const TODAY = isoDate('2026-03-20');
const period = (from: string, until: string | null): PostPeriod => ({
  from: isoDate(from),
  until: until === null ? null : isoDate(until),
});
const read = (...periods: PostPeriod[]) => readPostPeriods(periods, { pointer: '/periods', today: TODAY });
const pointersOf = (...periods: PostPeriod[]): string[] => {
  const outcome = read(...periods);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
};

describe('the periods on post of one person', () => {
  it('are answered in the order of their days, adjoining ones kept apart', () => {
    const [early, late] = [period('2024-01-01', '2025-06-30'), period('2025-07-01', null)];
    expect(read(late, early)).toEqual({ ok: true, value: [early, late] });
  });

  it('are refused when there is none', () => expect(pointersOf()).toEqual(['/periods']));

  it('are refused where one ends before it begins', () =>
    expect(pointersOf(period('2025-07-02', '2025-07-01'))).toEqual(['/periods/0/until']));

  it('are refused where a day has not come yet, and taken on the day itself', () => {
    expect(pointersOf(period('2026-03-21', null))).toEqual(['/periods/0/from']);
    expect(pointersOf(period('2026-03-20', '2026-03-21'))).toEqual(['/periods/0/until']);
    expect(pointersOf(period('2026-03-20', null))).toEqual([]);
  });

  it('are refused where two have a day in common, saying from which day another one may begin', () => {
    const outcome = read(period('2024-01-01', '2025-06-30'), period('2025-06-30', null));
    expect(outcome).toMatchObject({ ok: false, refusals: [{ pointer: '/periods/1/from' }] });
    expect(JSON.stringify(outcome)).toContain('2025-07-01');
    expect(pointersOf(period('2024-01-01', null), period('2025-06-30', null))).toEqual(['/periods/1/from']);
  });

  it('that are taken cover no day twice', () => {
    const days = fc.nat(400).map((count) => addDays(isoDate('2025-01-01'), count));
    const periods = fc
      .tuple(days, fc.option(fc.nat(60)))
      .map(([from, length]): PostPeriod => ({ from, until: length === null ? null : addDays(from, length) }));
    fc.assert(
      fc.property(fc.array(periods, { maxLength: 4 }), days, (several, day) => {
        const outcome = read(...several);
        if (!outcome.ok) return;
        expect(outcome.value.filter((one) => covers(one, day)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
