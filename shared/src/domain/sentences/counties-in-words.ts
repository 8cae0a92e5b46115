import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';

/** "9 个县（市、区）" / "9 counties": never 九县. */
export const countiesInWords = (count: number): Bilingual =>
  bilingual(`${count} 个县（市、区）`, count === 1 ? '1 county' : `${count} counties`);

/** "8 of 9" in the official order of words: "9 个县（市、区）中 8 个", or all of them: "9 个县（市、区）均". */
export const partOfCounties = (part: number, whole: number): Bilingual =>
  part === whole
    ? bilingual(`${countiesInWords(whole).zh}均`, whole === 1 ? 'the county' : `all ${whole} counties`)
    : bilingual(`${countiesInWords(whole).zh}中 ${part} 个`, `${part} of ${countiesInWords(whole).en}`);

/** "2025-03" as "3 月" / "March". */
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export function monthInWords(month: string): Bilingual {
  const number = Number(month.slice(5, 7));
  return bilingual(`${number} 月`, MONTHS[number - 1] ?? month);
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Clauses as the parts of one sentence, punctuation and the blank behind it included, so that each can carry a link of its
 * own: printed one after the other they are the sentence.
 */
export const partsOfSentence = (clauses: readonly Bilingual[]): readonly Bilingual[] =>
  clauses.map(({ zh, en }, index) => {
    const isLast = index === clauses.length - 1;
    return bilingual(
      `${zh}${isLast ? '。' : '；'}`,
      `${index === 0 ? capital(en) : en}${isLast ? '.' : '; '}`,
    );
  });

/** Joins clauses into one sentence: with "；" and "。" in Chinese, with ";" and "." in English. */
export function oneSentence(clauses: readonly Bilingual[]): Bilingual {
  const parts = partsOfSentence(clauses);
  return bilingual(parts.map((one) => one.zh).join(''), parts.map((one) => one.en).join(''));
}
