import type { Bilingual } from '../bilingual';
import type { Rational } from '../numbers/rational';
import { DEFAULT_CLOCKS } from '../period/duty-clock';
import type { DutyClocks } from '../period/duty-clock';
import type { Outcome } from '../refusal';
import type { ResponsibleOffice } from '../scoring/method';
import type { DataStates } from './data-states';
import type { CountyYearFacts, RecordReference, ValueState } from './facts';

/** Metrics that divide one figure by another. */
export type RateCode =
  | 'executionRateOfReceipts'
  | 'executionRateOfBudget'
  | 'receiptTimeliness'
  | 'passOnTimeliness'
  | 'socialInsuranceCoverage'
  | 'onPostRate'
  | 'wageTimeliness'
  | 'cityPartPassedOn'
  | 'inspectionAverage'
  | 'rectificationTimeliness'
  | 'inspectionCompletion'
  | 'workloadPerPost'
  | 'reoffendingRate'
  | 'trainingHours'
  | 'satisfaction';

export type MetricCode = RateCode | 'filingTimeliness' | 'earmarkedUse';

/** 主动公开 / 内部 / 不公开: exports refuse what is more restricted than their own class. */
export type DisclosureClass = 'public' | 'internal' | 'closed';

/** What a metric means, as printed beside it. */
export interface MetricDefinition<Code extends MetricCode = MetricCode> {
  readonly code: Code;
  readonly name: Bilingual;
  /** The formula in words. */
  readonly formula: Bilingual;
  /**
   * percent: numerator ÷ denominator × 100; perPost: persons a post; hoursPerPerson: hours a person and year to date;
   * occurrences: a count; yesNo: met or not.
   */
  readonly unit: 'percent' | 'perPost' | 'hoursPerPerson' | 'occurrences' | 'yesNo';
  /** neither: a circumstance, in which neither more nor less is a merit. */
  readonly direction: 'atLeast' | 'atMost' | 'neither';
  /** What numerator and denominator count; hours: hours of persons over person-months. */
  readonly counts: 'persons' | 'money' | 'items' | 'hours';
  /** What each of the five states means here, and when the metric is due. */
  readonly dataStates: DataStates;
  /** Under it the rate is not scored by ratio, because one case more or less would be chance (rules.md section 4). */
  readonly minimumDenominator: number;
  readonly disclosure: DisclosureClass;
  /** Who answers for it: only what the county justice bureau controls enters the allocation. */
  readonly responsible: ResponsibleOffice;
  /** The document or clause that the metric rests on; where there is none, that it is a setting. */
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
  /** `reported` where it could be computed; a missing figure leaves it `missing`, never 0. Late figures count: never `late`. */
  readonly state: ValueState;
  /** Of a rate, exact, in the unit of the metric; null in every other unit and state. */
  readonly value: Rational | null;
  /** Persons, items, hours, or fen. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of a rate: numerator ÷ denominator is multiplied by it, 100 for percent. */
  readonly times?: number;
  /** 参考指标: it is shown and not scored; the state is then notApplicable, and what it comes to is `referenceValue`. */
  readonly reference?: true;
  readonly referenceValue?: Rational;
  /** The numerator exceeds the denominator of which it should be a part: capped at full marks, to be checked. */
  readonly overAchievement?: true;
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
  /** Days after the planned issue within which the money is to arrive at county finance. */
  readonly daysFromIssueToReceipt: number;
  /** Days after the money reached the county bureau within which late wages are still put down to its delay. */
  readonly daysToPayAfterPassOn: number;
  /** The same for a late transfer document. */
  readonly daysToFileAfterPassOn: number;
  /** Month and day of the following year by which yearly counts (surveys, reoffending) are to be reported. */
  readonly yearlyCountsDueBy: string;
  /** 参考指标 whatever their denominator: shown, never scored. */
  readonly referenceOnly: readonly RateCode[];
  /** Minimum denominators that take the place of those in the definitions. */
  readonly minimumDenominators: Readonly<Partial<Record<RateCode, number>>>;
}

export const DEFAULT_METRIC_SETTINGS: MetricSettings = {
  clocks: DEFAULT_CLOCKS,
  plannedIssueBy: '04-30',
  daysFromIssueToReceipt: 10,
  daysToPayAfterPassOn: 10,
  daysToFileAfterPassOn: 10,
  yearlyCountsDueBy: '01-31',
  referenceOnly: ['reoffendingRate'],
  minimumDenominators: {},
};

export interface Metric {
  readonly definition: MetricDefinition;
  /** Only what is due as of `facts.asOf` counts. Refused where the facts contradict each other. */
  compute(facts: CountyYearFacts, settings: MetricSettings): Outcome<MetricResult>;
}
