import type { Bilingual } from '../bilingual';
import type { Numeral } from './numbers/numeral';

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

/** From `atLeast` on, so much of the marks. `ratio` is a share of the marks, 0 to 1. */
export interface Step {
  readonly atLeast: Numeral;
  readonly ratio: Numeral;
}

/** 分档: the highest step that is reached counts; below all of them, 0. */
export interface StepsRule {
  readonly kind: 'steps';
  readonly steps: readonly Step[];
}

/** One thing that is to be there, with its own part of the leaf's marks. */
export interface ScoringElement {
  readonly id: string;
  readonly marks: Numeral;
  readonly name?: string | Bilingual | undefined;
}

/** 要素计分: the marks of the elements that are met; together they are the leaf's marks. */
export interface ElementsRule {
  readonly kind: 'elements';
  readonly elements: readonly ScoringElement[];
}

/** 负面清单（重大违规降档）: once it has occurred the total is `capTotal` at most. Its leaf has 0 marks. */
export interface VetoRule {
  readonly kind: 'veto';
  readonly capTotal: Numeral;
}

export type Rule =
  | ProportionalRule
  | StepsRule
  | BandsRule
  | ElementsRule
  | YesNoRule
  | DeductionRule
  | EvaluatorRule
  | VetoRule;

/** Who answers for an indicator: only what the county justice bureau controls enters the allocation. */
export type ResponsibleOffice = 'city' | 'countyFinance' | 'countyJustice' | 'thirdParty';

/**
 * Where the figure of a leaf comes from. metric: computed from facts, the id is the metric's code; inspection: the
 * conclusions of one item of the monthly inspections (`inspectionItem`); selfReport: stated by the county against its
 * goal; evaluator: marked by evaluators.
 */
export type IndicatorSource = 'metric' | 'inspection' | 'selfReport' | 'evaluator';

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
  readonly source?: IndicatorSource | undefined;
  /** With the source `inspection`: the item of the inspection template. */
  readonly inspectionItem?: string | undefined;
  readonly responsible?: ResponsibleOffice | undefined;
  readonly criteria?: string | Bilingual | undefined;
}

/** 绩效评价办法: the indicator tree with its marks and rules, as data. */
export interface Method {
  readonly indicators: readonly Indicator[];
  /** Decimal places of every score; 2 by default. */
  readonly scoreDecimals?: number | undefined;
  /** What the marks are to sum to when the method is published; 100 by default. A score only warns. */
  readonly statedMarks?: Numeral | undefined;
  /** Where leaves are not applicable, the rest is re-scaled over the whole method (default) or within their parent. */
  readonly notApplicableWithin?: 'method' | 'parent' | undefined;
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
