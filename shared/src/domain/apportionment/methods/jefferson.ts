import { rational } from '../../numbers/rational';
import type { DivisorMethod } from './divisor-method';

/**
 * Jefferson's method (D'Hondt): quotients are rounded down, signposts n + 1. Favours large units.
 * Example: 8 parts over 100000, 80000, 30000, 20000 → 4, 3, 1, 0.
 */
export const jefferson: DivisorMethod = {
  firstParts: 0n,
  signpostSquared: (held) => rational((held + 1n) ** 2n),
};
