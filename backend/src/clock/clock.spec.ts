import { isoDate } from '@yuheng/shared/domain/period/year-month';
import { Clock } from './clock';

describe('today', () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    ['2026-03-20T15:59:59Z', '2026-03-20'],
    ['2026-03-20T16:00:00Z', '2026-03-21'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
  ])('at %s is %s, the day in China', (instant, day) => {
    jest.useFakeTimers({ now: new Date(instant) });
    expect(new Clock(null).today()).toBe(day);
  });

  it('is the day that was set, while stored times stay real', () => {
    jest.useFakeTimers({ now: new Date('2030-01-01T00:00:00Z') });
    const clock = new Clock(isoDate('2026-03-20'));
    expect([clock.today(), clock.now().toISOString()]).toEqual(['2026-03-20', '2030-01-01T00:00:00.000Z']);
  });
});

describe('a stored moment as people read it', () => {
  const clock = new Clock(isoDate('2026-03-20'));

  it('falls on the day that was set where it was stored after it, at its time of the day in China', () => {
    expect(clock.asRead('2030-01-01T01:30:00Z')).toBe('2026-03-20T01:30:00.000Z');
    expect(clock.asRead('2030-01-01T17:30:00.123Z')).toBe('2026-03-19T17:30:00.123Z');
  });

  it('stays where it is on that day and before, and wherever no day was set', () => {
    for (const moment of ['2026-03-16T02:00:00Z', '2026-03-20T15:59:59Z'])
      expect(clock.asRead(moment)).toBe(moment);
    expect(new Clock(null).asRead('2030-01-01T01:30:00Z')).toBe('2030-01-01T01:30:00Z');
  });
});
