import { compare, type Rational } from '../../numbers/rational';
import type { Apportionment, ApportionmentProblem, Claim } from '../apportionment';
import { boundedQuotas } from './bounded-quotas';
import { ClaimQueue } from './claim-queue';
import { byTieRule, tieAmong } from './tie-rule';

/** What tells one divisor method from another. */
export interface DivisorMethod {
  /** Parts that each positive weight gets first: 1 where the first signpost is 0, else 0. */
  readonly firstParts: bigint;
  /** Square of the signpost at which a quotient of `held` and a bit more is rounded up to held + 1. */
  readonly signpostSquared: (held: bigint) => Rational;
}

/**
 * The floors under a divisor method: where the first signpost is 0 (Hill, Adams) each positive weight gets one
 * part first, unless its cap is 0.
 */
export const floorsUnder = (
  { firstParts }: DivisorMethod,
  { weights, floors, caps }: Pick<ApportionmentProblem, 'weights' | 'floors' | 'caps'>,
): readonly bigint[] =>
  floors.map((floor, unit) =>
    floor < firstParts && (weights[unit] ?? 0n) > 0n && (caps[unit] ?? 0n) >= firstParts ? firstParts : floor,
  );

/**
 * A divisor method: one common divisor is found such that the parts median(floor, rounded(weight ÷ divisor), cap)
 * sum to the total. That is the same as serving claims weight ÷ signpost(held) from the largest down, starting at
 * the floors and stopping each unit at its cap.
 *
 * The exact bounded quotas, rounded by the method, already stand within one part a unit of the answer, so at most
 * as many corrections follow as there are units, however large the total is.
 * Equal claims are served by the tie rule: larger exact weight, then precedence.
 */
export function apportionByDivisor(problem: ApportionmentProblem, method: DivisorMethod): Apportionment {
  const bounded = { ...problem, floors: floorsUnder(method, problem) };
  const state = new DivisorState(bounded, method);
  state.correct();
  const { equal, contested } = state.settleTie();
  return {
    parts: state.parts,
    ties: tieAmong(equal, contested),
    working: () =>
      state.parts.map((_, unit) => ({
        kind: 'claims',
        lastServed: state.lastServed(unit),
        nextUnserved: state.nextUnserved(unit),
      })),
  };
}

class DivisorState {
  readonly parts: bigint[];

  constructor(
    private readonly problem: ApportionmentProblem,
    private readonly method: DivisorMethod,
  ) {
    const { wholes, remainders, denominator } = boundedQuotas(problem);
    this.parts = wholes.map((whole, unit) => {
      const remainder = remainders[unit] ?? 0n;
      if (remainder === 0n) return whole;
      const quota = whole * denominator + remainder;
      const signpost = method.signpostSquared(whole);
      const aboveSignpost =
        quota * quota * signpost.denominator > signpost.numerator * denominator * denominator;
      return aboveSignpost ? whole + 1n : whole;
    });
  }

  /** The claim by which the unit holds its last part above its floor, if any. */
  lastServed(unit: number): Claim | null {
    const held = this.parts[unit] ?? 0n;
    return held > (this.problem.floors[unit] ?? 0n) ? this.claim(unit, held - 1n) : null;
  }

  /** The claim of the unit to one part more; none at its cap or without weight. */
  nextUnserved(unit: number): Claim | null {
    const held = this.parts[unit] ?? 0n;
    const weight = this.problem.weights[unit] ?? 0n;
    return weight > 0n && held < (this.problem.caps[unit] ?? 0n) ? this.claim(unit, held) : null;
  }

  /** Serves the largest claims, or takes back the smallest served ones, until the parts sum to the total. */
  correct(): void {
    const missing = Number(this.problem.total - this.parts.reduce((sum, part) => sum + part, 0n));
    if (missing === 0) return;
    const step = missing > 0 ? 1n : -1n;
    const claimOf = (unit: number) => (missing > 0 ? this.nextUnserved(unit) : this.lastServed(unit));
    const claims = this.parts.map((_, unit) => claimOf(unit));
    const queue = new ClaimQueue((a, b) => {
      const [left, right] = [claims[a], claims[b]];
      return !!left && !!right && compare(left.squared, right.squared) * Number(step) > 0;
    });
    claims.forEach((claim, unit) => claim && queue.push(unit));
    for (let count = Math.abs(missing); count > 0; count -= 1) {
      const unit = queue.pop();
      this.parts[unit] = (this.parts[unit] ?? 0n) + step;
      claims[unit] = claimOf(unit);
      if (claims[unit]) queue.push(unit);
    }
  }

  /** Gives the last parts, where their claims are exactly equal, to the first by the tie rule. */
  settleTie(): { readonly equal: readonly number[]; readonly contested: number } {
    const units = this.parts.map((_, unit) => unit);
    const served = units.map((unit) => this.lastServed(unit)?.squared ?? null);
    const unserved = units.map((unit) => this.nextUnserved(unit)?.squared ?? null);
    const smallest = served.reduce((a, b) => (a && b ? (compare(a, b) <= 0 ? a : b) : (a ?? b)), null);
    const largest = unserved.reduce((a, b) => (a && b ? (compare(a, b) >= 0 ? a : b) : (a ?? b)), null);
    if (!smallest || !largest || compare(smallest, largest) !== 0) return { equal: [], contested: 0 };
    const equals = (claim: Rational | null | undefined) => !!claim && compare(claim, smallest) === 0;
    const holders = units.filter((unit) => equals(served[unit]));
    const equal = units
      .filter((unit) => equals(served[unit]) || equals(unserved[unit]))
      .sort(byTieRule(this.problem));
    for (const unit of holders) this.parts[unit] = (this.parts[unit] ?? 0n) - 1n;
    for (const unit of equal.slice(0, holders.length)) this.parts[unit] = (this.parts[unit] ?? 0n) + 1n;
    return { equal, contested: holders.length };
  }

  private claim(unit: number, held: bigint): Claim {
    const weight = this.problem.weights[unit] ?? 0n;
    const signpost = this.method.signpostSquared(held);
    return {
      held,
      squared: { numerator: weight * weight * signpost.denominator, denominator: signpost.numerator },
    };
  }
}
