import type { AllocationInput } from '../allocation/allocation';
import { boundsOf, type Bounds } from '../allocation/bounds';
import { compareCodePoints } from '../allocation/code-point-order';
import { shareStages } from '../allocation/shares';
import { problemOf } from '../allocation/working';
import { infeasibilitiesOf, solve } from '../apportionment/solve';

/** The bounds of every unit: no score and no weight enters them, so they are computed once for thousands of splits. */
export const boundsOfAll = ({ units, policy }: AllocationInput): readonly Bounds[] =>
  units.map((unit) => boundsOf(unit, policy));

/** The places of the units in code point order of their ids: an order that no input order changes. */
export const unitsByIdentity = ({ units }: AllocationInput): readonly number[] =>
  units.map((_, unit) => unit).sort((a, b) => compareCodePoints(units[a]?.id ?? '', units[b]?.id ?? ''));

/**
 * Whole parts, in the order of the units, of an input that differs from an allocated one in its scores or weights only:
 * what `allocate` gives, without its refusals, warnings and explanation. Null where no share is left (all scores 0 with
 * `add`, or all coefficients 0).
 */
export function partsUnder(input: AllocationInput, bounds: readonly Bounds[]): readonly bigint[] | null {
  if (nothingToAdd(input)) return null;
  const problem = problemOf(input, shareStages(input).phasedIn, bounds);
  if (infeasibilitiesOf(problem, input.policy.method).length > 0) return null;
  const { parts } = solve(problem, input.policy.method);
  return input.units.map(({ kept }, unit) => (kept ?? 0n) + (parts[unit] ?? 0n));
}

const nothingToAdd = ({ units, policy }: AllocationInput): boolean =>
  policy.performance.mode === 'add' &&
  policy.performance.weight.numerator > 0n &&
  !units.some(({ score }) => score !== undefined && score.numerator > 0n);
