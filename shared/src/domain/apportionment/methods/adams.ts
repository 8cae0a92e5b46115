import { rational } from '../../numbers/rational';
import type { DivisorMethod } from './divisor-method';

/**
 * Adams's method: quotients are rounded up, signposts n, so each positive weight gets one part first. Favours
 * small units.
 * Example: 26 parts over 9061, 7179, 5259, 3319, 1182 → 9, 7, 5, 3, 2.
 */
export const adams: DivisorMethod = {
  firstParts: 1n,
  signpostSquared: (held) => rational(held ** 2n),
};
