import type { Rational } from '../numbers/rational';

/** The stated methods: largest remainder (Hamilton), and the four classical divisor methods. */
export type ApportionmentMethod = 'hamilton' | 'webster' | 'jefferson' | 'hill' | 'adams';

/** A question as it is asked. */
export interface ApportionmentInput {
  /** Whole parts to give out, ≥ 0. */
  readonly total: bigint;
  /** Exact weights ≥ 0, one a unit, at least one above 0. */
  readonly weights: readonly Rational[];
  readonly method: ApportionmentMethod;
  /** Least and most whole parts of each unit, ≥ 0, as many as weights. */
  readonly floors?: readonly bigint[];
  readonly caps?: readonly bigint[];
}

/**
 * A question as the engine works on it: whole numbers only, already proved feasible (`infeasibility.ts`).
 * Units are known by their place in these arrays, which all have one length.
 */
export interface ApportionmentProblem {
  /** Whole parts to give out, ≥ 0. */
  readonly total: bigint;
  /** Weights over one common denominator, ≥ 0, at least one above 0. */
  readonly weights: readonly bigint[];
  /** Least and most whole parts of each unit; a unit without a cap has `total` here. */
  readonly floors: readonly bigint[];
  readonly caps: readonly bigint[];
  /** Which unit comes first among equal claims and equal weights: the smaller number. */
  readonly precedence: readonly number[];
}

/**
 * Units whose claim to the last parts was exactly equal, while there were fewer parts than claims.
 * It is reported although the tie rule (larger exact weight, then precedence) decides it, because a person who
 * checks the sheet must see that the rule, and not the figures, decided.
 */
export interface Tie {
  /** All units with that claim, in ascending order. */
  readonly units: readonly number[];
  /** How many parts were among them: at least 1, fewer than there are units. */
  readonly contested: number;
  /** The units that got one of them, in ascending order. */
  readonly awardedTo: readonly number[];
}

/** How one unit came to its parts, for a sheet that can be followed with a pencil. */
export type UnitWorking =
  | {
      readonly kind: 'quota';
      readonly quota: Rational;
      /** λ with quota = λ × weight; null where a bound (or weight 0) holds the unit. */
      readonly multiplier: Rational | null;
      readonly whole: bigint;
      readonly roundedUp: boolean;
    }
  | { readonly kind: 'claims'; readonly lastServed: Claim | null; readonly nextUnserved: Claim | null };

/**
 * The claim of a unit to its next part under a divisor method: weight ÷ signpost(held). It is kept squared, so
 * that Hill's √(n(n+1)) is compared exactly and no root is ever taken.
 */
export interface Claim {
  readonly held: bigint;
  readonly squared: Rational;
}

export interface Apportionment {
  /** Whole parts, in the order of the units; they sum to the total exactly. */
  readonly parts: readonly bigint[];
  readonly ties: readonly Tie[];
  /** How each unit came to its parts, worked out when a sheet asks for it. */
  readonly working: () => readonly UnitWorking[];
}
