import { cityPartPassedOn } from './city-part-passed-on';
import { earmarkedUse } from './earmarked-use';
import { executionRateOfBudget } from './execution-rate-of-budget';
import { executionRateOfReceipts } from './execution-rate-of-receipts';
import { filingTimeliness } from './filing-timeliness';
import { inspectionAverage } from './inspection-average';
import { inspectionCompletion } from './inspection-completion';
import type { Metric, MetricCode } from './metric';
import { onPostRate } from './on-post-rate';
import { passOnTimeliness } from './pass-on-timeliness';
import { receiptTimeliness } from './receipt-timeliness';
import { rectificationTimeliness } from './rectification-timeliness';
import { reoffendingRate } from './reoffending-rate';
import { satisfaction } from './satisfaction';
import { socialInsuranceCoverage } from './social-insurance-coverage';
import { trainingHours } from './training-hours';
import { wageTimeliness } from './wage-timeliness';
import { workloadPerPost } from './workload-per-post';

/** Every metric that is computed from facts, by its code. */
export const METRICS: Readonly<Record<MetricCode, Metric>> = {
  executionRateOfReceipts,
  executionRateOfBudget,
  receiptTimeliness,
  passOnTimeliness,
  filingTimeliness,
  socialInsuranceCoverage,
  onPostRate,
  wageTimeliness,
  cityPartPassedOn,
  inspectionAverage,
  earmarkedUse,
  rectificationTimeliness,
  inspectionCompletion,
  workloadPerPost,
  reoffendingRate,
  trainingHours,
  satisfaction,
};

export const isMetricCode = (id: string): id is MetricCode => Object.hasOwn(METRICS, id);
