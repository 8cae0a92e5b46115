import type { Apportionment, ApportionmentProblem } from '../apportionment';
import { boundedQuotas, quotaOf } from './bounded-quotas';
import { byTieRule, tieAmong } from './tie-rule';

/**
 * Hamilton's method (largest remainder, 最大余数法), the default: each unit gets the whole part of its quota
 * (`boundedQuotas`), and the parts left over go one each to the largest remainders.
 * A unit with a remainder is below its cap, because caps are whole, so caps are never broken.
 *
 * Tie rule: equal remainders are served by larger exact weight, then by precedence.
 * Example: 10 parts over 6, 6, 2: quotas 30/7, 30/7, 10/7; whole parts 4, 4, 1; the last part to 10/7 → 4, 4, 2.
 */
export function hamilton(problem: ApportionmentProblem): Apportionment {
  const bounded = boundedQuotas(problem);
  const { wholes, remainders, denominator, rest, isHeld } = bounded;
  const parts = wholes.slice();
  const left = Number(problem.total - wholes.reduce((sum, whole) => sum + whole, 0n));
  const tieOrder = byTieRule(problem);
  const exactOrder = (a: number, b: number): number => {
    const [first, second] = [remainders[a] ?? 0n, remainders[b] ?? 0n];
    return first === second ? tieOrder(a, b) : first < second ? 1 : -1;
  };
  // Rounding to a double never turns an order around, so that only equal doubles need the exact comparison.
  const rounded = remainders.map(Number);
  const queue = remainders
    .map((_, unit) => unit)
    .filter((unit) => rounded[unit] !== 0)
    .sort((a, b) => (rounded[b] ?? 0) - (rounded[a] ?? 0) || exactOrder(a, b));
  const served = queue.slice(0, left);
  for (const unit of served) parts[unit] = (parts[unit] ?? 0n) + 1n;
  const last = served.at(-1);
  const equal = last === undefined ? [] : queue.filter((unit) => remainders[unit] === remainders[last]);
  return {
    parts,
    ties: tieAmong(equal, served.filter((unit) => remainders[unit] === remainders[last ?? unit]).length),
    working: () =>
      wholes.map((whole, unit) => ({
        kind: 'quota',
        quota: quotaOf(bounded, unit),
        multiplier: isHeld(unit) ? null : { numerator: rest, denominator },
        whole,
        roundedUp: parts[unit] !== whole,
      })),
  };
}
