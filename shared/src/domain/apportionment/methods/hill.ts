import { rational } from '../../numbers/rational';
import type { DivisorMethod } from './divisor-method';

/**
 * Hill's method (Huntington, equal proportions): quotients are rounded at the geometric middle, signposts
 * √(n(n+1)), so each positive weight gets one part first. Squares are compared, so no root is taken.
 * Example: 3 parts over 3, 1: claims to a second part 3/√2 and 1/√2 → 2, 1.
 */
export const hill: DivisorMethod = {
  firstParts: 1n,
  signpostSquared: (held) => rational(held * (held + 1n)),
};
