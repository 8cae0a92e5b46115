import { inLowestTerms, wholeWeights } from '../apportionment/whole-weights';
import { ZERO, type Rational } from '../numbers/rational';
import type { AllocationInput, AllocationPolicy, AllocationUnit } from './allocation';
import { coefficientOf } from './coefficient';

/** Exact shares of the units over one denominator, which is also their sum: shares always sum to 1. */
export interface Shares {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** The shares of one input after each stage of the computation. */
export interface ShareStages {
  readonly factors: Shares;
  readonly performance: Shares;
  readonly phasedIn: Shares;
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** Re-normalises whole proportions into shares. */
function shares(proportions: readonly bigint[]): Shares {
  const numerators = inLowestTerms(proportions);
  return { numerators, denominator: sum(numerators) };
}

/** One share as a fraction. */
export const shareOf = ({ numerators, denominator }: Shares, unit: number): Rational => ({
  numerator: numerators[unit] ?? 0n,
  denominator,
});

/** (1 − w) × a + w × b, for two sets of shares and a fraction w. */
const mix = (a: Shares, b: Shares, weight: Rational): Shares => {
  const toB = weight.numerator;
  const toA = weight.denominator - weight.numerator;
  return shares(
    a.numerators.map(
      (part, unit) => toA * part * b.denominator + toB * (b.numerators[unit] ?? 0n) * a.denominator,
    ),
  );
};

/**
 * Shares by factors, then by performance, then phased in (rules.md section 8; architecture.md section 10).
 * Factors: Σ_f w_f · x_if ÷ Σ_j x_jf, with the factor weights normalised. Coefficients multiply the share, which is
 * re-normalised; `add` mixes (1 − w) · share + w · score ÷ Σ score. Phase-in: last share + p × (new − last).
 *
 * A unit's own score, all else equal, never lowers its own share and never raises another's, in any mode and with
 * phase-in: a coefficient never falls as the score rises, and `add` and phase-in mix shares evenly. From that follows
 * that it never lowers its own whole parts, within any bounds. Divisor methods: its claims rise against every other.
 * Largest remainder: while no bound holds the unit, its quota does not fall and no other rises; each other unit that
 * drops below a whole leaves one part more to the remainders and is at most one more in front, so that a unit that was
 * rounded up still is. (Two scores that change at once may do otherwise: the population paradox.)
 *
 * The input has passed `inputRefusals`, so no sum that is divided by is 0 — except that all coefficients of units
 * with a share may be 0, which leaves no weight and is refused by the apportionment.
 */
export function shareStages({ units, policy }: AllocationInput): ShareStages {
  const factors = factorShares(units, policy);
  const performance = withPerformance(factors, units, policy);
  return { factors, performance, phasedIn: phasedIn(performance, units, policy) };
}

/** Last year's shares moved towards the new ones as far as the policy says. */
export function phasedIn(
  target: Shares,
  units: readonly AllocationUnit[],
  { phaseIn }: AllocationPolicy,
): Shares {
  if (phaseIn === undefined || target.denominator === 0n) return target;
  const last = shares(units.map(({ lastPart }) => lastPart ?? 0n));
  return mix(last, target, phaseIn);
}

function factorShares(units: readonly AllocationUnit[], policy: AllocationPolicy): Shares {
  const used = policy.factors.filter(({ weight }) => weight.numerator > 0n);
  const weights = wholeWeights(used.map(({ weight }) => weight)).numerators;
  const columns = used.map(({ id }) =>
    shares(wholeWeights(units.map((unit) => unit.factors[id] ?? ZERO)).numerators),
  );
  const others = columns.map((_, own) =>
    columns.reduce(
      (product, { denominator }, factor) => (factor === own ? product : product * denominator),
      1n,
    ),
  );
  if (columns.length === 1 && columns[0]) return columns[0];
  return shares(
    units.map((_, unit) =>
      sum(
        columns.map(
          ({ numerators }, factor) =>
            (weights[factor] ?? 0n) * (numerators[unit] ?? 0n) * (others[factor] ?? 1n),
        ),
      ),
    ),
  );
}

function withPerformance(
  factors: Shares,
  units: readonly AllocationUnit[],
  { performance }: AllocationPolicy,
): Shares {
  if (performance.mode === 'none') return factors;
  if (performance.mode === 'add') {
    const scores = shares(wholeWeights(units.map(({ score }) => score ?? ZERO)).numerators);
    return mix(factors, scores, performance.weight);
  }
  const coefficients = wholeWeights(
    units.map(({ score }) => coefficientOf(score ?? ZERO, performance)),
  ).numerators;
  return shares(factors.numerators.map((share, unit) => share * (coefficients[unit] ?? 0n)));
}
