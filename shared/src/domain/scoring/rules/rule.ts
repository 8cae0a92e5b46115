import type { Bilingual } from '../../bilingual';
import type { Rational } from '../../numbers/rational';
import type { Refusal } from '../../refusal';
import type { IndicatorValue } from '../method';
import { roundScore } from '../numbers/round-score';

/** An actual that is far better than its target. */
export interface OverAchievement {
  readonly threshold: Rational;
  /**
   * above: the actual is more than the threshold times the target. below: at most the target was allowed, and the target is
   * more than the threshold times the actual. zero: the same with an actual of 0, so that there is no ratio to tell.
   */
  readonly actual: 'above' | 'below' | 'zero';
}

export interface ScoredOutcome {
  readonly state: 'scored';
  readonly exact: Rational;
  /** The exact score rounded to units, where it was known before any value. */
  readonly units: bigint | null;
  /** Only where the actual is better than the target by more than the threshold of the rule. */
  readonly overAchievement: OverAchievement | null;
  /** A veto has occurred: the total is so much at most. */
  readonly capTotal: Rational | null;
}

/** How one value fared under its rule. The score is exact, in marks, between 0 and the leaf's marks. */
export type RuleOutcome =
  | ScoredOutcome
  /** What the rule needs was never issued: like a missing figure, never a zero. */
  | { readonly state: 'cannotCompute'; readonly reason: Bilingual }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] };

export interface RuleInput {
  readonly label: Bilingual;
  /** Empty where the label says it all, as of yes or no: a figure reads alike in both languages. */
  readonly figure: string;
}

/** The arithmetic of one score, to be followed with a pencil. */
export interface RuleArithmetic {
  readonly inputs: readonly RuleInput[];
  /** Says which case of the rule applied. */
  readonly label: Bilingual;
  readonly expression: string;
}

/** A rule whose own figures were checked once, ready to score any number of values. */
export interface CompiledRule {
  /** The keys of a value that the rule reads; any other key is refused. */
  readonly keys: readonly (keyof IndicatorValue)[];
  /** The rule in words. */
  readonly words: Bilingual;
  /** `pointer` is that of the value. */
  score(value: IndicatorValue, pointer: string): RuleOutcome;
  /** Only for a value that `score` has scored. */
  explain(value: IndicatorValue): RuleArithmetic;
}

/** Outcomes have one shape, so that the engine of JavaScript compiles their reader once. */
export const scored = (exact: Rational): ScoredOutcome => ({
  state: 'scored',
  exact,
  units: null,
  overAchievement: null,
  capTotal: null,
});

/** A score that the rule gives again and again, such as the full marks: rounded once. */
export const fixedScore = (exact: Rational, scale: bigint): ScoredOutcome => ({
  ...scored(exact),
  units: roundScore(exact, scale),
});

export const ruleRefused = (refusals: readonly Refusal[]): RuleOutcome => ({ state: 'refused', refusals });
