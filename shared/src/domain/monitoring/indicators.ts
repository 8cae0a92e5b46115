import type { MetricCode } from '../metrics/metric';
import type { TargetedRate } from './light';

/** 资金 / 人员 / 督查与整改 / 负担与效果, in the order in which a reader looks for them. */
export const INDICATOR_GROUPS = ['funds', 'persons', 'inspections', 'effects'] as const;
export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

export interface WatchedIndicator {
  readonly code: MetricCode;
  readonly group: IndicatorGroup;
  /**
   * The monthly sheets of which one alone gives the figure of its month. null: it is counted over the year, because its
   * money, its findings or its reports are those of no single month.
   */
  readonly monthly: 'wages' | 'inspections' | null;
}

/** Every metric computed from facts, as the page of the indicators lists them. */
export const INDICATORS: readonly WatchedIndicator[] = [
  { code: 'receiptTimeliness', group: 'funds', monthly: null },
  { code: 'passOnTimeliness', group: 'funds', monthly: null },
  { code: 'executionRateOfReceipts', group: 'funds', monthly: null },
  { code: 'executionRateOfBudget', group: 'funds', monthly: null },
  { code: 'cityPartPassedOn', group: 'funds', monthly: 'wages' },
  { code: 'filingTimeliness', group: 'funds', monthly: null },
  { code: 'onPostRate', group: 'persons', monthly: 'wages' },
  { code: 'wageTimeliness', group: 'persons', monthly: 'wages' },
  { code: 'socialInsuranceCoverage', group: 'persons', monthly: 'wages' },
  { code: 'trainingHours', group: 'persons', monthly: null },
  { code: 'inspectionCompletion', group: 'inspections', monthly: 'inspections' },
  { code: 'inspectionAverage', group: 'inspections', monthly: 'inspections' },
  { code: 'earmarkedUse', group: 'inspections', monthly: 'inspections' },
  { code: 'rectificationTimeliness', group: 'inspections', monthly: null },
  { code: 'workloadPerPost', group: 'effects', monthly: null },
  { code: 'satisfaction', group: 'effects', monthly: null },
  { code: 'reoffendingRate', group: 'effects', monthly: null },
];

const TARGETED: Readonly<Record<TargetedRate, true>> = {
  onPostRate: true,
  wageTimeliness: true,
  socialInsuranceCoverage: true,
  inspectionAverage: true,
  rectificationTimeliness: true,
};

/** Whether a target may be issued for it: only then has it a light. */
export const isTargeted = (code: MetricCode): code is TargetedRate => Object.hasOwn(TARGETED, code);
