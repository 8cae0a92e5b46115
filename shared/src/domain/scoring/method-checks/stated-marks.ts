import { rational } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import type { Method } from '../method';
import { readNumeral } from '../numbers/numeral';

/** What the marks of a method sum to unless it states another total. */
export const DEFAULT_STATED_MARKS = rational(100);

/** What the marks are to sum to; null where the method states no finite decimal above 0. */
export function statedMarksOf(method: Method): Rational | null {
  if (method.statedMarks === undefined) return DEFAULT_STATED_MARKS;
  const stated = readNumeral(method.statedMarks);
  return stated !== null && stated.numerator > 0n ? stated : null;
}
