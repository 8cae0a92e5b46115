import { isIsoDate } from '../period/year-month';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome } from '../refusal';
import { plainDigits } from './plain-digits';

/** A resident identity number of 18 characters, its check character in upper case: 53040219900307123X. */
export type ResidentIdentityNumber = string & { readonly form: 'resident identity number' };

const SHAPE = /^\d{17}[\dX]$/;
const FORMER_SHAPE = /^\d{15}$/;
/** First two digits: provinces by GB/T 2260, and 81, 82, 83 of residence permits for Hong Kong, Macao and Taiwan. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
/** GB 11643-1999: weights 2^(18 − i) mod 11 of the places i = 1 … 17, and the check character of each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** The check character that belongs behind 17 digits (GB 11643-1999): 11010519491231002 → X. */
export function checkCharacter(seventeenDigits: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(seventeenDigits[place]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function bornOn(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)];
  return /^(?:18|19|20)/.test(year) && isIsoDate(`${year}-${month}-${day}`);
}

const no = (pointer: string, zh: string, en: string): Outcome<never> => refused([refusal(pointer, zh, en)]);

/**
 * Reads a resident identity number (GB 11643-1999): 18 characters with a known province, a day of birth that exists
 * and the right check character. Spaces, hyphens, full-width digits and a small x are taken.
 * Example: "11010519491231002x" → "11010519491231002X". A former number of 15 digits is refused: it has been void since
 * 2013 and carries no check character.
 * The refusals do not repeat what was entered: that may be somebody's number.
 */
export function readResidentIdentityNumber(text: string, pointer: string): Outcome<ResidentIdentityNumber> {
  const number = plainDigits(text).toUpperCase();
  if (FORMER_SHAPE.test(number)) {
    return no(
      pointer,
      '这是 15 位的旧号码，已停止使用，请填写 18 位公民身份号码。',
      'This is a former number of 15 digits, which is no longer valid; enter the resident identity number of 18 characters.',
    );
  }
  if (!SHAPE.test(number)) {
    return no(
      pointer,
      '公民身份号码应为 18 位：前 17 位是数字，最后 1 位是数字或 X，请核对。',
      'A resident identity number has 18 characters: 17 digits, then a digit or X. Check it.',
    );
  }
  if (!PROVINCES.has(number.slice(0, 2))) {
    return no(
      pointer,
      '公民身份号码前 2 位不是省级行政区划代码，请核对。',
      'The first two digits of the resident identity number are not the code of a province. Check them.',
    );
  }
  if (!bornOn(number)) {
    return no(
      pointer,
      '公民身份号码第 7 至 14 位不是实际存在的出生日期，请核对。',
      'Digits 7 to 14 of the resident identity number are not a day of birth that exists. Check them.',
    );
  }
  if (checkCharacter(number) !== number.charAt(17)) {
    return no(
      pointer,
      '公民身份号码的校验位不符，至少有一位填写有误，请核对。',
      'The check character of the resident identity number does not fit: at least one character is wrong. Check it.',
    );
  }
  return accepted(number as ResidentIdentityNumber);
}

/** What everybody may see of it: region and last four characters, 530402********1234; the day of birth is hidden. */
export const maskResidentIdentityNumber = (number: ResidentIdentityNumber): string =>
  `${number.slice(0, 6)}********${number.slice(14)}`;
