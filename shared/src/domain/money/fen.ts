/** Money in whole 分 (1/100 元). Never a float, never a sum of 万元 (architecture.md section 3). */
export type Fen = number & { readonly unit: 'fen' };

/** @throws RangeError when the amount is not a whole number that a double holds exactly. */
export function fen(amount: number | bigint | string): Fen {
  const value = Number(amount);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${amount} is not a safe whole number of fen.`);
  return value as Fen;
}

/** @throws RangeError when the sum leaves the exact range. */
export const sumFen = (amounts: readonly Fen[]): Fen =>
  fen(amounts.reduce<number>((sum, one) => sum + one, 0));

const UNITS = { 元: 100n, 万元: 1_000_000n } as const;
export type MoneyUnit = keyof typeof UNITS;

/**
 * Reads an amount as official texts print it ("1,800,000.00" 元, "30.00" 万元) into whole fen, exactly.
 * Null when it is not such a numeral, its thousands separators stand wrongly, or it is no whole number of fen.
 */
export function parseFen(numeral: string, unit: MoneyUnit): Fen | null {
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,10}))?$/.exec(numeral);
  if (!match) return null;
  const [, whole = '', part = ''] = match;
  const scaled = BigInt(whole.replaceAll(',', '') + part) * UNITS[unit];
  const divisor = 10n ** BigInt(part.length);
  const exact = scaled / divisor;
  return scaled % divisor === 0n && exact <= BigInt(Number.MAX_SAFE_INTEGER) ? fen(exact) : null;
}
