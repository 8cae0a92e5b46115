import { token, type Expected, type Fault } from '../fault';
import {
  ceilingOf,
  floorOf,
  greatest,
  isWhole,
  least,
  minus,
  ONE,
  order,
  over,
  plus,
  read,
  sum,
  times,
  ZERO,
  type Fraction,
  type Numeral,
} from '../fraction';
import { gradeOf, type Grade } from '../scoring/plain-score';
import { leastParts, mostParts } from '../apportionment/plain-apportionment';
import { plainSplit, type SplitMethod } from '../apportionment/plain-split';

export interface AllocationUnit {
  readonly id: string;
  readonly factors: Readonly<Record<string, Numeral>>;
  readonly score?: Numeral;
  readonly lastPart?: Numeral;
  readonly kept?: Numeral;
  readonly floor?: Numeral;
  readonly cap?: Numeral;
}

interface Point {
  readonly score: Numeral;
  readonly coefficient: Numeral;
}

export type Performance =
  | { readonly mode: 'none' }
  | { readonly mode: 'gradeCoefficient'; readonly coefficients: Readonly<Record<Grade, Numeral>> }
  | { readonly mode: 'continuous'; readonly from: Point; readonly to: Point }
  | { readonly mode: 'add'; readonly weight: Numeral };

export interface AllocationCase {
  readonly pool:
    | { readonly posts: Numeral; readonly fenPerPost: Numeral }
    | { readonly fen: Numeral; readonly unitFen: Numeral };
  readonly units: readonly AllocationUnit[];
  readonly policy: {
    readonly factors: readonly { readonly id: string; readonly weight: Numeral }[];
    readonly performance: Performance;
    readonly maximumChange?: { readonly parts: Numeral } | { readonly ratio: Numeral };
    readonly phaseIn?: Numeral;
    readonly method: SplitMethod;
  };
}

export interface AllocationAnswer {
  /** By id in code-point order, so that two answers print alike. */
  readonly parts: readonly (readonly [string, number])[];
  readonly fen: readonly (readonly [string, number])[];
  readonly ties: readonly {
    readonly units: readonly string[];
    readonly contested: number;
    readonly awardedTo: readonly string[];
  }[];
}

/** Which of two texts comes first by code point (not by UTF-16 unit, as `<` would say). */
export function codePointOrder(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const gap = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0);
    if (gap !== 0) return gap;
  }
  return left.length - right.length;
}

/** `yuheng allocate` by the letter of the contract: shares → performance → phase-in → bounds → apportionment. */
export function plainAllocation(input: AllocationCase): Expected<AllocationAnswer> {
  const faults = [...poolFaults(input), ...unitFaults(input), ...policyFaults(input)];
  if (faults.length > 0) return { faults };
  const performed = afterPerformance(input, factorShares(input));
  if (!performed) return { faults: [['/units', '/policy/performance']] };
  const shares = phasedIn(input, performed);
  const kept = input.units.map((unit) => read(unit.kept ?? 0).n);
  const total = wholeParts(input) - kept.reduce((all, one) => all + one, 0n);
  const units = input.units.map((unit, index) => ({
    weight: shares[index] ?? ZERO,
    ...newlySplitBounds(input, unit, kept[index] ?? 0n),
  }));
  if (!canBeMet(total, units, input.policy.method)) return { faults: [['/units', '/pool', '/policy']] };
  const ids = input.units.map(({ id }) => id);
  const { parts, tie } = plainSplit({
    total,
    units,
    method: input.policy.method,
    before: (a, b) =>
      order(shares[b] ?? ZERO, shares[a] ?? ZERO) || codePointOrder(ids[a] ?? '', ids[b] ?? ''),
  });
  const all = ids.map((id, index) => [id, (parts[index] ?? 0n) + (kept[index] ?? 0n)] as const);
  all.sort(([a], [b]) => codePointOrder(a, b));
  const fenOfPart = read('posts' in input.pool ? input.pool.fenPerPost : input.pool.unitFen).n;
  const named = (indexes: readonly number[]) => indexes.map((index) => ids[index] ?? '').sort(codePointOrder);
  return {
    answer: {
      parts: all.map(([id, count]) => [id, Number(count)]),
      fen: all.map(([id, count]) => [id, Number(count * fenOfPart)]),
      ties: tie ? [{ ...tie, units: named(tie.units), awardedTo: named(tie.awardedTo) }] : [],
    },
  };
}

