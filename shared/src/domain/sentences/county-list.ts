import { bilingual, type Bilingual } from '../bilingual';

/**
 * How many counties a reader sees, and of how many cities where there is more than one.
 * Example: 2844 counties of 316 cities → 共 2844 个县（市、区），分属 316 个市（州）。
 */
export function countyListSentence(counties: number, cities: number): Bilingual {
  const isOne = counties === 1;
  const en = `${counties} ${isOne ? 'county' : 'counties'}`;
  if (cities <= 1) return bilingual(`共 ${counties} 个县（市、区）。`, isOne ? `${en}.` : `${en} in all.`);
  return bilingual(
    `共 ${counties} 个县（市、区），分属 ${cities} 个市（州）。`,
    `${en} of ${cities} cities and prefectures.`,
  );
}
