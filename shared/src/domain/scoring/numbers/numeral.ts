import { floorOf, negate, parseDecimal, printUnits, reduce } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { refusal } from '../../refusal';
import type { Refusal } from '../../refusal';

/**
 * A number as it comes in: a decimal string, a JSON number (taken as printed in its shortest form), or an exact fraction
 * that the program computed itself, such as 11 of 12 months in percent.
 */
export type Numeral = string | number | Rational;

/** The exact number, or null when it is not a finite decimal. */
export function readNumeral(numeral: Numeral): Rational | null {
  if (typeof numeral === 'object') return numeral;
  return parseDecimal(typeof numeral === 'number' ? String(numeral) : numeral);
}

export const notDecimal = (pointer: string): Refusal =>
  refusal(
    pointer,
    '这里应当填写有限小数，例如 95 或 "86.2"。',
    'A finite decimal is expected here, such as 95 or "86.2".',
  );

/** A number that stands, or the refusal that it is absent or no finite decimal. */
export function requireNumeral(numeral: Numeral | undefined, pointer: string): Rational | Refusal {
  if (numeral === undefined) return absent(pointer);
  return readNumeral(numeral) ?? notDecimal(pointer);
}

export const absent = (pointer: string): Refusal =>
  refusal(pointer, '缺少这一项，请补充。', 'This entry is absent; add it.');

export const isRefusal = (result: Rational | Refusal): result is Refusal => 'pointer' in result;

/** Prints a number exactly: as a plain decimal where one exists ("86.2"), otherwise as a fraction ("275/3"). */
export function printNumber(number: Rational): string {
  const { numerator, denominator } = reduce(number);
  let rest = denominator;
  let places = 0;
  let scale = 1n;
  while (rest % 10n === 0n) [rest, places, scale] = [rest / 10n, places + 1, scale * 10n];
  while (rest % 2n === 0n) [rest, places, scale] = [rest / 2n, places + 1, scale * 10n];
  while (rest % 5n === 0n) [rest, places, scale] = [rest / 5n, places + 1, scale * 10n];
  return rest === 1n ? printUnits((numerator * scale) / denominator, places) : `${numerator}/${denominator}`;
}

/** Prints a number exactly where it stands behind "÷": a fraction in brackets, so that the whole of it divides. */
export function printDivisor(number: Rational): string {
  const text = printNumber(number);
  return text.includes('/') ? `(${text})` : text;
}

/** Prints a number for a reader with a pencil: exactly within six places, otherwise cut there with a "…". */
export function printDigits(number: Rational): string {
  const { numerator, denominator } = reduce(number);
  const scaled = { numerator: numerator * 1_000_000n, denominator };
  const exact = scaled.numerator % denominator === 0n;
  if (exact) return printNumber(number);
  const negative = numerator < 0n;
  const digits = printUnits(floorOf(negative ? negate(scaled) : scaled), 6);
  return `${negative ? '-' : ''}${digits}…`;
}