const wholeParts = ({ pool }: AllocationCase): bigint =>
  'posts' in pool ? read(pool.posts).n : read(pool.fen).n / read(pool.unitFen).n;

function factorShares({ units, policy }: AllocationCase): readonly Fraction[] {
  const allWeights = sum(policy.factors.map(({ weight }) => read(weight)));
  return units.map((unit) =>
    sum(
      policy.factors
        .filter(({ weight }) => read(weight).n > 0n)
        .map(({ id, weight }) => {
          const all = sum(units.map(({ factors }) => read(factors[id] ?? 0)));
          return times(over(read(weight), allWeights), over(read(unit.factors[id] ?? 0), all));
        }),
    ),
  );
}

/** Null where all are 0: nothing can be a share of that. */
function normalised(values: readonly Fraction[]): readonly Fraction[] | null {
  const all = sum(values);
  return all.n === 0n ? null : values.map((value) => over(value, all));
}

function afterPerformance(
  { units, policy }: AllocationCase,
  shares: readonly Fraction[],
): readonly Fraction[] | null {
  const { performance } = policy;
  const scores = units.map(({ score }) => read(score ?? 0));
  const share = (index: number): Fraction => shares[index] ?? ZERO;
  switch (performance.mode) {
    case 'none':
      return shares;
    case 'gradeCoefficient':
      return normalised(
        scores.map((score, index) => times(share(index), read(performance.coefficients[gradeOf(score)]))),
      );
    case 'continuous':
      return normalised(scores.map((score, index) => times(share(index), onTheLine(performance, score))));
    case 'add': {
      const weight = read(performance.weight);
      const byScore = normalised(scores);
      return scores.map((_, index) =>
        plus(times(minus(ONE, weight), share(index)), times(weight, byScore?.[index] ?? ZERO)),
      );
    }
  }
}

/** The straight line between the two points, level outside of them. */
function onTheLine(line: { readonly from: Point; readonly to: Point }, score: Fraction): Fraction {
  const [x0, y0, x1, y1] = [line.from.score, line.from.coefficient, line.to.score, line.to.coefficient].map(
    read,
  );
  if (!x0 || !y0 || !x1 || !y1) throw new Error('A line has two points.');
  const along = over(minus(least(greatest(score, x0), x1), x0), minus(x1, x0));
  return plus(y0, times(along, minus(y1, y0)));
}

function phasedIn({ units, policy }: AllocationCase, shares: readonly Fraction[]): readonly Fraction[] {
  if (policy.phaseIn === undefined) return shares;
  const step = read(policy.phaseIn);
  const last = normalised(units.map(({ lastPart }) => read(lastPart ?? 0)));
  return shares.map((share, index) => {
    const before = last?.[index] ?? ZERO;
    return plus(before, times(step, minus(share, before)));
  });
}

/** The bounds of what is split anew: the highest floor and the lowest cap of kept + new parts, less what is kept. */
function newlySplitBounds(
  { policy }: AllocationCase,
  unit: AllocationUnit,
  kept: bigint,
): { readonly floor: bigint; readonly cap: bigint | null } {
  const last = read(unit.lastPart ?? 0);
  const floors = [0n, kept, read(unit.floor ?? 0).n];
  const caps = unit.cap === undefined ? [] : [read(unit.cap).n];
  const change = policy.maximumChange;
  if (change && 'parts' in change) {
    floors.push(last.n - read(change.parts).n);
    caps.push(last.n + read(change.parts).n);
  } else if (change) {
    floors.push(ceilingOf(times(minus(ONE, read(change.ratio)), last)));
    caps.push(floorOf(times(plus(ONE, read(change.ratio)), last)));
  }
  const floor = floors.reduce((a, b) => (a > b ? a : b));
  const cap = caps.length === 0 ? null : caps.reduce((a, b) => (a < b ? a : b));
  return { floor: floor - kept, cap: cap === null ? null : cap - kept };
}

