/**
 * A figure as it leaves floating point: rounded to 12 significant digits (architecture.md section 3), never −0.
 * `toPrecision` takes the nearest decimal of the exact value of the double and, of two equally near, the larger one:
 * the language fixes it to the last digit, so that server and browser print the same bytes.
 * Example: 0.1 + 0.2 is 0.3; −0 is 0.
 * @throws RangeError when the figure is not finite: callers say null or refuse instead.
 */
export function twelveDigits(figure: number): number {
  if (!Number.isFinite(figure)) throw new RangeError('Only a finite figure can be printed.');
  return figure === 0 ? 0 : Number(figure.toPrecision(12));
}

/** A coefficient within a sentence: three decimals, never −0. Example: 0.8490 is "0.849". */
export const printThree = (figure: number): string => figure.toFixed(3).replace(/^-(?=0\.0+$)/, '');

/** A figure within a sum for the eye: six significant digits, without needless zeros. Example: 1/3 is "0.333333". */
export const printSix = (figure: number): string => String(Number(figure.toPrecision(6)));
