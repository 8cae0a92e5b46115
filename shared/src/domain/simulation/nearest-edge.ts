import { allocate } from '../allocation/allocate';
import type { AllocationInput, PerformancePolicy } from '../allocation/allocation';
import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '../numbers/rational';
import { accepted, type Outcome } from '../refusal';
import { partsUnder, unmovedOf } from './parts-under';
import { STEPS_PER_POINT, stepsToTry } from './scores-to-try';

/** One change of a score or weight, and what it moves. */
export interface Edge {
  /** Signed: points of the score, or the share of the weight in all weights. */
  readonly change: Rational;
  /** Parts more or fewer, by unit id; units that keep theirs are left out. */
  readonly moves: Readonly<Record<string, number>>;
}

export interface ScoreEdges {
  /** The smallest rise and the smallest fall of the score that move any part of anyone. */
  readonly rise: Edge | null;
  readonly fall: Edge | null;
  /** The smallest rise that gives the unit itself a part more, the smallest fall that costs it one. */
  readonly ownMore: Edge | null;
  readonly ownFewer: Edge | null;
}

export interface WeightEdges {
  readonly rise: Edge | null;
  readonly fall: Edge | null;
}

const WEIGHT_STEPS = 1000;

/**
 * How near each unit's score stands to an edge of the split (得分再高 0.6 分就多一个名额), all else equal: found by trying
 * every hundredth of a point up to the end of the scale and splitting again, so it is exact in that unit and rests on no
 * sampling. Null where no change of this score alone does it. By unit id. The search tries some thousand splits a unit,
 * so it is made for the counties of a city, not for those of a country at once.
 *
 * Refused: what `allocate` refuses. Units without a score have no edges.
 */
export function nearestScoreEdges(input: AllocationInput): Outcome<Readonly<Record<string, ScoreEdges>>> {
  const search = startOf(input);
  if (!search.ok) return search;
  return accepted(
    Object.fromEntries(input.units.map(({ id }, unit) => [id, scoreEdgesOf(search.value, unit)])),
  );
}

/** The edges of every weight of a policy. */
export interface EdgesOfWeights {
  /** By factor id. */
  readonly factors: Readonly<Record<string, WeightEdges>>;
  /** Of the weight of the scores; null in modes other than `add`, which have none. */
  readonly scores: WeightEdges | null;
}

/**
 * The smallest change of each factor's share of all weights that moves any part, in thousandths (0.1 percentage points),
 * the other weights keeping their proportions; with `add` also that of the weight of the scores. Exact in that unit, by
 * search. Null where none does, also for a factor that is the only one.
 *
 * Refused: what `allocate` refuses.
 */
export function nearestWeightEdges(input: AllocationInput): Outcome<EdgesOfWeights> {
  const search = startOf(input);
  if (!search.ok) return search;
  const both = (inputs: WeightedInputs): WeightEdges => ({
    rise: weightEdge(search.value, inputs, 1),
    fall: weightEdge(search.value, inputs, -1),
  });
  const { factors, performance } = input.policy;
  return accepted({
    factors: Object.fromEntries(factors.map(({ id }, factor) => [id, both(withFactorWeight(input, factor))])),
    scores: performance.mode === 'add' ? both(withScoreWeight(input, performance)) : null,
  });
}

interface Search {
  readonly input: AllocationInput;
  /** The split under a changed input, as changes against the split examined; null where nothing can be split. */
  readonly movesUnder: (changed: AllocationInput) => readonly bigint[] | null;
}

function startOf(input: AllocationInput): Outcome<Search> {
  const allocated = allocate(input);
  if (!allocated.ok) return allocated;
  const parts = input.units.map(({ id }) => BigInt(allocated.value.parts[id] ?? 0));
  const unmoved = unmovedOf(input);
  return accepted({
    input,
    movesUnder: (changed) =>
      partsUnder(changed, unmoved)?.map((part, unit) => part - (parts[unit] ?? 0n)) ?? null,
  });
}

const NO_EDGES: ScoreEdges = { rise: null, fall: null, ownMore: null, ownFewer: null };

function scoreEdgesOf(search: Search, unit: number): ScoreEdges {
  const { score } = search.input.units[unit] ?? {};
  if (score === undefined) return NO_EDGES;
  const up = scanScores(search, unit, score, true);
  const down = scanScores(search, unit, score, false);
  return { rise: up.any, ownMore: up.own, fall: down.any, ownFewer: down.own };
}

/** Goes outward until the unit itself gains (loses) a part; the first move of anyone is met no later. */
function scanScores(
  search: Search,
  unit: number,
  score: Rational,
  rising: boolean,
): { readonly any: Edge | null; readonly own: Edge | null } {
  const { input } = search;
  let any: Edge | null = null;
  for (const steps of stepsToTry(score, input.policy.performance, rising)) {
    const change = rational(rising ? steps : -steps, STEPS_PER_POINT);
    const units = input.units.map((one, index) =>
      index === unit ? { ...one, score: add(score, change) } : one,
    );
    const moves = search.movesUnder({ ...input, units });
    if (moves === null || moves.every((move) => move === 0n)) continue;
    any ??= edgeOf(input, change, moves);
    const own = moves[unit] ?? 0n;
    if (rising ? own > 0n : own < 0n) return { any, own: edgeOf(input, change, moves) };
  }
  return { any, own: null };
}

/** A share of a weight that can be changed, 0 to 1, and the input under another one; null where it cannot be another. */
interface WeightedInputs {
  readonly share: Rational;
  readonly under: (share: Rational) => AllocationInput | null;
}

function withFactorWeight(input: AllocationInput, factor: number): WeightedInputs {
  const { factors } = input.policy;
  const all = factors.reduce((sum, { weight }) => add(sum, weight), ZERO);
  const share = divide(factors[factor]?.weight ?? ZERO, all);
  const others = subtract(ONE, share);
  return {
    share,
    under: (changed) => {
      if (others.numerator <= 0n) return null;
      const left = divide(subtract(ONE, changed), others);
      const weights = factors.map((one, index) => ({
        ...one,
        weight: index === factor ? changed : multiply(divide(one.weight, all), left),
      }));
      return { ...input, policy: { ...input.policy, factors: weights } };
    },
  };
}

const withScoreWeight = (
  input: AllocationInput,
  performance: Extract<PerformancePolicy, { readonly mode: 'add' }>,
): WeightedInputs => ({
  share: performance.weight,
  under: (weight) => ({ ...input, policy: { ...input.policy, performance: { ...performance, weight } } }),
});

function weightEdge(search: Search, { share, under }: WeightedInputs, sign: 1 | -1): Edge | null {
  for (let steps = 1; steps <= WEIGHT_STEPS; steps += 1) {
    const change = rational(sign * steps, WEIGHT_STEPS);
    const changed = add(share, change);
    if (changed.numerator < 0n || compare(changed, ONE) > 0) return null;
    const input = under(changed);
    if (input === null) return null;
    const moves = search.movesUnder(input);
    if (moves?.some((move) => move !== 0n)) return edgeOf(input, change, moves);
  }
  return null;
}

const edgeOf = ({ units }: AllocationInput, change: Rational, moves: readonly bigint[]): Edge => ({
  change,
  moves: Object.fromEntries(
    units.flatMap(({ id }, unit) => {
      const move = moves[unit] ?? 0n;
      return move === 0n ? [] : [[id, Number(move)] as const];
    }),
  ),
});
