/** What people put between digits: white space of any width, hyphens and dashes, brackets, invisible marks. */
const SEPARATORS = /[\s\u00ad\u200b-\u200f\u2010-\u2015\u2060\u2212\ufeff()-]/g;

/**
 * The bare characters of a number as it was typed or pasted: full-width letters and digits become ordinary ones, and
 * what people put between them is left out. "１３８-1234 1234" is "13812341234". Everything else stays, so that a letter
 * among digits, or the ".0" that a spreadsheet leaves behind a number, is refused later instead of vanishing.
 */
export const plainDigits = (text: string): string => text.normalize('NFKC').replace(SEPARATORS, '');
