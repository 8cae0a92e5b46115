import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { printUnits, rational, roundHalfUp } from '../numbers/rational';
import type { Fen } from './fen';

const withSeparators = (numeral: string): string => numeral.replace(/\B(?=(\d{3})+(?=\.|$))/g, ',');

/** Prints an amount in 元 with thousands separators and two decimals, exactly: 180000000 分 is "1,800,000.00". */
export const printYuan = (amount: Fen): string => {
  const [whole = '', part = ''] = printUnits(BigInt(amount), 2).split('.');
  return `${withSeparators(whole)}.${part}`;
};

/** Prints an amount in 万元 with two decimals, rounded half up: 15 609 600 分 is "15.61". */
export const printWan = (amount: Fen): string => {
  const [whole = '', part = ''] = printUnits(roundHalfUp(rational(amount, 1_000_000n), 2), 2).split('.');
  return `${withSeparators(whole)}.${part}`;
};

/** An amount in a sentence: 万元 in Chinese from 1 万元 on where nothing is lost, else 元; yuan in English. */
export function amountInWords(amount: Fen): Bilingual {
  const exactInWan = amount % 10_000 === 0 && Math.abs(amount) >= 1_000_000;
  return bilingual(
    exactInWan ? `${printWan(amount)} 万元` : `${printYuan(amount)} 元`,
    `${printYuan(amount)} yuan`,
  );
}
