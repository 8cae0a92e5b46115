import { fen, type Fen } from '../money/fen';
import { yearOf, type IsoDate, type YearMonth } from '../period/year-month';
import type { LedgerEntry, Posting } from './ledger';

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
