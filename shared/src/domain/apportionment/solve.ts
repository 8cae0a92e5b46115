import { adams } from './adams';
import type { Apportionment, ApportionmentMethod, ApportionmentProblem } from './apportionment';
import { apportionByDivisor, floorsUnder, type DivisorMethod } from './divisor-method';
import { hamilton } from './hamilton';
import { hill } from './hill';
import { jefferson } from './jefferson';
import { webster } from './webster';

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

  const divisorMethod = DIVISOR_METHODS[method];
  const positive = BigInt(weights.filter((weight) => weight > 0n).length) * divisorMethod.firstParts;
  const withFirstParts = sum(floorsUnder(divisorMethod, problem));
  const needed = positive > withFirstParts ? positive : withFirstParts;
  return needed > total ? [{ kind: 'firstPartsAboveTotal', needed }] : [];
}
