import {
  floorOf,
  fraction,
  greatest,
  least,
  minus,
  order,
  over,
  plus,
  sum,
  times,
  whole,
  ZERO,
  type Fraction,
} from '../fraction';

export const METHODS = ['hamilton', 'webster', 'jefferson', 'hill', 'adams'] as const;
export type SplitMethod = (typeof METHODS)[number];

export interface Split {
  readonly total: bigint;
  readonly units: readonly {
    readonly weight: Fraction;
    readonly floor: bigint;
    /** Null: none. */
    readonly cap: bigint | null;
  }[];
  readonly method: SplitMethod;
  /** Who of two tied units comes first (negative: a). */
  readonly before: (a: number, b: number) => number;
}

export interface SplitAnswer {
  readonly parts: readonly bigint[];
  readonly tie: { readonly units: number[]; readonly contested: number; readonly awardedTo: number[] } | null;
}

/** Splits whole parts; the bounds can be met (the callers have looked). */
export const plainSplit = (split: Split): SplitAnswer =>
  split.method === 'hamilton' ? largestRemainders(split) : onePartAtATime(split);

/** A claim to the next part, n/d; d = 0 is a claim above all finite ones. */
interface Claim {
  readonly unit: number;
  readonly n: bigint;
  readonly d: bigint;
}

const compareClaims = (a: Claim, b: Claim): number => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The claim of a weight that has `has` parts to one more; Hill's is squared, so that it stays a fraction. */
function claimOf(unit: number, { n, d }: Fraction, has: bigint, method: SplitMethod): Claim {
  switch (method) {
    case 'jefferson':
      return { unit, n, d: d * (has + 1n) };
    case 'webster':
      return { unit, n, d: d * (2n * has + 1n) };
    case 'adams':
      return { unit, n, d: d * has };
    default:
      return { unit, n: n * n, d: d * d * has * (has + 1n) };
  }
}

function onePartAtATime({ total, units, method, before }: Split): SplitAnswer {
  const parts = units.map(({ floor }) => floor);
  let left = total - parts.reduce((all, one) => all + one, 0n);
  while (left > 0n) {
    const claims = units.flatMap(({ weight, cap }, unit) => {
      const has = parts[unit] ?? 0n;
      return weight.n > 0n && (cap === null || has < cap) ? [claimOf(unit, weight, has, method)] : [];
    });
    const largest = claims.reduce((best, claim) => (compareClaims(claim, best) > 0 ? claim : best));
    const equal = claims.filter((claim) => compareClaims(claim, largest) === 0).map(({ unit }) => unit);
    const served = serve(parts, equal, left, before);
    if (served) return { parts, tie: served };
    left -= BigInt(equal.length);
  }
  return { parts, tie: null };
}

/** Gives each of the equal units one part; where there are too few, the tie and who won it. */
function serve(
  parts: bigint[],
  equal: readonly number[],
  left: bigint,
  before: Split['before'],
): SplitAnswer['tie'] {
  const contested = equal.length > left ? Number(left) : equal.length;
  const awardedTo = [...equal]
    .sort(before)
    .slice(0, contested)
    .sort((a, b) => a - b);
  for (const unit of awardedTo) parts[unit] = (parts[unit] ?? 0n) + 1n;
  return contested < equal.length ? { units: [...equal], contested, awardedTo } : null;
}

function largestRemainders(split: Split): SplitAnswer {
  const quotas = quotasAt(split, lambdaOf(split));
  const parts = quotas.map(floorOf);
  const rest = quotas.map((quota, unit) => minus(quota, whole(parts[unit] ?? 0n)));
  let left = split.total - parts.reduce((all, one) => all + one, 0n);
  const waiting = new Set(rest.flatMap(({ n }, unit) => (n > 0n ? [unit] : [])));
  while (left > 0n) {
    const largest = [...waiting].map((unit) => rest[unit] ?? ZERO).reduce(greatest, ZERO);
    const equal = [...waiting].filter((unit) => order(rest[unit] ?? ZERO, largest) === 0);
    const served = serve(parts, equal, left, split.before);
    if (served) return { parts, tie: served };
    left -= BigInt(equal.length);
    for (const unit of equal) waiting.delete(unit);
  }
  return { parts, tie: null };
}

/** λ·weight between floor and cap, for every unit. */
const quotasAt = ({ units }: Split, lambda: Fraction): readonly Fraction[] =>
  units.map(({ weight, floor, cap }) => {
    const quota = greatest(times(lambda, weight), whole(floor));
    return cap === null || weight.n === 0n ? quota : least(quota, whole(cap));
  });

/**
 * A λ whose bounded quotas sum to the total. Between the points at which a unit leaves its floor or reaches its cap the
 * sum is a straight line, so the points are walked in order and the crossing is read off the line.
 */
function lambdaOf(split: Split): Fraction {
  const sumAt = (lambda: Fraction): Fraction => sum(quotasAt(split, lambda));
  const total = whole(split.total);
  const points = split.units
    .filter(({ weight }) => weight.n > 0n)
    .flatMap(({ weight, floor, cap }) =>
      [floor, ...(cap === null ? [] : [cap])].map((at) => over(whole(at), weight)),
    )
    .sort(order);
  let low = ZERO;
  let sumAtLow = sumAt(low);
  if (order(sumAtLow, total) >= 0) return low;
  for (const high of [...points, plus(points.at(-1) ?? ZERO, fraction(1n))]) {
    const sumAtHigh = sumAt(high);
    const rise = minus(sumAtHigh, sumAtLow);
    const last = high.n > 0n && order(high, points.at(-1) ?? ZERO) > 0;
    if (rise.n > 0n && (last || order(sumAtHigh, total) >= 0))
      return plus(low, over(times(minus(total, sumAtLow), minus(high, low)), rise));
    low = high;
    sumAtLow = sumAtHigh;
  }
  return low;
}
