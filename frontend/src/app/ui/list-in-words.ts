import type { LanguageCode } from './language';

/** Words one after the other, parted as the language parts them: 红塔、江川 or Hongta, Jiangchuan. */
export const listInWords = (words: readonly string[], language: LanguageCode): string =>
  words.join(language === 'en' ? ', ' : '、');
