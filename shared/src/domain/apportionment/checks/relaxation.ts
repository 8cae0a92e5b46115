import type { ApportionmentMethod, ApportionmentProblem } from '../apportionment';
import { firstPartsOf, infeasibilitiesOf } from '../solve';
import { byTieRule } from '../methods/tie-rule';

/**
 * The least by which bounds must give way so that a split exists. `amount` is in whole parts; with one part less there
 * is still none.
 * - lowerFloors: the floors must sum to `amount` less; `units` are the fewest that can give so much.
 * - raiseCaps: the caps must sum to `amount` more; one unit with a weight can take it all, the largest weight first.
 * - floorsOrCaps: floors above caps; each unit of `units` needs its floor lowered or its cap raised by so much.
 * - raiseTotal: no bound can help (Hill and Adams give more first parts than there are); the total lacks `amount`.
 */
export interface Relaxation {
  readonly kind: 'lowerFloors' | 'raiseCaps' | 'floorsOrCaps' | 'raiseTotal';
  readonly amount: bigint;
  /** Those that give way, the largest first; their `by` sum to the amount. None for `raiseTotal`. */
  readonly units: readonly { readonly unit: number; readonly by: bigint }[];
}

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

/**
 * The smallest relaxation of a question without an answer (`infeasibilitiesOf`); null where there is an answer, or
 * where there is no weight at all, so that no bound is to blame. Floors above their own caps come first: until they
 * are resolved the sums mean nothing.
 *
 * Examples: 10 parts with floors 6, 5 → lower floors by 1, at the first unit; 10 parts with caps 4, 5 over weights
 * 1, 2 → raise caps by 1, at the second unit.
 */
export function smallestRelaxation(
  problem: ApportionmentProblem,
  method: ApportionmentMethod,
): Relaxation | null {
  const [reason] = infeasibilitiesOf(problem, method);
  switch (reason?.kind) {
    case undefined:
    case 'noWeight':
      return null;
    case 'floorAboveCap':
      return contradictions(problem);
    case 'capsBelowTotal':
      return raisedCaps(problem, problem.total - reason.sum);
    case 'floorsAboveTotal':
    case 'firstPartsAboveTotal':
      return loweredFloors(problem, method);
  }
}

function contradictions({ floors, caps, total }: ApportionmentProblem): Relaxation {
  const units = floors.flatMap((floor, unit) => {
    const by = floor - (caps[unit] ?? total);
    return by > 0n ? [{ unit, by }] : [];
  });
  return { kind: 'floorsOrCaps', amount: sum(units.map(({ by }) => by)), units };
}

function raisedCaps(problem: ApportionmentProblem, amount: bigint): Relaxation {
  const [unit = 0] = problem.weights
    .flatMap((weight, place) => (weight > 0n ? [place] : []))
    .sort(byTieRule(problem));
  return { kind: 'raiseCaps', amount, units: [{ unit, by: amount }] };
}

/** Floors give way down to the part that Hill and Adams give a positive weight first, the largest room first. */
function loweredFloors(problem: ApportionmentProblem, method: ApportionmentMethod): Relaxation {
  const { floors, needed, minimum, positive } = firstPartsOf(problem, method);
  const amount = needed - problem.total;
  if (positive > problem.total) return { kind: 'raiseTotal', amount, units: [] };
  const room = floors.map((floor, unit) => floor - (minimum[unit] ?? 0n));
  const largestFirst = room
    .flatMap((own, unit) => (own > 0n ? [unit] : []))
    .sort((a, b) => {
      const [left, right] = [room[a] ?? 0n, room[b] ?? 0n];
      return left === right
        ? (problem.precedence[a] ?? a) - (problem.precedence[b] ?? b)
        : left < right
          ? 1
          : -1;
    });
  const units: { unit: number; by: bigint }[] = [];
  let missing = amount;
  for (const unit of largestFirst) {
    if (missing === 0n) break;
    const own = room[unit] ?? 0n;
    const by = own < missing ? own : missing;
    units.push({ unit, by });
    missing -= by;
  }
  return { kind: 'lowerFloors', amount, units };
}
