/**
 * The bare characters of a figure as people type or paste it: full-width digits, commas and points become ordinary ones,
 * and white space of any width, invisible marks and a currency sign before it are left out. "￥１，８００．５０ " is
 * "1,800.50". Everything else stays, so that a letter among digits is refused later instead of vanishing.
 */
export const plainFigure = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/^[¥￥](?=.)/, '')
    .replace(/^[−–—](?=\d)/, '-');
