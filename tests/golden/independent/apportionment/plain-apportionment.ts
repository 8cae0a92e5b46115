import type { Expected, Fault } from '../fault';
import { isWhole, order, read, ZERO, type Fraction, type Numeral } from '../fraction';
import { plainSplit, type SplitMethod } from './plain-split';

export interface ApportionmentCase {
  readonly total: Numeral;
  readonly weights: readonly Numeral[];
  readonly method: SplitMethod;
  readonly floors?: readonly Numeral[];
  readonly caps?: readonly Numeral[];
}

export interface ApportionmentAnswer {
  readonly parts: readonly number[];
  readonly ties: readonly {
    readonly units: readonly number[];
    readonly contested: number;
    readonly awardedTo: readonly number[];
  }[];
}

/** `yuheng apportion` by the letter of the contract, one part at a time. */
export function plainApportionment(input: ApportionmentCase): Expected<ApportionmentAnswer> {
  const faults = formFaults(input);
  if (faults.length > 0) return { faults };
  const total = read(input.total).n;
  const weights = input.weights.map(read);
  const floors = weights.map((_, unit) => read(input.floors?.[unit] ?? 0).n);
  const caps = weights.map((_, unit) => (input.caps ? read(input.caps[unit] ?? 0).n : null));
  const units = weights.map((weight, unit) => ({
    weight,
    floor: floors[unit] ?? 0n,
    cap: caps[unit] ?? null,
  }));
  const outOfReach = reachFaults(input.method, total, units);
  if (outOfReach.length > 0) return { faults: outOfReach };
  const { parts, tie } = plainSplit({
    total,
    units,
    method: input.method,
    // Larger exact weight, then input order.
    before: (a, b) => order(weights[b] ?? ZERO, weights[a] ?? ZERO) || a - b,
  });
  return { answer: { parts: parts.map(Number), ties: tie ? [tie] : [] } };
}

function formFaults({ total, weights, floors, caps }: ApportionmentCase): readonly Fault[] {
  const faults: Fault[] = [];
  if (!isWhole(read(total))) faults.push(['/total']);
  weights.forEach((weight, unit) => {
    if (read(weight).n < 0n) faults.push([`/weights/${unit}`]);
  });
  if (weights.every((weight) => read(weight).n === 0n)) faults.push(['/weights']);
  for (const [name, bounds] of [['floors', floors] as const, ['caps', caps] as const]) {
    if (bounds && bounds.length !== weights.length) faults.push([`/${name}`]);
    bounds?.forEach((bound, unit) => {
      if (!isWhole(read(bound))) faults.push([`/${name}/${unit}`]);
    });
  }
  floors?.forEach((floor, unit) => {
    const cap = caps?.[unit];
    if (cap !== undefined && order(read(floor), read(cap)) > 0)
      faults.push([`/floors/${unit}`, `/caps/${unit}`]);
  });
  return faults;
}

interface BoundedUnit {
  readonly weight: Fraction;
  readonly floor: bigint;
  readonly cap: bigint | null;
}

function reachFaults(method: SplitMethod, total: bigint, units: readonly BoundedUnit[]): readonly Fault[] {
  const faults: Fault[] = [];
  const floors = units.reduce((all, { floor }) => all + floor, 0n);
  if (floors > total) faults.push(['/floors']);
  const room = mostParts(units);
  if (room !== null && room < total) faults.push(['/caps']);
  if (floors <= total && leastParts(method, units) > total)
    faults.push(['/total', '/floors', '/weights', '/method']);
  return faults;
}

/** How many parts can be given at the most; null without an end. */
export function mostParts(units: readonly BoundedUnit[]): bigint | null {
  let most = 0n;
  for (const { weight, floor, cap } of units) {
    if (weight.n > 0n && cap === null) return null;
    most += weight.n > 0n ? (cap ?? 0n) : floor;
  }
  return most;
}

/**
 * How many parts must be there. Hill and Adams need as many as there are positive weights, and give each of these one
 * part first, unless its cap is 0.
 */
export function leastParts(method: SplitMethod, units: readonly BoundedUnit[]): bigint {
  const floors = units.reduce((all, { floor }) => all + floor, 0n);
  if (method !== 'hill' && method !== 'adams') return floors;
  const positive = units.filter(({ weight }) => weight.n > 0n);
  const first = positive.filter(({ floor, cap }) => floor === 0n && cap !== 0n);
  const given = floors + BigInt(first.length);
  return given > BigInt(positive.length) ? given : BigInt(positive.length);
}
