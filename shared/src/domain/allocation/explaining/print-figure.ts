import { inShortTerms, printNearPercent } from '../../apportionment/explaining/print-short';
import { printExact, printRounded, type Rational } from '../../numbers/rational';

const MOST_DECIMALS = 12;
const POWERS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => 10n ** BigInt(decimals));

/**
 * A figure ≥ 0 as it was given: a finite decimal in full ("92.5"), anything else as a fraction ("1/3"), and six
 * decimals marked ≈ where that is too long to read.
 */
export function printFigure(value: Rational): string {
  const exact = inShortTerms(value);
  if (exact === null) return `≈${printRounded(value, 6)}`;
  const decimals = POWERS.findIndex((power) => power % exact.denominator === 0n);
  return decimals < 0 ? printExact(exact) : printRounded(exact, decimals);
}

/** The same where it stands behind "÷": a fraction in brackets, so that the whole of it divides. */
export function printDividing(value: Rational): string {
  const printed = printFigure(value);
  return printed.includes('/') ? `(${printed})` : printed;
}

/** A share for the eye: percent, four decimals at most, marked ≈ where that is not the whole of it. */
export const printShare = (share: Rational): string => printNearPercent(share, 4);

/** A change with its sign, two decimals: "+0.62", "−0.10". */
export function printSigned(hundredths: bigint): string {
  const size = printRounded({ numerator: hundredths < 0n ? -hundredths : hundredths, denominator: 100n }, 2);
  return `${hundredths < 0n ? '−' : '+'}${size}`;
}
