import type { Bilingual } from '../bilingual';
import type { Numeral } from './numeral';

/** Target met → full marks; short of it → the part of it that was reached. `goal`: the target issued to the county. */
export interface ProportionalRule {
  readonly kind: 'proportional';
  readonly target: Numeral;
  readonly direction: 'atLeast' | 'atMost' | 'exactly';
  /** Above so many times the target a warning asks for an explanation; the score does not change. */
  readonly overAchievement?: { readonly threshold: Numeral } | undefined;
}

/** `from` is inclusive, `to` exclusive; the topmost band includes its `to`. Both are shares of the marks, 0 to 1. */
export interface Band {
  readonly label: string;
  readonly from: Numeral;
  readonly to: Numeral;
}

export interface BandsRule {
  readonly kind: 'bands';
  readonly bands: readonly Band[];
}

export interface YesNoRule {
  readonly kind: 'yesNo';
}

export interface DeductionRule {
  readonly kind: 'deduction';
  readonly perOccurrence: Numeral;
  /** The lowest score that is left, in marks; 0 by default. */
  readonly floor?: Numeral | undefined;
}

export interface EvaluatorRule {
  readonly kind: 'evaluator';
  readonly aggregate: 'mean' | 'median' | 'trimmedMean';
}

/** Kinds that the format names and this version refuses. */
export interface UnbuiltRule {
  readonly kind: 'steps' | 'elements' | 'veto';
}

export type Rule = ProportionalRule | BandsRule | YesNoRule | DeductionRule | EvaluatorRule | UnbuiltRule;

/** Who answers for an indicator: only what the county justice bureau controls enters the allocation. */
export type ResponsibleOffice = 'city' | 'countyFinance' | 'countyJustice';

/**
 * One node of the indicator tree (指标). A leaf carries `marks` (分值) and a `rule`; a parent carries neither, its marks are
 * the sum of its leaves. The rest is needed at publication only.
 */
export interface Indicator {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly marks?: Numeral | undefined;
  readonly rule?: Rule | undefined;
  readonly name?: string | Bilingual | undefined;
  readonly unit?: string | Bilingual | undefined;
  /** metric: computed from facts, the id is the metric's code; evaluator: marked by evaluators. */
  readonly source?: 'metric' | 'evaluator' | undefined;
  readonly responsible?: ResponsibleOffice | undefined;
  readonly criteria?: string | Bilingual | undefined;
}

/** 绩效评价办法: the indicator tree with its marks and rules, as data. */
export interface Method {
  readonly indicators: readonly Indicator[];
  /** Decimal places of every score; 2 by default. */
  readonly scoreDecimals?: number | undefined;
}

export const DEFAULT_SCORE_DECIMALS = 2;
export const MOST_SCORE_DECIMALS = 12;

/** What one leaf is scored on. Which keys it carries depends on the rule of the leaf. */
export interface IndicatorValue {
  readonly actual?: Numeral | undefined;
  readonly target?: Numeral | undefined;
  readonly band?: string | undefined;
  readonly ratio?: Numeral | undefined;
  readonly met?: boolean | readonly string[] | undefined;
  readonly occurrences?: Numeral | undefined;
  readonly occurred?: boolean | undefined;
  readonly marks?: readonly Numeral[] | undefined;
  readonly finalScore?: Numeral | undefined;
  readonly reason?: string | undefined;
  readonly state?: 'notApplicable' | 'missing' | undefined;
}

export type IndicatorValues = Readonly<Record<string, IndicatorValue>>;

/** A text in both languages: a plain string stands for both. */
export const inBothLanguages = (text: string | Bilingual): Bilingual =>
  typeof text === 'string' ? { zh: text, en: text } : text;

/** The name of an indicator, or its id where it has none. */
export const nameOf = (indicator: Indicator): Bilingual => inBothLanguages(indicator.name ?? indicator.id);
