import { cityPartPassedOn } from './city-part-passed-on';
import { earmarkedUse } from './earmarked-use';
import { executionRateOfBudget } from './execution-rate-of-budget';
import { executionRateOfReceipts } from './execution-rate-of-receipts';
import { filingTimeliness } from './filing-timeliness';
import { inspectionAverage } from './inspection-average';
import { inspectionCompletion } from './inspection-completion';
import type { Metric, MetricCode } from './metric';
import { onPostRate } from './on-post-rate';
import { rectificationTimeliness } from './rectification-timeliness';
import { socialInsuranceCoverage } from './social-insurance-coverage';
import { wageTimeliness } from './wage-timeliness';

/** Every metric that is computed from facts, by its code. */
export const METRICS: Readonly<Record<MetricCode, Metric>> = {
  executionRateOfReceipts,
  executionRateOfBudget,
  filingTimeliness,
  socialInsuranceCoverage,
  onPostRate,
  wageTimeliness,
  cityPartPassedOn,
  inspectionAverage,
  earmarkedUse,
  rectificationTimeliness,
  inspectionCompletion,
};

export const isMetricCode = (id: string): id is MetricCode => Object.hasOwn(METRICS, id);
