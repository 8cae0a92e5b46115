import { adams } from './methods/adams';
import type { Apportionment, ApportionmentMethod, ApportionmentProblem } from './apportionment';
import { apportionByDivisor, floorsUnder, type DivisorMethod } from './methods/divisor-method';
import { hamilton } from './methods/hamilton';
import { hill } from './methods/hill';
import { jefferson } from './methods/jefferson';
import { webster } from './methods/webster';

const DIVISOR_METHODS: Readonly<Record<Exclude<ApportionmentMethod, 'hamilton'>, DivisorMethod>> = {
  webster,
  jefferson,
  hill,
  adams,
};

/** The parts of a problem that `infeasibilitiesOf` has found nothing against. */
export const solve = (problem: ApportionmentProblem, method: ApportionmentMethod): Apportionment =>
  method === 'hamilton' ? hamilton(problem) : apportionByDivisor(problem, DIVISOR_METHODS[method]);

/** Why no split exists. The caller knows what its units are called and where they stand in its input. */
export type Infeasibility =
  | { readonly kind: 'noWeight' }
  | { readonly kind: 'floorAboveCap'; readonly unit: number }
  | { readonly kind: 'floorsAboveTotal'; readonly sum: bigint }
  | { readonly kind: 'capsBelowTotal'; readonly sum: bigint }
  /** Hill and Adams: `needed` parts go out before the first is apportioned. */
  | { readonly kind: 'firstPartsAboveTotal'; readonly needed: bigint };

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/** Everything that stands against a split; empty when `solve` may be called. */
export function infeasibilitiesOf(
  problem: Omit<ApportionmentProblem, 'precedence'>,
  method: ApportionmentMethod,
): readonly Infeasibility[] {
  const { total, weights, floors, caps } = problem;
  const units = weights.map((_, unit) => unit);
  const found: Infeasibility[] = units
    .filter((unit) => (floors[unit] ?? 0n) > (caps[unit] ?? total))
    .map((unit) => ({ kind: 'floorAboveCap', unit }));
  if (!weights.some((weight) => weight > 0n)) found.push({ kind: 'noWeight' });
  if (found.length > 0) return found;

  const leastSum = sum(floors);
  const mostSum = sum(units.map((unit) => (weights[unit] === 0n ? floors[unit] : caps[unit]) ?? 0n));
  if (leastSum > total) found.push({ kind: 'floorsAboveTotal', sum: leastSum });
  if (mostSum < total) found.push({ kind: 'capsBelowTotal', sum: mostSum });
  if (found.length > 0 || method === 'hamilton') return found;

  const { needed } = firstPartsOf(problem, method);
  return needed > total ? [{ kind: 'firstPartsAboveTotal', needed }] : [];
}

/** The parts that go out before the first is apportioned. */
export interface FirstParts {
  /** The floors, raised to 1 where Hill and Adams give a positive weight its first part. */
  readonly floors: readonly bigint[];
  /** What would be left of them if no floor were stated. */
  readonly minimum: readonly bigint[];
  /** The first parts of all positive weights, also of those whose cap is 0. */
  readonly positive: bigint;
  readonly needed: bigint;
}

export function firstPartsOf(
  problem: Omit<ApportionmentProblem, 'precedence'>,
  method: ApportionmentMethod,
): FirstParts {
  const none = problem.floors.map(() => 0n);
  if (method === 'hamilton') {
    return { floors: problem.floors, minimum: none, positive: 0n, needed: sum(problem.floors) };
  }
  const divisorMethod = DIVISOR_METHODS[method];
  const floors = floorsUnder(divisorMethod, problem);
  const minimum = floorsUnder(divisorMethod, { ...problem, floors: none });
  const positive = BigInt(problem.weights.filter((weight) => weight > 0n).length) * divisorMethod.firstParts;
  const withFloors = sum(floors);
  return { floors, minimum, positive, needed: positive > withFloors ? positive : withFloors };
}
