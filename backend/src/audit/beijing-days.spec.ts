import { intervalOf } from './beijing-days';

describe('days of Beijing time', () => {
  const moments = (days: Parameters<typeof intervalOf>[0]) => {
    const { since, until } = intervalOf(days);
    return [since?.toISOString() ?? null, until?.toISOString() ?? null];
  };

  it('begin at 16:00 UTC of the day before, and both ends belong to them', () => {
    expect(moments({ from: '2026-11-22', to: '2026-11-22' })).toEqual([
      '2026-11-21T16:00:00.000Z',
      '2026-11-22T16:00:00.000Z',
    ]);
    expect(moments({ from: '2024-02-29', to: '2024-03-01' })).toEqual([
      '2024-02-28T16:00:00.000Z',
      '2024-03-01T16:00:00.000Z',
    ]);
  });

  it('are open on the side that is not given', () => {
    expect(moments({})).toEqual([null, null]);
    expect(moments({ from: '2026-01-01' })).toEqual(['2025-12-31T16:00:00.000Z', null]);
    expect(moments({ to: '2026-01-01' })).toEqual([null, '2026-01-01T16:00:00.000Z']);
  });

  it('stay within the years that the database can hold', () => {
    expect(moments({ from: '0000-01-01', to: '0000-01-01' })).toEqual([
      '1970-01-01T00:00:00.000Z',
      '1970-01-02T00:00:00.000Z',
    ]);
    expect(moments({ from: '9999-12-31', to: '9999-12-31' })).toEqual([
      '9999-12-30T16:00:00.000Z',
      '9999-12-31T16:00:00.000Z',
    ]);
  });
});
