import { accepted, refusal, refused } from '../refusal';
import type { Outcome } from '../refusal';
import { plainDigits } from './plain-digits';

/** The number of a bank card, 13 to 19 digits with the check digit. */
export type BankCardNumber = string & { readonly form: 'bank card number' };

/** JR/T 0008 and ISO/IEC 7812-1: 13 to 19 digits; cards with a leading 0 are not issued by banks. */
const SHAPE = /^[1-9]\d{12,18}$/;

/** Luhn's formula (ISO/IEC 7812-1, annex B): from the right, every second digit doubled, sum of digits divisible by 10. */
function hasCheckDigit(number: string): boolean {
  const sum = [...number].reverse().reduce((total, character, place) => {
    const digit = Number(character) * (place % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/**
 * Reads the number of a bank card as it is printed in groups: 13 to 19 digits whose last one is the check digit of
 * Luhn's formula. Example: "4111 1111 1111 1111" → "4111111111111111".
 * The refusals do not repeat what was entered: that may be somebody's number.
 */
export function readBankCardNumber(text: string, pointer: string): Outcome<BankCardNumber> {
  const number = plainDigits(text);
  if (!SHAPE.test(number)) {
    return refused([
      refusal(
        pointer,
        '银行卡号应为 13 至 19 位数字，且首位不为 0，请对照银行卡核对。',
        'A bank card number has 13 to 19 digits and does not begin with 0. Check it against the card.',
      ),
    ]);
  }
  if (!hasCheckDigit(number)) {
    return refused([
      refusal(
        pointer,
        '银行卡号的校验位不符，至少有一位填写有误，请对照银行卡核对。',
        'The check digit of the bank card number does not fit: at least one digit is wrong. Check it against the card.',
      ),
    ]);
  }
  return accepted(number as BankCardNumber);
}

/** What everybody may see of it: the first six digits, which name the bank, and the last four; one * for each other. */
export const maskBankCardNumber = (number: BankCardNumber): string =>
  `${number.slice(0, 6)}${'*'.repeat(number.length - 10)}${number.slice(-4)}`;
