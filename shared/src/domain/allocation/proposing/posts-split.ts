import { multiply, ONE, rational, type Rational } from '../../numbers/rational';
import { partsOf, type AllocationInput } from '../allocation';

/** A difference of shares in posts of this year: of what is split anew, and as far as the phase-in goes. Exact. */
export function postsSplit(difference: Rational, { pool, units, policy }: AllocationInput): Rational {
  const kept = units.reduce((sum, unit) => sum + (unit.kept ?? 0n), 0n);
  return multiply(multiply(difference, rational(partsOf(pool) - kept)), policy.phaseIn ?? ONE);
}
