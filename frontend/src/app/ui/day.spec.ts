import { formatDay } from './day';

describe('days and months on screen', () => {
  it('are said in the language of the reader', () => {
    expect(formatDay('2026-03-20', 'zh-CN')).toBe('2026年3月20日');
    expect(formatDay('2026-03-20', 'en')).toBe('20 Mar 2026');
    expect(formatDay('2025-12', 'zh-CN')).toBe('2025年12月');
    expect(formatDay('2025-12', 'en')).toBe('Dec 2025');
  });

  it('are a dash where there is none', () => {
    expect(formatDay(null, 'zh-CN')).toBe('—');
  });
});
