import { beijingDay, formatMoment } from './moment';

describe('a moment of the server', () => {
  it('is said in Beijing time, in both languages', () => {
    expect(formatMoment('2026-11-22T08:05:00.123Z', 'zh-CN')).toBe('2026年11月22日 16:05');
    expect(formatMoment('2026-11-22T08:05:00.123Z', 'en')).toBe('22 Nov 2026 16:05');
  });

  it('late in the evening of Greenwich is of the next day in Beijing', () => {
    expect(formatMoment('2026-12-31T16:00:00.000Z', 'zh-CN')).toBe('2027年1月1日 00:00');
    expect(beijingDay('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
    expect(beijingDay('2026-12-31T15:59:59.999Z')).toBe('2026-12-31');
  });

  it.each([null, undefined, '', 'soon'])('that is %p is a dash', (moment) => {
    expect(formatMoment(moment, 'zh-CN')).toBe('—');
  });
});
