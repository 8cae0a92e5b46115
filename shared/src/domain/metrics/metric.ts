import type { Bilingual } from '../bilingual';
import type { Rational } from '../numbers/rational';
import { DEFAULT_CLOCKS } from '../period/duty-clock';
import type { DutyClocks } from '../period/duty-clock';
import type { Outcome } from '../refusal';
import type { CountyYearFacts, RecordReference, ValueState } from './facts';

export type MetricCode =
  | 'executionRateOfReceipts'
  | 'executionRateOfBudget'
  | 'filingTimeliness'
  | 'socialInsuranceCoverage'
  | 'onPostRate'
  | 'wageTimeliness'
  | 'cityPartPassedOn'
  | 'inspectionAverage'
  | 'earmarkedUse'
  | 'rectificationTimeliness'
  | 'inspectionCompletion';

/** 主动公开 / 内部 / 不公开: exports refuse what is more restricted than their own class. */
export type DisclosureClass = 'public' | 'internal' | 'closed';

/** What a metric means, as printed beside it. */
export interface MetricDefinition {
  readonly code: MetricCode;
  readonly name: Bilingual;
  /** The formula in words. */
  readonly formula: Bilingual;
  /** percent: numerator ÷ denominator × 100; occurrences: a count; yesNo: met or not. */
  readonly unit: 'percent' | 'occurrences' | 'yesNo';
  readonly direction: 'atLeast' | 'atMost';
  /** What numerator and denominator count. */
  readonly counts: 'persons' | 'money' | 'items';
  /** Under it the rate is not scored by ratio, because one case more or less would be chance (rules.md section 4). */
  readonly minimumDenominator: number;
  readonly disclosure: DisclosureClass;
  /** The document or clause that the metric rests on. */
  readonly clause: Bilingual;
}

/** One record's part in a metric. */
export interface MetricLine {
  readonly label: Bilingual;
  /** As printed: "14 ÷ 15" persons, or an amount in yuan. */
  readonly amount: string;
  readonly record: RecordReference;
}

export interface MetricResult {
  readonly code: MetricCode;
  /** `reported` where it could be computed; a missing figure leaves it `missing`, never 0. */
  readonly state: ValueState;
  /** Percent, exact, of a rate; null in every other unit and state. */
  readonly value: Rational | null;
  /** Persons, items, or fen. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of a count that marks are deducted for. */
  readonly occurrences?: number;
  /** Of a yes-no condition. */
  readonly met?: boolean;
  readonly lines: readonly MetricLine[];
  /** What a reader must know: what is missing, what was left out, and why. */
  readonly note?: Bilingual;
}

/** Settings with defaults (rules.md section 2), versioned by fiscal year. */
export interface MetricSettings {
  readonly clocks: DutyClocks;
  /** Month and day by which the city money is planned to be issued; 2025 text: April. */
  readonly plannedIssueBy: string;
  /** Days after the money reached the county bureau within which late wages are still put down to its delay. */
  readonly daysToPayAfterPassOn: number;
}

export const DEFAULT_METRIC_SETTINGS: MetricSettings = {
  clocks: DEFAULT_CLOCKS,
  plannedIssueBy: '04-30',
  daysToPayAfterPassOn: 10,
};

export interface Metric {
  readonly definition: MetricDefinition;
  /** Only what is due as of `facts.asOf` counts. Refused where the facts contradict each other. */
  compute(facts: CountyYearFacts, settings: MetricSettings): Outcome<MetricResult>;
}
