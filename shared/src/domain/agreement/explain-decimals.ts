import { printSix } from '../weighting/twelve-digits';

const withMinus = (printed: string): string => printed.replace(/^-/, '−');

/**
 * A figure within a sentence, with so many decimals and a real minus: the nearest decimal of the double, of two equally
 * near the one farther from 0 (as `toFixed` has it), never −0. A figure that is not 0 but would read as 0 keeps six
 * significant digits. Example: −0.125 with two decimals is "−0.13", 0.0004 is "0.0004".
 */
export function printDecimals(figure: number, decimals: number): string {
  const printed = figure.toFixed(decimals);
  return Number(printed) === 0 && figure !== 0 ? printSixDigits(figure) : withMinus(printed);
}

/** A figure within a sum: six significant digits and a real minus. Example: −1/3 is "−0.333333". */
export const printSixDigits = (figure: number): string => withMinus(printSix(figure === 0 ? 0 : figure));
