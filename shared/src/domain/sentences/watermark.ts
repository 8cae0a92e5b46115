import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { shortHash } from '../certificates/certificate';
import { addDays, isoDate } from '../period/year-month';
import { dayInWords } from '../period/day-in-words';

/** What a watermark says about one export. */
export interface Watermark {
  /** Who exported it: the name and the user name as shown, 李明（officer-1）. */
  readonly by: string;
  /** The moment of the export in UTC, as Date.prototype.toISOString writes it. */
  readonly at: string;
  /** The whole hash that the export is sealed with, of which six characters are the 校验码; null when it has none. */
  readonly seal: string | null;
  /** The export holds demonstration data. */
  readonly demonstration: boolean;
}

const HOURS_AHEAD = 8;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?Z$/;

/** "2026-11-22T17:05:09.123Z" is 1:05 of the next day in China, which has one time zone and no summer time. */
function momentInWords(at: string): Bilingual {
  const [, date = '', hours = '', minutes = ''] = INSTANT.exec(at) ?? [];
  if (date === '') throw new RangeError(`"${at}" is not a moment in UTC such as 2026-11-22T08:00:00.123Z.`);
  const hour = Number(hours) + HOURS_AHEAD;
  const day = dayInWords(addDays(isoDate(date), hour >= 24 ? 1 : 0));
  const time = `${String(hour % 24).padStart(2, '0')}:${minutes}`;
  return bilingual(`${day.zh} ${time}（北京时间）`, `${day.en} ${time} (China time)`);
}

/**
 * The line that every exported file and printed page carries, so that a copy that went astray names who let it out, and
 * when. Example: 导出人：李明（officer-1） · 导出时间：2026年11月22日 16:00（北京时间） · 校验码：3fa9c1 · 演示数据.
 * @throws RangeError when `at` is not a moment in UTC.
 */
export function watermark({ by, at, seal, demonstration }: Watermark): Bilingual {
  const moment = momentInWords(at);
  const parts = [
    bilingual(`导出人：${by}`, `Exported by: ${by}`),
    bilingual(`导出时间：${moment.zh}`, `at: ${moment.en}`),
    ...(seal === null ? [] : [bilingual(`校验码：${shortHash(seal)}`, `check code: ${shortHash(seal)}`)]),
    ...(demonstration ? [bilingual('演示数据', 'demonstration data')] : []),
  ];
  return bilingual(parts.map(({ zh }) => zh).join(' · '), parts.map(({ en }) => en).join(' · '));
}
