import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { multiply, rational } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { inBothLanguages } from '../method';
import { printNumber, readNumeral } from '../numbers/numeral';
import type { Numeral } from '../numbers/numeral';
import { NOT_FILLED_IN } from './method-change';

/** A number exactly, so that "10", "10.0" and 10 are one; what is no number stands as it was written. */
export function numeralText(numeral: Numeral): string {
  const read = readNumeral(numeral);
  return read === null ? String(numeral) : printNumber(read);
}

export const percentOf = (ratio: Rational): string => printNumber(multiply(ratio, rational(100)));

/** A share of the marks in percent; exact. */
export function ratioText(numeral: Numeral): string {
  const read = readNumeral(numeral);
  return read === null ? numeralText(numeral) : `${percentOf(read)}%`;
}

/** Marks as printed: 15分 / 15. */
export function marksText(marks: Numeral | undefined): Bilingual {
  if (marks === undefined) return NOT_FILLED_IN;
  const text = numeralText(marks);
  return bilingual(`${text}分`, text);
}

/** A text in quotes, or that there is none. */
export function quoted(text: string | Bilingual | undefined): Bilingual {
  const { zh, en } = inBothLanguages(text ?? '');
  return zh.trim() === '' && en.trim() === '' ? NOT_FILLED_IN : bilingual(`“${zh}”`, `"${en}"`);
}
