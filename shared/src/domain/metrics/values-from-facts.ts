import { bilingual } from '../bilingual';
import { fen } from '../money/fen';
import { printYuan } from '../money/print-money';
import { accepted, refusal, refused } from '../refusal';
import type { Outcome, Refusal } from '../refusal';
import { NOTHING, step } from '../scoring/explanation';
import type { ExplanationStep, LeafSource } from '../scoring/explanation';
import type { Indicator, IndicatorValue, Method } from '../scoring/method';
import { printDigits } from '../scoring/numeral';
import { isMetricCode, METRICS } from './catalogue';
import type { CountyYearFacts, RecordReference } from './facts';
import { DEFAULT_METRIC_SETTINGS } from './metric';
import type { MetricDefinition, MetricResult, MetricSettings } from './metric';

/** One evaluator's mark on one leaf of one county. */
export interface EvaluatorMark {
  readonly marks: string;
  readonly record: RecordReference;
}

/** A final score set by the evaluation's conclusion (合议) beside the rule, always with its reason. */
export interface FinalDecision {
  readonly finalScore: string;
  readonly reason: string;
}

export interface UnitOfEvaluation {
  readonly facts: CountyYearFacts;
  /** Marks by leaf id, one an evaluator. */
  readonly evaluatorMarks?: Readonly<Record<string, readonly EvaluatorMark[]>>;
  readonly finals?: Readonly<Record<string, FinalDecision>>;
}

/** What the engine scores a unit on, and where each figure came from. */
export interface UnitValues {
  readonly values: Readonly<Record<string, IndicatorValue>>;
  readonly sources: Readonly<Record<string, LeafSource>>;
  /** The metrics behind the leaves that are computed, by leaf id. */
  readonly metrics: Readonly<Record<string, MetricResult>>;
}

const MISSING: IndicatorValue = { state: 'missing' };

/** What is not due yet cannot be scored yet: like a missing figure it keeps the total from being computed. */
function metricValue(result: MetricResult): IndicatorValue {
  if (result.state === 'missing' || result.state === 'notDue') return MISSING;
  if (result.state === 'notApplicable') {
    return { state: 'notApplicable', reason: result.note?.zh ?? '不适用' };
  }
  if (result.value !== null) return { actual: result.value };
  if (result.met !== undefined) return { met: result.met };
  return { occurrences: result.occurrences ?? 0 };
}

function metricSteps(definition: MetricDefinition, result: MetricResult): ExplanationStep[] {
  const figure = (part: number | null): string =>
    part === null ? NOTHING : definition.counts === 'money' ? printYuan(fen(part)) : String(part);
  const lines = result.lines.map((one) => step(one.label, one.amount, '', { records: [one.record] }));
  const expression =
    result.value === null ? '' : `${figure(result.numerator)} ÷ ${figure(result.denominator)} × 100`;
  const outcome =
    result.value === null
      ? result.met === undefined
        ? String(result.occurrences ?? NOTHING)
        : result.met
          ? '是 yes'
          : '否 no'
      : printDigits(result.value);
  const whole = step(
    bilingual(`取数：${definition.formula.zh}`, `from the facts: ${definition.formula.en}`),
    expression,
    outcome,
    { children: lines },
  );
  return result.note ? [whole, step(result.note, '', '')] : [whole];
}

interface LeafValues {
  readonly value: IndicatorValue;
  readonly source: LeafSource;
  readonly metric?: MetricResult;
}

function fromMetric(
  leaf: Indicator,
  facts: CountyYearFacts,
  settings: MetricSettings,
): Outcome<LeafValues> | null {
  if (!isMetricCode(leaf.id)) return null;
  const metric = METRICS[leaf.id];
  const computed = metric.compute(facts, settings);
  if (!computed.ok) return computed;
  const records = computed.value.lines.map((one) => one.record);
  return accepted({
    value: metricValue(computed.value),
    source: { records, steps: metricSteps(metric.definition, computed.value) },
    metric: computed.value,
  });
}

function fromEvaluators(marks: readonly EvaluatorMark[]): LeafValues {
  return {
    value: marks.length === 0 ? MISSING : { marks: marks.map((one) => one.marks) },
    source: { records: marks.map((one) => one.record), steps: [] },
  };
}

function withFinal(value: IndicatorValue, final: FinalDecision | undefined): IndicatorValue {
  return final && value.state === undefined ? { ...value, ...final } : value;
}

const noMetric = (leaf: Indicator, index: number): Refusal =>
  refusal(
    `/method/indicators/${index}/id`,
    `指标“${leaf.id}”标为系统取数，但没有同名的取数口径，请核对编号或者改为由评价人员打分。`,
    `The indicator "${leaf.id}" is to be computed, but no metric has that code; check the id or let evaluators mark it.`,
  );

/**
 * Turns one county's facts and the evaluators' marks into the values of a method: a leaf with the source `metric` takes the
 * metric of its id, every other leaf its marks. Percent are passed on exactly, never rounded before the score.
 * Refused: a metric leaf without a metric of its id; facts that contradict each other (pointers then lead into the facts).
 */
export function valuesFromFacts(
  method: Method,
  unit: UnitOfEvaluation,
  settings: MetricSettings = DEFAULT_METRIC_SETTINGS,
): Outcome<UnitValues> {
  const values: Record<string, IndicatorValue> = {};
  const sources: Record<string, LeafSource> = {};
  const metrics: Record<string, MetricResult> = {};
  const refusals: Refusal[] = [];
  method.indicators.forEach((leaf, index) => {
    if (leaf.rule === undefined) return;
    const outcome =
      leaf.source === 'metric'
        ? (fromMetric(leaf, unit.facts, settings) ?? refused([noMetric(leaf, index)]))
        : accepted(fromEvaluators(unit.evaluatorMarks?.[leaf.id] ?? []));
    if (!outcome.ok) {
      refusals.push(...outcome.refusals);
      return;
    }
    const { value, source, metric } = outcome.value;
    values[leaf.id] = withFinal(value, unit.finals?.[leaf.id]);
    sources[leaf.id] = source;
    if (metric) metrics[leaf.id] = metric;
  });
  return refusals.length > 0 ? refused(refusals) : accepted({ values, sources, metrics });
}
