import { bilingual, type Bilingual } from '../../bilingual';
import { fen, type Fen } from '../../money/fen';
import { printYuan } from '../../money/print-money';
import type { IsoDate } from '../../period/year-month';
import type { WageRow } from './wage-row';

/** Every amount of a list that has a sum of its own in the spending sheet. */
export const SUMMED = ['cityPart', 'countyAdvance', 'countyPart', 'socialInsurance'] as const;
export type Summed = (typeof SUMMED)[number];

/** What the spending sheet takes of a list. */
export interface WageSums {
  /** People who got something of the city or the county part. */
  readonly persons: number;
  /** By column that the list has. */
  readonly amounts: Readonly<Partial<Record<Summed, Fen>>>;
  /** The last day on which somebody was paid; null: the list says none. */
  readonly paidOn: IsoDate | null;
}

/** The sums of a list. A person with several rows (one a source) counts once. */
export function sumWageList(rows: readonly WageRow[]): WageSums {
  const paid = rows.filter(({ amounts }) => (amounts.cityPart ?? 0) + (amounts.countyPart ?? 0) > 0);
  const days = rows.flatMap(({ paidOn }) => (paidOn === null ? [] : [paidOn])).sort();
  const amounts: Partial<Record<Summed, Fen>> = {};
  for (const field of SUMMED) {
    const given = rows.flatMap((one) => one.amounts[field] ?? []);
    if (given.length > 0) amounts[field] = fen(given.reduce((sum, one) => sum + one, 0));
  }
  return {
    persons: new Set(paid.map(({ identityNumber }) => identityNumber)).size,
    amounts,
    paidOn: days.at(-1) ?? null,
  };
}

/** A total line that contradicts the rows above it, with both figures; null where it fits. */
export const totalContradicts = (printed: Fen, sum: Fen): Bilingual | null =>
  printed === sum
    ? null
    : bilingual(
        `合计行为${printYuan(printed)}元，以上各行相加为${printYuan(sum)}元，相差${printYuan(fen(Math.abs(printed - sum)))}元；请核对是否漏行或填错。`,
        `The total is ${printYuan(printed)} yuan, the rows above come to ${printYuan(sum)} yuan; check for a missing row or a slip.`,
      );

/**
 * People who stand in a list twice with the same kind of money: the later row, with the row before. One row a source is
 * how some counties write their lists, and no mistake.
 */
export function repeatedRows(
  rows: readonly WageRow[],
): readonly { readonly row: number; readonly text: Bilingual }[] {
  const seen = new Map<string, WageRow[]>();
  return rows.flatMap((row) => {
    const earlier = seen.get(row.identityNumber) ?? [];
    seen.set(row.identityNumber, [...earlier, row]);
    const same = earlier.find((one) =>
      SUMMED.some((field) => (one.amounts[field] ?? 0) > 0 && (row.amounts[field] ?? 0) > 0),
    );
    return same ? [{ row: row.row, text: repeatedOf(same.row) }] : [];
  });
}

const repeatedOf = (row: number): Bilingual =>
  bilingual(
    `与第${row}行是同一人，同一笔工资重复列了两次；请删去一行。`,
    `Row ${row} is the same person with the same money; remove one of them.`,
  );

/** Somebody of the roster who was on post in the month. */
export interface RosterPerson {
  readonly identityNumber: string;
  readonly name: string;
}

/** What a list says beside the roster: hints to look at, never a wall. */
export interface RosterHints {
  readonly notOnPost: readonly WageRow[];
  readonly otherName: readonly WageRow[];
  /** How many were on post and are not in the list. */
  readonly unpaid: number;
}

/** Compares by identity number. Example: two on post, one of them and a stranger in the list → notOnPost 1, unpaid 1. */
export function besideRoster(rows: readonly WageRow[], roster: readonly RosterPerson[]): RosterHints {
  const names = new Map(roster.map(({ identityNumber, name }) => [identityNumber, name]));
  const listed = new Set(rows.map(({ identityNumber }) => identityNumber));
  return {
    notOnPost: rows.filter(({ identityNumber }) => !names.has(identityNumber)),
    otherName: rows.filter(({ identityNumber, name }) => (names.get(identityNumber) ?? name) !== name),
    unpaid: roster.filter(({ identityNumber }) => !listed.has(identityNumber)).length,
  };
}
