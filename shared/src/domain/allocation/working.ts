import type { Apportionment, ApportionmentProblem } from '../apportionment/apportionment';
import { partsOf, type AllocationInput } from './allocation';
import type { Bounds } from './bounds';
import { compareCodePoints } from './code-point-order';
import type { Shares, ShareStages } from './shares';

/** Everything between an input and its answer, for the explanation and the warnings. */
export interface AllocationWorking {
  readonly input: AllocationInput;
  readonly stages: ShareStages;
  readonly bounds: readonly Bounds[];
  /** The split of what is not kept. */
  readonly problem: ApportionmentProblem;
  readonly solved: Apportionment;
}

/** The apportionment that remains once the kept parts are set aside. */
export function problemOf(
  { pool, units }: AllocationInput,
  { numerators }: Shares,
  bounds: readonly Bounds[],
): ApportionmentProblem {
  const total = partsOf(pool) - units.reduce((sum, { kept }) => sum + (kept ?? 0n), 0n);
  const rank = new Map(
    units
      .map(({ id }) => id)
      .sort(compareCodePoints)
      .map((id, place) => [id, place]),
  );
  const newlySplit = (bound: bigint, unit: number) => bound - (units[unit]?.kept ?? 0n);
  const floors = bounds
    .map(({ floor }, unit) => newlySplit(floor, unit))
    .map((floor) => (floor > 0n ? floor : 0n));
  return {
    total,
    weights: numerators,
    floors,
    // Without a cap, or with one above the total, nothing but the total binds; a floor above it is a broken sum.
    caps: bounds.map(({ cap }, unit) => {
      const own = cap === null ? total : newlySplit(cap, unit);
      const bounded = own < total ? own : total;
      return (floors[unit] ?? 0n) > total ? (floors[unit] ?? 0n) : bounded;
    }),
    precedence: units.map(({ id }, unit) => rank.get(id) ?? unit),
  };
}
