import { METRICS } from './catalogue';
import type { CountyYearFacts } from './facts';
import { DEFAULT_METRIC_SETTINGS } from './metric';
import type { MetricCode, MetricResult, MetricSettings } from './metric';

/** For specs: a metric of facts that do not contradict each other, by the default settings or some of one's own. */
export function givenMetric(
  code: MetricCode,
  facts: CountyYearFacts,
  settings: Partial<MetricSettings> = {},
): MetricResult {
  const outcome = METRICS[code].compute(facts, { ...DEFAULT_METRIC_SETTINGS, ...settings });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** For specs: the sentences and pointers with which a metric refuses facts; empty where it does not. */
export function givenRefusals(
  code: MetricCode,
  facts: CountyYearFacts,
): readonly (readonly [string, string])[] {
  const outcome = METRICS[code].compute(facts, DEFAULT_METRIC_SETTINGS);
  return outcome.ok ? [] : outcome.refusals.map(({ pointer, detail }) => [pointer, detail.zh]);
}
