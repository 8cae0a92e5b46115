import type { Bilingual } from '@yuheng/shared/domain/bilingual';

type Text = string | Bilingual | undefined;

/** The Chinese of a text; a plain one is Chinese. */
export const chineseOf = (text: Text): string => (typeof text === 'object' ? text.zh : (text ?? ''));
/** The English of a text; empty where only one language was given. */
export const englishOf = (text: Text): string => (typeof text === 'object' ? text.en : '');

/** A text of what stands in its two fields; without English the Chinese stands for both. */
export function textOf(zh: string, en: string): string | Bilingual | undefined {
  if (en !== '') return { zh, en };
  return zh === '' ? undefined : zh;
}
