/** NUL, which PostgreSQL takes in no text, and halves of surrogate pairs that stand alone, which are no characters. */
const UNWRITABLE = /[\0\p{Surrogate}]/gu;

/** Whether the database keeps the text as it is. */
export const isWritable = (text: string): boolean => text.search(UNWRITABLE) < 0;

/** The text with U+FFFD in place of each character that no database keeps. */
export const writable = (text: string): string => text.replaceAll(UNWRITABLE, '\uFFFD');
