import type { Rational } from '../../numbers/rational';
import type { ApportionmentProblem } from '../apportionment';

/** Exact quotas over one denominator: quota of a unit = wholes + remainders ÷ denominator. */
export interface BoundedQuotas {
  readonly wholes: readonly bigint[];
  /** 0 ≤ remainder < denominator. */
  readonly remainders: readonly bigint[];
  readonly denominator: bigint;
  /** λ = rest ÷ denominator for a unit that neither a bound nor a weight of 0 holds. */
  readonly rest: bigint;
  readonly isHeld: (unit: number) => boolean;
}

/**
 * The quotas clamp(λ·weight, floor, cap) for the one λ that makes them sum to the total exactly.
 *
 * λ is found by setting bounded units aside: with the units still free, λ = rest ÷ their weights. If clamping them
 * would add more than it takes away, the true λ is smaller, so each unit below its floor stays there; if it would
 * take away more, the true λ is larger, so each unit above its cap stays there; if both are equal, all stay.
 * Each round sets aside at least one unit for good, and the last round needs no clamping.
 *
 * Example: 10 parts over weights 6, 3, 1 with floors 0, 0, 3: the third stays at 3, λ = 7/9, quotas 14/3, 7/3, 3.
 */
export function boundedQuotas({ total, weights, floors, caps }: ApportionmentProblem): BoundedQuotas {
  const settled: bigint[] = weights.map((weight, unit) => (weight === 0n ? (floors[unit] ?? 0n) : -1n));
  let free = weights.flatMap((weight, unit) => (weight === 0n ? [] : [unit]));
  let rest = total - settled.reduce((sum, quota) => (quota < 0n ? sum : sum + quota), 0n);
  let freeWeight = weights.reduce((sum, weight) => sum + weight, 0n);
  const scaled: bigint[] = [];
  for (;;) {
    let balance = 0n;
    const low: number[] = [];
    const high: number[] = [];
    for (const unit of free) {
      const quota = rest * (weights[unit] ?? 0n);
      scaled[unit] = quota;
      const floor = floors[unit] ?? 0n;
      const cap = caps[unit] ?? 0n;
      // A floor of 0 and a cap of all that is left cannot bind, so that two multiplications are saved.
      if (floor > 0n && quota < floor * freeWeight) {
        low.push(unit);
        balance += floor * freeWeight - quota;
      } else if (cap < rest && quota > cap * freeWeight) {
        high.push(unit);
        balance -= quota - cap * freeWeight;
      }
    }
    if (low.length + high.length === 0) break;
    const settle = (units: readonly number[], bounds: readonly bigint[]) => {
      for (const unit of units) {
        const quota = bounds[unit] ?? 0n;
        settled[unit] = quota;
        rest -= quota;
        freeWeight -= weights[unit] ?? 0n;
      }
    };
    if (balance >= 0n) settle(low, floors);
    if (balance <= 0n) settle(high, caps);
    free = free.filter((unit) => (settled[unit] ?? -1n) < 0n);
  }
  const denominator = freeWeight === 0n ? 1n : freeWeight;
  const wholes = settled.slice();
  const remainders = settled.map(() => 0n);
  for (const unit of free) {
    const numerator = scaled[unit] ?? 0n;
    const whole = numerator / denominator;
    wholes[unit] = whole;
    remainders[unit] = numerator - whole * denominator;
  }
  return { wholes, remainders, denominator, rest, isHeld: (unit) => (settled[unit] ?? -1n) >= 0n };
}

/** The quota of one unit as a fraction. */
export const quotaOf = ({ wholes, remainders, denominator }: BoundedQuotas, unit: number): Rational => ({
  numerator: (wholes[unit] ?? 0n) * denominator + (remainders[unit] ?? 0n),
  denominator,
});
