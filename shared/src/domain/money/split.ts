import { hamilton } from '../apportionment/methods/hamilton';
import { wholeWeights } from '../apportionment/whole-weights';
import type { Rational } from '../numbers/rational';
import { fen, type Fen } from './fen';

/**
 * Splits an amount into whole 分 by exact weights: largest remainder, and where remainders are equal the larger
 * weight first, then input order. The parts sum to the amount exactly; a part is less than 1 分 off its exact share.
 *
 * @throws RangeError when the amount is negative, a weight is negative, or all weights are 0: whoever splits money
 * has refused those before.
 * Example: 100 分 over 1, 1, 1 → 34, 33, 33.
 */
export function splitFen(amount: Fen, weights: readonly Rational[]): readonly Fen[] {
  const { numerators } = wholeWeights(weights);
  if (amount < 0 || numerators.some((weight) => weight < 0n) || !numerators.some((weight) => weight > 0n)) {
    throw new RangeError('A split needs an amount and weights of 0 or more, and one weight above 0.');
  }
  const total = BigInt(amount);
  const { parts } = hamilton({
    total,
    weights: numerators,
    floors: numerators.map(() => 0n),
    caps: numerators.map(() => total),
    precedence: numerators.map((_, unit) => unit),
  });
  return parts.map(fen);
}
