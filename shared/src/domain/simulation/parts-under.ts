import type { AllocationInput } from '../allocation/allocation';
import { boundsOf, type Bounds } from '../allocation/bounds';
import { shareStages } from '../allocation/shares';
import { precedenceOf, problemOf } from '../allocation/working';
import { infeasibilitiesOf, solve } from '../apportionment/solve';

/** What no score and no weight enters, so that it is computed once for thousands of splits. */
export interface Unmoved {
  readonly bounds: readonly Bounds[];
  /** Which unit comes first among equal claims: its place in code point order of the ids. */
  readonly precedence: readonly number[];
}

export const unmovedOf = ({ units, policy }: AllocationInput): Unmoved => ({
  bounds: units.map((unit) => boundsOf(unit, policy)),
  precedence: precedenceOf(units),
});

/**
 * Whole parts, in the order of the units, of an input that differs from an allocated one in its scores or weights only:
 * what `allocate` gives, without its refusals, warnings and explanation. Null where no share is left (all scores 0 with
 * `add`, or all coefficients 0).
 */
export function partsUnder(
  input: AllocationInput,
  { bounds, precedence }: Unmoved,
): readonly bigint[] | null {
  if (nothingToAdd(input)) return null;
  const problem = problemOf(input, shareStages(input).phasedIn, bounds, precedence);
  if (infeasibilitiesOf(problem, input.policy.method).length > 0) return null;
  const { parts } = solve(problem, input.policy.method);
  return input.units.map(({ kept }, unit) => (kept ?? 0n) + (parts[unit] ?? 0n));
}

const nothingToAdd = ({ units, policy }: AllocationInput): boolean =>
  policy.performance.mode === 'add' &&
  policy.performance.weight.numerator > 0n &&
  !units.some(({ score }) => score !== undefined && score.numerator > 0n);
