import type { Apportionment, ApportionmentProblem } from '../apportionment/apportionment';
import { partsOf, type AllocationInput, type AllocationUnit } from './allocation';
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

/** The place of each unit in the code point order of the ids: the smaller comes first in a tie. */
export function precedenceOf(units: readonly AllocationUnit[]): readonly number[] {
  const inOrder = units
    .map((_, unit) => unit)
    .sort((a, b) => compareCodePoints(units[a]?.id ?? '', units[b]?.id ?? ''));
  const places: number[] = new Array<number>(units.length).fill(0);
  inOrder.forEach((unit, place) => (places[unit] = place));
  return places;
}

/**
 * The apportionment that remains once the kept parts are set aside.
 * `precedence` may be passed on where one set of units is split many times.
 */
export function problemOf(
  { pool, units }: AllocationInput,
  { numerators }: Shares,
  bounds: readonly Bounds[],
  precedence: readonly number[] = precedenceOf(units),
): ApportionmentProblem {
  const total = partsOf(pool) - units.reduce((sum, { kept }) => sum + (kept ?? 0n), 0n);
  const newlySplit = (bound: bigint, unit: number) => {
    const kept = units[unit]?.kept;
    return kept === undefined ? bound : bound - kept;
  };
  const floors = bounds.map(({ floor }, unit) => {
    const own = newlySplit(floor, unit);
    return own > 0n ? own : 0n;
  });
  return {
    total,
    weights: numerators,
    floors,
    // Without a cap, or with one above the total, nothing but the total binds; a floor above it is a broken sum.
    caps: bounds.map(({ cap }, unit) => {
      const own = cap === null ? total : newlySplit(cap, unit);
      const bounded = own < total ? own : total;
      const floor = floors[unit] ?? 0n;
      return floor > total ? floor : bounded;
    }),
    precedence,
  };
}
