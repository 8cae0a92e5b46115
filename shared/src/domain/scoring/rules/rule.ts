import type { Bilingual } from '../../bilingual';
import type { Rational } from '../../numbers/rational';
import type { Refusal } from '../../refusal';
import type { IndicatorValue } from '../method';

/** How one value fared under its rule. The score is exact, in marks, between 0 and the leaf's marks. */
export type RuleOutcome =
  | {
      readonly state: 'scored';
      readonly exact: Rational;
      readonly overAchievement?: Rational;
      /** A veto has occurred: the total is so much at most. */
      readonly capTotal?: Rational;
    }
  /** What the rule needs was never issued: like a missing figure, never a zero. */
  | { readonly state: 'cannotCompute'; readonly reason: Bilingual }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] };

export interface RuleInput {
  readonly label: Bilingual;
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

export const scored = (exact: Rational): RuleOutcome => ({ state: 'scored', exact });
export const ruleRefused = (refusals: readonly Refusal[]): RuleOutcome => ({ state: 'refused', refusals });
