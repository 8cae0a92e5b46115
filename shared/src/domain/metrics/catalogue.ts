import { cityPartPassedOn } from './funds/city-part-passed-on';
import { earmarkedUse } from './inspections/earmarked-use';
import { executionRateOfBudget } from './funds/execution-rate-of-budget';
import { executionRateOfReceipts } from './funds/execution-rate-of-receipts';
import { filingTimeliness } from './funds/filing-timeliness';
import { inspectionAverage } from './inspections/inspection-average';
import { inspectionCompletion } from './inspections/inspection-completion';
import type { Metric, MetricCode } from './metric';
import { onPostRate } from './persons/on-post-rate';
import { passOnTimeliness } from './funds/pass-on-timeliness';
import { receiptTimeliness } from './funds/receipt-timeliness';
import { rectificationTimeliness } from './inspections/rectification-timeliness';
import { reoffendingRate } from './persons/reoffending-rate';
import { satisfaction } from './persons/satisfaction';
import { socialInsuranceCoverage } from './persons/social-insurance-coverage';
import { trainingHours } from './persons/training-hours';
import { wageTimeliness } from './persons/wage-timeliness';
import { workloadPerPost } from './persons/workload-per-post';

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
