import { rational } from '../../numbers/rational';
import type { DivisorMethod } from './divisor-method';

/**
 * Webster's method (Sainte-Laguë): quotients are rounded at the arithmetic middle, signposts n + 1/2. Favours
 * neither large nor small units.
 * Example: 8 parts over 100000, 80000, 30000, 20000 → 3, 3, 1, 1.
 */
export const webster: DivisorMethod = {
  firstParts: 0n,
  signpostSquared: (held) => rational((2n * held + 1n) ** 2n, 4n),
};
