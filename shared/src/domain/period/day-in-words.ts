import { bilingual, type Bilingual } from '../bilingual';

/** "2025-04-20" as 2025年4月20日, as the pages print a day, and as "2025-04-20". */
export function dayInWords(day: string): Bilingual {
  const [year, month, date] = day.split('-').map(Number);
  return bilingual(`${year}年${month}月${date}日`, day);
}
