import {
  type BankCardNumber,
  readBankCardNumber,
} from '@yuheng/shared/domain/personal-data/bank-card-number';
import {
  checkCharacter,
  readResidentIdentityNumber,
  type ResidentIdentityNumber,
} from '@yuheng/shared/domain/personal-data/resident-identity-number';
import { keyedGenerator } from './keyed-generator';

/**
 * Numbers that pass every check and are nobody's. 530499 is no code of GB/T 2260: 玉溪市 has counties from 530402 on and
 * never had a 99, so that no identity number was ever issued under it. Cards that begin with 999999 are issued by no
 * bank: ISO/IEC 7812 leaves 9 to national standards bodies, with a country's three digits behind it, and no country has
 * 999.
 */
const REGION_OF_NOBODY = '530499';
const ISSUER_OF_NOBODY = '999999';

const digits = (number: number, places: number): string => String(number).padStart(places, '0');

/** The identity number of an invented person: the same id gives the same number. */
export function identityNumberOf(assistantId: string): ResidentIdentityNumber {
  const chance = keyedGenerator(`identity/${assistantId}`);
  const born = `${chance.between(1970, 2000)}${digits(chance.between(1, 12), 2)}${digits(chance.between(1, 28), 2)}`;
  const body = `${REGION_OF_NOBODY}${born}${digits(chance.between(1, 999), 3)}`;
  const read = readResidentIdentityNumber(`${body}${checkCharacter(body)}`, '');
  if (!read.ok) throw new Error('An invented identity number does not pass its checks.');
  return read.value;
}

/** The bank card of an invented person. */
export function bankCardOf(assistantId: string): BankCardNumber {
  const chance = keyedGenerator(`card/${assistantId}`);
  const body = `${ISSUER_OF_NOBODY}${digits(chance.between(0, 999_999), 6)}${digits(chance.between(0, 999_999), 6)}`;
  for (const last of '0123456789') {
    const read = readBankCardNumber(`${body}${last}`, '');
    if (read.ok) return read.value;
  }
  throw new Error('An invented card has no check digit.');
}
