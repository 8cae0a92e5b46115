import { printUnits, rational, roundHalfUp } from '../../numbers/rational';

/**
 * A change as a percent of what was, with its sign, two decimals at most, rounded half up by size: "+8.33", "−4", "0".
 * Null where there was nothing.
 */
export function changePercent(before: number, change: number): string | null {
  if (before === 0) return null;
  const size = roundHalfUp(rational(BigInt(Math.abs(change)) * 100n, before), 2);
  const printed = printUnits(size, 2).replace(/\.?0+$/, '');
  if (size === 0n) return '0';
  return `${change < 0 ? '−' : '+'}${printed}`;
}
