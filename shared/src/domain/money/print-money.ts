import { bilingual } from '../bilingual';
import type { Bilingual } from '../bilingual';
import { grouped } from '../numbers/grouped';
import { printUnits, rational, roundHalfUp } from '../numbers/rational';
import type { Fen } from './fen';

/** Prints an amount in 元 with thousands separators and two decimals, exactly: 180000000 分 is "1,800,000.00". */
export const printYuan = (amount: Fen): string => grouped(printUnits(BigInt(amount), 2));

/** Prints an amount in 万元 with two decimals, rounded half up: 15 609 600 分 is "15.61". */
export const printWan = (amount: Fen): string =>
  grouped(printUnits(roundHalfUp(rational(amount, 1_000_000n), 2), 2));

/** Whether an amount is a whole number of 百元, so that 万元 with two decimals loses nothing of it. */
const exactInWan = (amount: Fen): boolean => amount % 10_000 === 0;
const LEAST_IN_WAN = 1_000_000;

const said = (amount: Fen, inWan: boolean): Bilingual =>
  bilingual(inWan ? `${printWan(amount)} 万元` : `${printYuan(amount)} 元`, `${printYuan(amount)} yuan`);

/** An amount in a sentence: 万元 in Chinese from 1 万元 on where nothing is lost, else 元; yuan in English. */
export const amountInWords = (amount: Fen): Bilingual =>
  said(amount, exactInWan(amount) && Math.abs(amount) >= LEAST_IN_WAN);

/**
 * The amounts of one sentence, all in one unit, in their order: 万元 in Chinese where none loses anything and the largest
 * has at least one, else all in 元; yuan in English.
 * Example: 180 万元, 0 and 5 000 元 are 180.00 万元, 0.00 万元 and 0.50 万元; with 28 123.45 元 among them all are in 元.
 */
export function amountsInWords(amounts: readonly Fen[]): readonly Bilingual[] {
  const inWan = amounts.every(exactInWan) && amounts.some((one) => Math.abs(one) >= LEAST_IN_WAN);
  return amounts.map((one) => said(one, inWan));
}
