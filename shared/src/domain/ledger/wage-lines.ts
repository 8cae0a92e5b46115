import { fen, type Fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { yearOf, type IsoDate, type YearMonth } from '../period/year-month';
import { accepted, refusal, refused, type Outcome } from '../refusal';
import type { LedgerBalance, LedgerEntry, Posting } from './ledger';

/** What an approved spending sheet says was paid for one month worked. */
export interface WagesPaid {
  readonly month: YearMonth;
  readonly paidOn: IsoDate;
  readonly cityGrant: Fen;
  readonly countyAdvance: Fen;
  readonly countyPart: Fen;
}

/**
 * The payment lines of an approved spending sheet, one a source that paid something. The year of the money is that of the month
 * worked (工资所属月份), the date the day paid (发放日期).
 */
export function wageLines(
  { month, paidOn, ...amounts }: WagesPaid,
  subject: string | null,
): readonly Posting[] {
  return (['cityGrant', 'countyAdvance', 'countyPart'] as const)
    .filter((source) => amounts[source] > 0)
    .map((source) => ({
      year: yearOf(month),
      link: 'payment',
      source,
      kind: 'ordinary',
      amount: fen(amounts[source]),
      on: paidOn,
      documentNumber: null,
      subject,
      monthWorked: month,
      reverses: null,
      settles: null,
    }));
}

/** Whether what stands in the ledger says the same as these lines, so that nothing is to be posted. */
export const saysTheSame = (standing: readonly LedgerEntry[], lines: readonly Posting[]): boolean =>
  standing.length === lines.length &&
  lines.every((line) =>
    standing.some(
      ({ source, amount, on }) => source === line.source && amount === line.amount && on === line.on,
    ),
  );

/** Refused: wages take more from the city grant than was received and is not paid; a county that paid first says so (垫付). */
export function wagesBeyondGrant(
  { month, cityGrant }: Pick<WagesPaid, 'month' | 'cityGrant'>,
  { received, granted }: LedgerBalance,
): Outcome<null> {
  const left = fen(received - granted);
  if (cityGrant <= left) return accepted(null);
  return refused([
    refusal(
      '',
      `${month}工资由市级补助支付${printYuan(cityGrant)}元，超过已到位而未支付的${printYuan(left)}元；先由县级垫付的，请在支出表中填入县级垫付。`,
      `The wages of ${month} take ${printYuan(cityGrant)} yuan from the city grant, of which ${printYuan(left)} is left; what the county paid first belongs under the county's advance.`,
    ),
  ]);
}
