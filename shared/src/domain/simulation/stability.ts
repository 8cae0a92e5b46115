import { allocate } from '../allocation/allocate';
import {
  fenOfOnePart,
  type AllocationInput,
  type AllocationPolicy,
  type PerformancePolicy,
} from '../allocation/allocation';
import { fen, type Fen } from '../money/fen';
import { add, maximum, minimum, multiply, ONE, rational, roundHalfUp, ZERO } from '../numbers/rational';
import type { Rational } from '../numbers/rational';
import { accepted, refused, type Outcome } from '../refusal';
import { directionOf } from './direction';
import { ERROR_TABLE_SIZE, ERROR_UNITS, errorAt } from './error-table';
import { generatorOf, type Generator } from './generator';
import { keepSplit } from './keep-split';
import { partsUnder, unmovedOf, type Unmoved } from './parts-under';
import { settingsRefusals, type StabilitySettings } from './stability-settings';

/** How one unit fared in the runs. */
export interface UnitStability {
  /** Parts when the split in force stays (`keepSplit`), and parts of the split examined. */
  readonly keptPart: number;
  readonly part: number;
  /** Runs in which the direction of its change (more, fewer, none) came out the same. */
  readonly directionHeld: number;
  /** How often each number of parts, and with it each amount, came out, by ascending parts; the runs sum to all runs with a split. */
  readonly distribution: readonly { readonly part: number; readonly fen: Fen; readonly runs: number }[];
}

export interface Stability {
  readonly runs: number;
  /** Runs in which no share was left, so that nothing could be split: they hold no direction. */
  readonly withoutSplit: number;
  /** By unit id. */
  readonly units: Readonly<Record<string, UnitStability>>;
}

/** Scores move in hundredths of a point, as totals are printed. */
const SCORE_UNIT_DECIMALS = 2;
const HIGHEST_SCORE = rational(100);

/**
 * How far a split holds (稳定性检验): the allocation is repeated `runs` times, each time with every unit's score moved by
 * a rater error — normal, with the standard deviation `scoreError` in points, in hundredths of a point, held within
 * 0…100 — and every factor's weight moved by up to ± `weightUncertainty` of itself, evenly; with `add` also the weight of
 * the scores. It perturbs each unit's total; leaves are not scored again.
 *
 * Deterministic: one seed gives the same answer on every machine and whatever the order of the units, because the errors
 * are drawn for the units in code point order of their ids.
 *
 * Refused: what `allocate` refuses; settings out of range (pointers from /stability); a unit without last year's part.
 */
export function examineStability(input: AllocationInput, settings: StabilitySettings): Outcome<Stability> {
  const faults = settingsRefusals(settings);
  if (faults.length > 0) return refused(faults);
  const allocated = allocate(input);
  if (!allocated.ok) return allocated;
  const kept = keepSplit(input);
  if (!kept.ok) return kept;
  const parts = input.units.map(({ id }) => BigInt(allocated.value.parts[id] ?? 0));
  const tally = new Tally(kept.value, parts, fenOfOnePart(input.pool));
  const tried = new Trial(input, settings);
  for (let run = 0; run < settings.runs; run += 1) tally.count(tried.next());
  return accepted({
    runs: settings.runs,
    withoutSplit: tally.withoutSplit,
    units: Object.fromEntries(input.units.map(({ id }, unit) => [id, tally.unit(unit)])),
  });
}

/** The repeated allocation: each `next` draws new errors and splits once more. */
class Trial {
  private readonly generator: Generator;
  private readonly unmoved: Unmoved;
  private readonly drawn: readonly number[];
  private readonly errors: readonly Rational[];
  private readonly widest: number;

  constructor(
    private readonly input: AllocationInput,
    settings: StabilitySettings,
  ) {
    this.generator = generatorOf(settings.seed);
    this.unmoved = unmovedOf(input);
    const place = (unit: number): number => this.unmoved.precedence[unit] ?? unit;
    this.drawn = input.units.map((_, unit) => unit).sort((a, b) => place(a) - place(b));
    // Rounded to hundredths of a point once, so that thousands of runs add whole numbers.
    this.errors = Array.from({ length: ERROR_TABLE_SIZE }, (_, place) =>
      errorInPoints(place, settings.scoreError),
    );
    this.widest = Number(roundHalfUp(settings.weightUncertainty ?? ZERO, 3));
  }

  next(): readonly bigint[] | null {
    const errors: Rational[] = [];
    for (const unit of this.drawn) errors[unit] = this.errors[this.generator.below(ERROR_TABLE_SIZE)] ?? ZERO;
    const units = this.input.units.map((unit, index) =>
      unit.score === undefined
        ? unit
        : { ...unit, score: minimum(maximum(add(unit.score, errors[index] ?? ZERO), ZERO), HIGHEST_SCORE) },
    );
    return partsUnder({ ...this.input, units, policy: this.policy() }, this.unmoved);
  }

  private policy(): AllocationPolicy {
    const { policy } = this.input;
    if (this.widest === 0) return policy;
    const factors = policy.factors.map((factor) => ({
      ...factor,
      weight: multiply(factor.weight, this.sway()),
    }));
    return { ...policy, factors, performance: this.performance(policy.performance) };
  }

  private performance(performance: PerformancePolicy): PerformancePolicy {
    if (performance.mode !== 'add') return performance;
    return { ...performance, weight: minimum(multiply(performance.weight, this.sway()), ONE) };
  }

  /** 1 ± the uncertainty, in thousandths, each equally likely. */
  private sway(): Rational {
    return rational(1000 + this.generator.below(2 * this.widest + 1) - this.widest, 1000);
  }
}

function errorInPoints(place: number, deviation: Rational): Rational {
  const size = multiply(rational(Math.abs(errorAt(place)), ERROR_UNITS), deviation);
  // Rounded by size, so that errors up and down are equally large.
  const units = roundHalfUp(size, SCORE_UNIT_DECIMALS);
  return rational(errorAt(place) < 0 ? -units : units, 10 ** SCORE_UNIT_DECIMALS);
}

class Tally {
  withoutSplit = 0;
  private readonly counts: readonly Map<bigint, number>[];

  constructor(
    private readonly kept: readonly bigint[],
    private readonly parts: readonly bigint[],
    private readonly fenOfOne: bigint,
  ) {
    this.counts = parts.map(() => new Map());
  }

  count(parts: readonly bigint[] | null): void {
    if (parts === null) this.withoutSplit += 1;
    else parts.forEach((part, unit) => this.counts[unit]?.set(part, (this.counts[unit]?.get(part) ?? 0) + 1));
  }

  unit(unit: number): UnitStability {
    const [kept, part] = [this.kept[unit] ?? 0n, this.parts[unit] ?? 0n];
    const counted = [...(this.counts[unit] ?? [])].sort(([a], [b]) => Number(a - b));
    const direction = directionOf(part, kept);
    return {
      keptPart: Number(kept),
      part: Number(part),
      directionHeld: counted.reduce(
        (held, [came, runs]) => (directionOf(came, kept) === direction ? held + runs : held),
        0,
      ),
      distribution: counted.map(([came, runs]) => ({
        part: Number(came),
        fen: fen(came * this.fenOfOne),
        runs,
      })),
    };
  }
}
