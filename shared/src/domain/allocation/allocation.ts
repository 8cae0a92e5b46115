import type { ApportionmentMethod } from '../apportionment/apportionment';
import type { Step } from '../apportionment/explaining/sheet-step';
import type { Bilingual } from '../bilingual';
import type { Fen } from '../money/fen';
import type { Rational } from '../numbers/rational';
import type { Grade } from '../scoring/grade';

/** What is split: whole posts, or an amount in whole units of `unitFen`. All in whole 分, above 0. */
export type AllocationPool =
  | { readonly posts: bigint; readonly fenPerPost: bigint }
  | { readonly fen: bigint; readonly unitFen: bigint };

export interface AllocationUnit {
  readonly id: string;
  /** Exact figure ≥ 0 of each factor of the policy. */
  readonly factors: Readonly<Record<string, Rational>>;
  /** Percent of full marks as printed, 0…100. */
  readonly score?: Rational;
  /** Whole parts, ≥ 0: last year's; those that stay without being split again; least and most. */
  readonly lastPart?: bigint;
  readonly kept?: bigint;
  readonly floor?: bigint;
  readonly cap?: bigint;
}

export interface ScorePoint {
  readonly score: Rational;
  readonly coefficient: Rational;
}

export type PerformancePolicy =
  | { readonly mode: 'none' }
  | { readonly mode: 'gradeCoefficient'; readonly coefficients: Readonly<Record<Grade, Rational>> }
  | { readonly mode: 'continuous'; readonly from: ScorePoint; readonly to: ScorePoint }
  | { readonly mode: 'add'; readonly weight: Rational };

export interface AllocationPolicy {
  /** Weights ≥ 0; only their proportion counts. */
  readonly factors: readonly {
    readonly id: string;
    readonly weight: Rational;
    /** Said in explanations; without it the id is. */
    readonly name?: Bilingual;
  }[];
  readonly performance: PerformancePolicy;
  readonly maximumChange?: { readonly parts: bigint } | { readonly ratio: Rational };
  /** 0 < p ≤ 1: how much of the way from last year's share to the new one is gone this year. */
  readonly phaseIn?: Rational;
  readonly method: ApportionmentMethod;
}

export interface AllocationInput {
  readonly pool: AllocationPool;
  readonly units: readonly AllocationUnit[];
  readonly policy: AllocationPolicy;
}

export interface AllocationTie {
  /** Ids in code point order. */
  readonly units: readonly string[];
  readonly contested: number;
  readonly awardedTo: readonly string[];
}

export interface AllocationWarning {
  readonly unit?: string;
  readonly kind:
    'gradeSteps' | 'pullsToMean' | 'performanceMovesNothing' | 'noShare' | 'quotaBroken' | 'houseParadox';
  readonly message: Bilingual;
}

export interface AllocationExplanation {
  /** From the factors to the money, in the order of computation. */
  readonly steps: readonly Step[];
  /** One sentence on the change against last year's parts. */
  readonly reason: Bilingual;
}

export interface AllocationAnswer {
  /** By unit id; the parts sum to the pool's parts and the money to the pool's money, exactly. */
  readonly parts: Readonly<Record<string, number>>;
  readonly fen: Readonly<Record<string, Fen>>;
  readonly ties: readonly AllocationTie[];
  readonly warnings: readonly AllocationWarning[];
  readonly explanation?: Readonly<Record<string, AllocationExplanation>>;
}

/** The pool in whole parts, and the money of one part in 分. */
export const partsOf = (pool: AllocationPool): bigint =>
  'posts' in pool ? pool.posts : pool.fen / pool.unitFen;
export const fenOfOnePart = (pool: AllocationPool): bigint =>
  'posts' in pool ? pool.fenPerPost : pool.unitFen;

/** Whether the policy needs last year's parts of each unit. */
export const needsLastPart = ({ phaseIn, maximumChange }: AllocationPolicy): boolean =>
  phaseIn !== undefined || maximumChange !== undefined;

/** The same pool with one part more. */
export const withOneMore = (pool: AllocationPool): AllocationPool =>
  'posts' in pool ? { ...pool, posts: pool.posts + 1n } : { ...pool, fen: pool.fen + pool.unitFen };