function canBeMet(
  total: bigint,
  units: readonly { readonly weight: Fraction; readonly floor: bigint; readonly cap: bigint | null }[],
  method: SplitMethod,
): boolean {
  if (units.some(({ floor, cap }) => cap !== null && cap < floor)) return false;
  const most = mostParts(units);
  return leastParts(method, units) <= total && (most === null || most >= total);
}

function poolFaults({ pool }: AllocationCase): readonly Fault[] {
  const faults: Fault[] = [];
  for (const [key, value] of Object.entries<Numeral>(pool)) {
    if (!isWhole(read(value)) || read(value).n === 0n) faults.push([`/pool/${key}`]);
  }
  if (faults.length === 0 && 'fen' in pool && read(pool.fen).n % read(pool.unitFen).n !== 0n)
    faults.push(['/pool/fen', '/pool/unitFen']);
  return faults;
}

function unitFaults({ units, policy }: AllocationCase): readonly Fault[] {
  const needsScore = policy.performance.mode !== 'none';
  const needsLast = policy.phaseIn !== undefined || policy.maximumChange !== undefined;
  return units.flatMap((unit, index) => {
    const faults: Fault[] = [];
    const at = `/units/${index}`;
    if (units.findIndex(({ id }) => id === unit.id) < index) faults.push([`${at}/id`]);
    for (const { id } of policy.factors) {
      const value = unit.factors[id];
      if (value === undefined || read(value).n < 0n) faults.push([`${at}/factors/${token(id)}`]);
    }
    if (needsScore && unit.score === undefined) faults.push([`${at}/score`]);
    if (needsLast && unit.lastPart === undefined) faults.push([`${at}/lastPart`]);
    for (const key of ['lastPart', 'kept', 'floor', 'cap'] as const) {
      if (unit[key] !== undefined && !isWhole(read(unit[key]))) faults.push([`${at}/${key}`]);
    }
    return faults;
  });
}

function policyFaults({ units, policy }: AllocationCase): readonly Fault[] {
  const faults: Fault[] = [];
  const { factors, performance } = policy;
  const usedFactors = factors.filter(({ weight }) => read(weight).n !== 0n);
  if (usedFactors.length === 0) faults.push(['/policy/factors']);
  for (const { id } of usedFactors) {
    if (units.every((unit) => read(unit.factors[id] ?? 0).n === 0n))
      faults.push(['/units', '/policy/factors']);
  }
  if (performance.mode === 'add' && units.every(({ score }) => read(score ?? 0).n === 0n))
    faults.push(['/units', '/policy/performance']);
  if (performance.mode === 'gradeCoefficient') {
    const { excellent, good, fair, poor } = performance.coefficients;
    const falling = [excellent, good, fair, poor].map(read);
    if (falling.some((one, index) => index > 0 && order(one, falling[index - 1] ?? one) > 0))
      faults.push(['/policy/performance/coefficients']);
  }
  if (performance.mode === 'continuous') {
    const { from, to } = performance;
    if (order(read(from.score), read(to.score)) >= 0)
      faults.push(['/policy/performance/from/score', '/policy/performance/to/score']);
    if (order(read(from.coefficient), read(to.coefficient)) > 0)
      faults.push(['/policy/performance/from/coefficient', '/policy/performance/to/coefficient']);
  }
  const last = units.map(({ lastPart }) => lastPart);
  if (policy.phaseIn !== undefined && last.every((part) => part !== undefined && read(part).n === 0n))
    faults.push(['/units', '/policy/phaseIn']);
  if (policy.phaseIn !== undefined && (read(policy.phaseIn).n <= 0n || order(read(policy.phaseIn), ONE) > 0))
    faults.push(['/policy/phaseIn']);
  return faults;
}
