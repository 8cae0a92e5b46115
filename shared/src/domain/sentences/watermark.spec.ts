import { watermark } from './watermark';

const SEAL = '3fa9c1'.padEnd(64, '0');
const given = { by: '李明（officer-1）', at: '2026-11-22T08:00:00.123Z', seal: SEAL, demonstration: false };

describe('the watermark of an export', () => {
  it('names who exported it, when by the clock on the wall, and the check code', () => {
    expect(watermark(given)).toEqual({
      zh: '导出人：李明（officer-1） · 导出时间：2026年11月22日 16:00（北京时间） · 校验码：3fa9c1',
      en: 'Exported by: 李明（officer-1） · at: 2026-11-22 16:00 (China time) · check code: 3fa9c1',
    });
  });

  it('says 演示数据 where the data is invented, and nothing of a check code that there is none of', () => {
    expect(watermark({ ...given, seal: null, demonstration: true })).toEqual({
      zh: '导出人：李明（officer-1） · 导出时间：2026年11月22日 16:00（北京时间） · 演示数据',
      en: 'Exported by: 李明（officer-1） · at: 2026-11-22 16:00 (China time) · demonstration data',
    });
  });

  it.each([
    ['2026-12-31T15:59:59Z', '2026年12月31日 23:59'],
    ['2026-12-31T16:00:00Z', '2027年1月1日 00:00'],
    ['2024-02-28T17:05:09.123Z', '2024年2月29日 01:05'],
  ])('%s is %s in China', (at, words) => {
    expect(watermark({ ...given, at }).zh).toContain(`导出时间：${words}（北京时间）`);
  });

  it.each(['', '2026-11-22', '2026-11-22T08:00:00+08:00', '2026-02-30T08:00:00Z'])(
    'a moment written as “%s” is a broken precondition',
    (at) => expect(() => watermark({ ...given, at })).toThrow(RangeError),
  );
});
