import { accepted, refusal, refused } from '../../refusal';
import type { Outcome, Refusal } from '../../refusal';
import type { LeafSource } from '../../scoring/explaining/explanation-step';
import type { Indicator, IndicatorValue, Method } from '../../scoring/method';
import { isMetricCode, METRICS } from '../catalogue';
import type { CountyYearFacts, RecordReference } from '../facts';
import { inspectionValues } from './inspection-values';
import { MISSING } from './leaf-values';
import type { LeafValues } from './leaf-values';
import { DEFAULT_METRIC_SETTINGS } from '../metric';
import type { MetricResult, MetricSettings } from '../metric';
import { metricValues } from './metric-values';
import { statementValues } from './statement-values';
import type { CountyStatement } from './statement-values';

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
  /** What the county states itself, by leaf id. */
  readonly statements?: Readonly<Record<string, CountyStatement>>;
  readonly finals?: Readonly<Record<string, FinalDecision>>;
}

/** What the engine scores a unit on, and where each figure came from. */
export interface UnitValues {
  readonly values: Readonly<Record<string, IndicatorValue>>;
  readonly sources: Readonly<Record<string, LeafSource>>;
  /** The metrics behind the leaves that are computed, by leaf id. */
  readonly metrics: Readonly<Record<string, MetricResult>>;
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

const noMetric = (leaf: Indicator, at: string): Refusal =>
  refusal(
    `${at}/id`,
    `指标“${leaf.id}”标为系统取数，但没有同名的取数口径，请核对编号或者改为由评价人员打分。`,
    `The indicator "${leaf.id}" is to be computed, but no metric has that code; check the id or let evaluators mark it.`,
  );

/** What was given under an id, and never what every object inherits. */
const givenFor = <Value>(
  given: Readonly<Record<string, Value>> | undefined,
  id: string,
): Value | undefined => (given && Object.hasOwn(given, id) ? given[id] : undefined);

/** The value of one leaf from its own source; `at` is the leaf's pointer. A leaf that names no source is marked. */
function leafValues(
  leaf: Indicator,
  at: string,
  unit: UnitOfEvaluation,
  settings: MetricSettings,
): Outcome<LeafValues> {
  switch (leaf.source) {
    case 'metric':
      return isMetricCode(leaf.id)
        ? metricValues(leaf, METRICS[leaf.id], unit.facts, settings)
        : refused([noMetric(leaf, at)]);
    case 'inspection':
      return inspectionValues(leaf, at, unit.facts, settings);
    case 'selfReport':
      return statementValues(leaf, at, givenFor(unit.statements, leaf.id));
    case 'evaluator':
    case undefined:
      return accepted(fromEvaluators(givenFor(unit.evaluatorMarks, leaf.id) ?? []));
  }
}

/**
 * Turns one county's facts, statements and evaluators' marks into the values of a method, each leaf by its source: `metric`
 * takes the metric of its id, `inspection` the conclusions of its item, `selfReport` the county's statement, every other
 * leaf its marks. Percent are passed on exactly, never rounded before the score.
 * Refused: a metric leaf without a metric of its id; an inspection or selfReport leaf whose rule cannot read its source;
 * facts that contradict each other (pointers then lead into the facts).
 */
export function valuesFromFacts(
  method: Method,
  unit: UnitOfEvaluation,
  settings: MetricSettings = DEFAULT_METRIC_SETTINGS,
): Outcome<UnitValues> {
  const values: (readonly [string, IndicatorValue])[] = [];
  const sources: (readonly [string, LeafSource])[] = [];
  const metrics: (readonly [string, MetricResult])[] = [];
  const refusals: Refusal[] = [];
  method.indicators.forEach((leaf, index) => {
    if (leaf.rule === undefined) return;
    const outcome = leafValues(leaf, `/method/indicators/${index}`, unit, settings);
    if (!outcome.ok) {
      refusals.push(...outcome.refusals);
      return;
    }
    const { value, source, metric } = outcome.value;
    values.push([leaf.id, withFinal(value, givenFor(unit.finals, leaf.id))]);
    sources.push([leaf.id, source]);
    if (metric) metrics.push([leaf.id, metric]);
  });
  if (refusals.length > 0) return refused(refusals);
  return accepted({
    values: Object.fromEntries(values),
    sources: Object.fromEntries(sources),
    metrics: Object.fromEntries(metrics),
  });
}
