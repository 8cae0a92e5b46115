import { accepted, refusal, refused } from '../refusal';
import type { Outcome } from '../refusal';
import { plainDigits } from './plain-digits';

/** A telephone number of the mainland in its one written form: 13812341234, or 0877-2012345 and 010-65151234. */
export type TelephoneNumber = string & { readonly form: 'telephone number' };

const INTERNATIONAL_PREFIX = /^(?:\+|00)86/;
const MOBILE = /^1[3-9]\d{9}$/;
/** 010 and 02x have three digits and local numbers of eight; all others have four, and seven or eight. */
const LANDLINE = /^(010|02\d)([2-8]\d{7})$|^(0[3-9]\d{2})([2-8]\d{6,7})$/;

/**
 * Reads a mobile number or a landline with its area code as people write them, with or without +86, spaces, hyphens,
 * brackets and full-width digits, and answers the one form in which it is kept, compared and hashed.
 * Examples: "+86 138 1234 1234" → "13812341234"; "（0877）201 2345" → "0877-2012345".
 * The refusal does not repeat what was entered: that may be somebody's number.
 */
export function readTelephoneNumber(text: string, pointer: string): Outcome<TelephoneNumber> {
  const bare = plainDigits(text);
  const foreignPrefix = INTERNATIONAL_PREFIX.test(bare);
  const digits = bare.replace(INTERNATIONAL_PREFIX, '');
  if (MOBILE.test(digits)) return accepted(digits as TelephoneNumber);
  // Written after +86, an area code loses its zero: +86 877 2012345.
  const landline = LANDLINE.exec(foreignPrefix && !digits.startsWith('0') ? `0${digits}` : digits);
  if (landline) {
    const [, shortCode, afterShort, longCode, afterLong] = landline;
    return accepted(`${shortCode ?? longCode}-${afterShort ?? afterLong}` as TelephoneNumber);
  }
  return refused([
    refusal(
      pointer,
      '电话号码格式不正确：请填写 11 位手机号码，或带区号、不带分机号的固定电话号码（如 0877-6543210）。',
      'The telephone number is not in a known form: enter a mobile number of 11 digits, or a landline with its area code and without an extension, such as 0877-6543210.',
    ),
  ]);
}

/**
 * What everybody may see of a telephone number: four digits are hidden, 138****1234 or 0877-****345. How many digits
 * there are, the operator or the area code and the last ones stay, so that people recognise their own.
 */
export const maskTelephoneNumber = (number: TelephoneNumber): string =>
  number.includes('-') ? number.replace(/-\d{4}/, '-****') : `${number.slice(0, 3)}****${number.slice(7)}`;
